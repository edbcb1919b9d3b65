import { Inflate, inflateSync } from "fflate";
import { joinBytes } from "../../cells";
import { damaged, FileFault } from "./opened-file";
import { crc32, deflated, stored, type PackedPart } from "./pack-zip";

/** What a file may hold once it is inflated, in all and in one part. (decisions §4) */
const mostBytes = 1_000_000_000;
const mostBytesOfPart = 400_000_000;
/** And what is inflated before it is read. */
const mostBytesAhead = 64_000_000;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

const signatures = {
  local: 0x04034b50,
  entry: 0x02014b50,
  listSignature: 0x05054b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};
const endLength = 22;
const longestComment = 0xffff;
const encrypted = 1;
const in64 = 0xffffffff;
/** Bytes that are inflated at once where the start of a part is all that is asked for. */
const packedAtOnce = 4096;

/**
 * A zip, read part by part. What it declares is summed before anything is inflated; a part is never given more memory than
 * it declares, and is refused where its size or its sum is not the one declared.
 */
export class ZipFile {
  /** By path in lower case: two that differ by case are one part. */
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;
  /** Parts that are inflated already, until they are read. */
  private readonly ahead = new Map<string, Uint8Array>();

  /** Throws where the list of parts is damaged, names a part twice, or declares too much. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const entry of this.list()) {
      const key = entry.path.toLowerCase();
      if (this.entries.has(key)) throw damaged(entry.path);
      this.entries.set(key, entry);
    }
    this.checkSizes();
  }

  /** Paths of the parts, in the order of the file; folders are none. */
  get paths(): string[] {
    return [...this.entries.values()].map(({ path }) => path).filter((path) => !path.endsWith("/"));
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /**
   * Inflates the parts together, ahead of being read once each. A damaged one is left to whoever reads it, and so are those
   * that would be held at once past a limit.
   */
  async inflateAhead(): Promise<void> {
    let sum = 0;
    const together = [...this.entries.values()].filter(
      (entry) => isDeflated(entry) && (sum += entry.size) <= mostBytesAhead,
    );
    await Promise.all(
      together.map(async (entry) => {
        try {
          this.ahead.set(entry.path, await inflate(this.content(entry), entry.size));
        } catch {
          // Read again, it says what is wrong with it.
        }
      }),
    );
  }

  /** Returns the bytes of a part. Throws when there is no such part, or when it is damaged. */
  read(path: string): Uint8Array {
    const entry = this.entry(path);
    const content = this.inflated(entry);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(path);
    return content;
  }

  /** Returns the first bytes of a part, that many or more when it has them; what follows is not looked at. */
  start(path: string, length: number): Uint8Array {
    const entry = this.entry(path);
    const content = this.content(entry);
    if (entry.method === stored || entry.packed <= 2 * length) return this.read(path);
    const found: Uint8Array[] = [];
    let count = 0;
    const inflating = new Inflate((bytes) => {
      found.push(bytes);
      count += bytes.length;
    });
    for (let at = 0; at < content.length && count < length; at += packedAtOnce)
      inflating.push(content.subarray(at, at + packedAtOnce));
    return joinBytes(found);
  }

  /** Returns a part as it is held, not checked. Throws when there is no such part. */
  packed(path: string): PackedPart {
    const entry = this.entry(path);
    const { method, crc, size } = entry;
    return { method, crc, size, content: this.content(entry) };
  }

  private entry(path: string): Entry {
    const entry = this.entries.get(path.toLowerCase());
    if (entry === undefined) throw damaged(path);
    return entry;
  }

  private content({ path, flags, packed, offset }: Entry): Uint8Array {
    if (offset + 30 > this.bytes.length || this.view.getUint32(offset, true) !== signatures.local) throw damaged(path);
    const nameLength = this.view.getUint16(offset + 26, true);
    // A part whose name is not that of the list is another one, or one of the two names is damaged.
    if (this.text(offset + 30, nameLength) !== path) throw damaged(path);
    const start = offset + 30 + nameLength + this.view.getUint16(offset + 28, true);
    if (start + packed > this.bytes.length || (flags & encrypted) !== 0) throw damaged(path);
    return this.bytes.subarray(start, start + packed);
  }

  private inflated(entry: Entry): Uint8Array {
    const { path, size } = entry;
    const ahead = this.ahead.get(path);
    this.ahead.delete(path);
    if (ahead !== undefined) return ahead;
    const content = this.content(entry);
    if (entry.method === stored) return content;
    if (!isDeflated(entry)) throw damaged(path);
    try {
      return inflateNow(content, size);
    } catch {
      throw damaged(path);
    }
  }

  private checkSizes(): void {
    let sum = 0;
    for (const { path, size, packed } of this.entries.values()) {
      // A part that is only stored takes what it is packed in.
      const most = Math.max(size, packed);
      if (most > mostBytesOfPart) throw new FileFault("file-too-large", { part: path });
      sum += most;
    }
    if (sum > mostBytes) throw new FileFault("file-too-large", { whole: "1" });
  }

  private *list(): Generator<Entry> {
    const { count, offset } = this.end();
    let at = offset;
    for (let number = 0; number < count; number++) {
      if (at + 46 > this.bytes.length || this.view.getUint32(at, true) !== signatures.entry) throw cut();
      const u16 = (place: number) => this.view.getUint16(at + place, true);
      const u32 = (place: number) => this.view.getUint32(at + place, true);
      const [nameLength, extraLength, commentLength] = [u16(28), u16(30), u16(32)];
      const next = at + 46 + nameLength + extraLength + commentLength;
      if (next > this.bytes.length) throw cut();
      const path = this.text(at + 46, nameLength);
      const [size, packed, start] = this.sizes64([u32(24), u32(20), u32(42)], at + 46 + nameLength, extraLength);
      yield { path, method: u16(10), flags: u16(8), crc: u32(16), packed, size, offset: start };
      at = next;
    }
    // More parts follow than are counted, or what follows is not what should.
    const after = at + 4 > this.bytes.length ? null : this.view.getUint32(at, true);
    if (after !== signatures.end && after !== signatures.end64 && after !== signatures.listSignature) throw cut();
  }

  private text(at: number, length: number): string {
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }

  /** Returns sizes and the place of a part; those that 32 bits do not hold are in an extra field, in their order. */
  private sizes64(sizes: [number, number, number], extra: number, length: number): [number, number, number] {
    if (!sizes.includes(in64)) return sizes;
    let at = extra;
    while (at + 4 <= extra + length && this.view.getUint16(at, true) !== 1) at += 4 + this.view.getUint16(at + 2, true);
    at += 4;
    return sizes.map((size) => {
      if (size !== in64) return size;
      if (at + 8 > extra + length) throw cut();
      at += 8;
      return this.number64(at - 8);
    }) as [number, number, number];
  }

  private end(): { readonly count: number; readonly offset: number } {
    const earliest = Math.max(0, this.bytes.length - endLength - longestComment);
    for (let at = this.bytes.length - endLength; at >= earliest; at--) {
      if (this.view.getUint32(at, true) !== signatures.end) continue;
      const [count, offset] = [this.view.getUint16(at + 10, true), this.view.getUint32(at + 16, true)];
      return count === 0xffff || offset === in64 ? this.end64(at) : { count, offset };
    }
    throw cut();
  }

  private end64(end: number): { readonly count: number; readonly offset: number } {
    const locator = end - 20;
    if (locator < 0 || this.view.getUint32(locator, true) !== signatures.locator64) throw cut();
    const at = this.number64(locator + 8);
    if (at + 56 > this.bytes.length || this.view.getUint32(at, true) !== signatures.end64) throw cut();
    return { count: this.number64(at + 32), offset: this.number64(at + 48) };
  }

  private number64(at: number): number {
    const value = Number(this.view.getBigUint64(at, true));
    if (!Number.isSafeInteger(value)) throw cut();
    return value;
  }
}

/**
 * Returns whether a part is deflated and declares a likely size. Deflating never makes a part much longer: one that
 * declares so little is not worth the time that it would take.
 */
function isDeflated({ method, packed, size }: Entry): boolean {
  return method === deflated && packed <= 2 * size + 1024;
}

/** Returns the fault of a file whose list of parts is not whole: it was cut. */
function cut(): FileFault {
  return new FileFault("file-corrupt");
}

/** Parts shorter than this take less time than asking the platform for them. */
const shortPart = 1 << 16;

/**
 * Inflates bytes that were deflated, beside this thread when the platform can (Chromium 103, Safari 16.4, Node 20), or at
 * once. Returns at most one byte more than `size`: what is longer shows, and takes no more. Rejects when they are damaged.
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

/** Inflates the same, at once. Throws when the bytes are damaged. */
export function inflateNow(content: Uint8Array, size: number): Uint8Array {
  return inflateSync(content, { out: new Uint8Array(size + 1) });
}
