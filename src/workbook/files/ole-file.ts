import { joinBytes } from "../../cells";
import { damaged } from "./opened-file";

/** Sector numbers from this value on are special: end of a chain, free sector… (MS-CFB, 2.1). */
const noSector = 0xfffffffa;
const headerLength = 512;
const listedInHeader = 109;
const entryLength = 128;
/** Kinds of directory entries. */
const kinds = { stream: 2, root: 5 } as const;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

/** The streams of an OLE file, in which Excel 97-2003 stores a workbook; each is a chain of sectors. */
export class OleFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly next: Uint32Array;
  private readonly entries: readonly Entry[];

  /** Throws when the sector table or the directory is damaged. */
  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < headerLength) throw damaged("OLE");
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged("OLE");
    this.sectorSize = 1 << shift;
    this.next = this.readNext();
    this.entries = this.readEntries();
  }

  /** Returns a stream by its name; null when there is none. Throws when its chain is incomplete. */
  stream(name: string): Uint8Array | null {
    const entry = this.entries.find((one) => one.name === name && one.kind === kinds.stream);
    if (entry === undefined) return null;
    const content = entry.size < this.view.getUint32(56, true) ? this.shortStream(entry) : this.chain(entry.start);
    if (content.length < entry.size) throw damaged(name);
    return content.subarray(0, entry.size);
  }

  /** Returns a short stream, made of small sectors within the stream of the root entry. */
  private shortStream({ start, size }: Entry): Uint8Array {
    const root = this.entries.find(({ kind }) => kind === kinds.root);
    if (root === undefined) throw damaged("OLE");
    const [held, length] = [this.chain(root.start), 1 << this.view.getUint16(32, true)];
    const list = numbersOf(this.chain(this.view.getUint32(60, true)));
    const parts: Uint8Array[] = [];
    for (let at = start, count = 0; count < size; at = list[at] ?? noSector, count += length) {
      if (at >= noSector) throw damaged("OLE");
      parts.push(held.subarray(at * length, (at + 1) * length));
    }
    return joinBytes(parts);
  }

  private readNext(): Uint32Array {
    const { view } = this;
    const sectors: number[] = [];
    for (let index = 0; index < listedInHeader; index++) sectors.push(view.getUint32(76 + 4 * index, true));
    const perSector = this.sectorSize / 4 - 1;
    let more = view.getUint32(68, true);
    for (let count = 0; more < noSector; count++) {
      const listed = numbersOf(this.sector(more));
      if (count * this.sectorSize > this.bytes.length) throw damaged("OLE");
      sectors.push(...listed.subarray(0, perSector));
      more = listed[perSector]!;
    }
    return numbersOf(joinBytes(sectors.filter((at) => at < noSector).map((at) => this.sector(at))));
  }

  private readEntries(): Entry[] {
    const list = this.chain(this.view.getUint32(48, true));
    const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
    return Array.from({ length: Math.floor(list.length / entryLength) }, (_, index) => {
      const at = index * entryLength;
      const length = Math.min(view.getUint16(at + 64, true), 64) - 2;
      const name = new TextDecoder("utf-16le").decode(list.subarray(at, at + Math.max(0, length)));
      return {
        name,
        kind: list[at + 66]!,
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      };
    });
  }

  private chain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let at = start; at < noSector; at = this.next[at] ?? noSector + 1) {
      // A circular chain never ends.
      if (parts.length > this.next.length) throw damaged("OLE");
      parts.push(this.sector(at));
    }
    return joinBytes(parts);
  }

  /** Returns a sector; the last one of a file may be truncated by the program that wrote it. */
  private sector(at: number): Uint8Array {
    const from = (at + 1) * this.sectorSize;
    if (from >= this.bytes.length) throw damaged("OLE");
    return this.bytes.subarray(from, from + this.sectorSize);
  }
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(4 * index, true));
}
