import { TextDecoder, TextEncoder } from "node:util";

// What Node has and jsdom has not: the port of files, which brings the samples, needs it.
Object.assign(globalThis, { TextDecoder, TextEncoder, Uint8Array: Object.getPrototypeOf(Buffer) as unknown });
