import { damaged } from "./opened-file";

/** The stream that holds the records of a workbook. */
export const workbookStream = "Workbook";

/** The codes of records (MS-XLS, 2.3.2). */
export const code = {
  formula: 0x06,
  end: 0x0a,
  note: 0x1c,
  dateMode: 0x22,
  filePass: 0x2f,
  continue: 0x3c,
  object: 0x5d,
  sheet: 0x85,
  multipleRk: 0xbd,
  multipleBlank: 0xbe,
  richText: 0xd6,
  cellFormat: 0xe0,
  merges: 0xe5,
  sharedTexts: 0xfc,
  sharedText: 0xfd,
  objectText: 0x1b6,
  undoRow: 0x1c2,
  blank: 0x201,
  number: 0x203,
  text: 0x204,
  boolOrError: 0x205,
  result: 0x207,
  row: 0x208,
  array: 0x221,
  table: 0x236,
  view: 0x23e,
  rk: 0x27e,
  numberFormat: 0x41e,
  sharedFormula: 0x4bc,
  rowBlock: 0xd7,
  start: 0x809,
} as const;

/** A record and its continuations. */
export interface XlsRecord {
  readonly code: number;
  /** Its position in the stream. */
  readonly at: number;
  readonly blocks: readonly Uint8Array[];
}

/** Returns the records of a stream, in order. Throws when one is truncated. */
export function recordsOf(stream: Uint8Array): XlsRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: { code: number; at: number; blocks: Uint8Array[] }[] = [];
  let depth = 0;
  for (let at = 0; at + 4 <= stream.length;) {
    const found = view.getUint16(at, true);
    // After its last part, a stream is padded.
    if (depth === 0 && found !== code.start) break;
    if (found === code.start) depth += 1;
    if (found === code.end) depth -= 1;
    const next = at + 4 + view.getUint16(at + 2, true);
    if (next > stream.length) throw damaged(workbookStream);
    const block = stream.subarray(at + 4, next);
    if (found === code.continue) records.at(-1)!.blocks.push(block);
    else records.push({ code: found, at, blocks: [block] });
    at = next;
  }
  if (depth !== 0 || records.length === 0) throw damaged(workbookStream);
  return records;
}

/** Reads the content of a record across its blocks. Every method throws a `FileFault` past the end. */
export class RecordReader {
  private block = 0;
  private at = 0;

  constructor(private readonly record: XlsRecord) {}

  /** The number of unread bytes in the current block. */
  get left(): number {
    return (this.record.blocks[this.block]?.length ?? 0) - this.at;
  }

  u8(): number {
    while (this.left === 0) this.nextBlock();
    return this.record.blocks[this.block]![this.at++]!;
  }

  u16(): number {
    return this.u8() + 256 * this.u8();
  }

  u32(): number {
    return this.u16() + 65_536 * this.u16();
  }

  f64(): number {
    const view = new DataView(new ArrayBuffer(8));
    for (let index = 0; index < 8; index++) view.setUint8(index, this.u8());
    return view.getFloat64(0, true);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (this.left === 0) this.nextBlock();
      const taken = Math.min(left, this.left);
      this.at += taken;
      left -= taken;
    }
  }

  /** Reads a text of `length` characters, with its header and trailing formatting data. */
  text(length: number): string {
    const head = this.u8();
    const runs = (head & 8) === 0 ? 0 : this.u16();
    const extra = (head & 4) === 0 ? 0 : this.u32();
    const text = this.letters(length, head);
    this.skip(4 * runs + extra);
    return text;
  }

  private letters(length: number, head: number): string {
    let isWide = (head & 1) !== 0;
    const parts: string[] = [];
    for (let read = 0; read < length; read++) {
      if (this.left === 0) {
        this.nextBlock();
        // Each continuation block repeats the width of characters.
        isWide = (this.u8() & 1) !== 0;
      }
      parts.push(String.fromCharCode(isWide ? this.u16() : this.u8()));
    }
    return parts.join("");
  }

  private nextBlock(): void {
    this.block += 1;
    this.at = 0;
    if (this.block >= this.record.blocks.length) throw damaged(workbookStream);
  }
}
