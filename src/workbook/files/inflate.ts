import { inflateSync } from "fflate";

/** Parts shorter than this take less time than asking the platform for them. */
const shortPart = 1 << 16;

/**
 * Inflates bytes that were deflated, beside this thread where the platform can (Chromium 103, Safari 16.4, Node 20), or at
 * once. Returns at most one byte more than `size`: what is longer shows, and takes no more. Rejects where they are damaged.
 */
export async function inflate(content: Uint8Array, size: number): Promise<Uint8Array> {
  if (size < shortPart || typeof DecompressionStream === "undefined") return inflateNow(content, size);
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  // A fault is met again where it is read.
  const written = writer.write(content as Uint8Array<ArrayBuffer>).then(() => writer.close());
  written.catch(() => undefined);
  const inflated = new Uint8Array(size + 1);
  const reader = readable.getReader();
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    inflated.set(value!.subarray(0, inflated.length - length), length);
    length += value!.length;
    if (length > size) {
      await reader.cancel();
      return inflated;
    }
  }
  return inflated.subarray(0, length);
}

/** The same, at once. Throws where the bytes are damaged. */
export function inflateNow(content: Uint8Array, size: number): Uint8Array {
  return inflateSync(content, { out: new Uint8Array(size + 1) });
}
