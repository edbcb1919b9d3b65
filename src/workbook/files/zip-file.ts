import { Inflate, inflateSync } from "fflate";
import { joinBytes } from "../../cells";
import { damaged, FileFault } from "./opened-file";
import { crc32, deflated, stored, type PackedPart } from "./pack-zip";

/** The maximum inflated size, in all and for one part, in bytes. (decisions §4) */
const mostBytes = 1_000_000_000;
const mostBytesOfPart = 400_000_000;
/** The maximum size inflated before it is read. */
const mostBytesAhead = 64_000_000;

/** A part as the directory of a zip lists it. */
interface Entry {
  readonly path: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** The position of its local header. */
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
/** The number of compressed bytes inflated at a time when only the start of a part is wanted. */
const packedAtOnce = 4096;

/**
 * Reads a zip part by part. Declared sizes are checked before anything is inflated; a part never receives more memory
 * than it declares, and is refused when its size or checksum differs from the declared one.
 */
export class ZipFile {
  /** Entries by path in lower case: paths that differ only by case designate one part. */
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;
  /** Parts inflated ahead, until they are read. */
  private readonly ahead = new Map<string, Uint8Array>();

  /** Throws when the directory is damaged, lists a part twice, or declares sizes beyond the limits. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const entry of this.list()) {
      const key = entry.path.toLowerCase();
      if (this.entries.has(key)) throw damaged(entry.path);
      this.entries.set(key, entry);
    }
    this.checkSizes();
  }

  /** Paths of the parts, in the order of the file, without folders. */
  get paths(): string[] {
    return [...this.entries.values()].map(({ path }) => path).filter((path) => !path.endsWith("/"));
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /**
   * Inflates parts concurrently before they are read. Damaged parts are left for `read` to report, and parts beyond the
   * size limit are inflated when read.
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
          // `read` inflates it again and reports the fault.
        }
      }),
    );
  }

  /** Returns the bytes of a part. Throws when it does not exist or is damaged. */
  read(path: string): Uint8Array {
    const entry = this.entry(path);
    const content = this.inflated(entry);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(path);
    return content;
  }

  /** Returns at least the first `length` bytes of a part, or all of a shorter one; the rest is not checked. */
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

  /** Returns a part as stored, unchecked. Throws when it does not exist. */
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
    // When its local header has another name, the part is another one, or one of the names is damaged.
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
      // A stored part takes its stored size, whatever it declares.
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
    // More parts than the directory counts, or unexpected data, follow.
    const after = at + 4 > this.bytes.length ? null : this.view.getUint32(at, true);
    if (after !== signatures.end && after !== signatures.end64 && after !== signatures.listSignature) throw cut();
  }

  private text(at: number, length: number): string {
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }

  /** Returns the sizes and position of a part; those beyond 32 bits are read from an extra field, in order. */
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
 * Returns whether a part is deflated and declares a plausible size: deflating never makes a part much longer, so one
 * that declares less is not worth inflating.
 */
function isDeflated({ method, packed, size }: Entry): boolean {
  return method === deflated && packed <= 2 * size + 1024;
}

/** Returns the fault of a file whose directory is incomplete, because the file was cut. */
function cut(): FileFault {
  return new FileFault("file-corrupt");
}

/** The size below which inflating in this thread is faster than asking the platform. */
const shortPart = 1 << 16;

/**
 * Inflates bytes on another thread when the platform can (Chromium 103, Safari 16.4, Node 20), else at once. Returns at
 * most one byte more than `size`, which reveals a wrong size without using more memory. Rejects when the bytes are
 * damaged.
 */
export async function inflate(content: Uint8Array, size: number): Promise<Uint8Array> {
  if (size < shortPart || typeof DecompressionStream === "undefined") return inflateNow(content, size);
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  // Errors of writing also reach the reader.
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

/** Inflates bytes in this thread, up to one byte more than `size`. Throws when they are damaged. */
export function inflateNow(content: Uint8Array, size: number): Uint8Array {
  return inflateSync(content, { out: new Uint8Array(size + 1) });
}
