import type { CellValue, Sheet } from "hucre/xlsx";
import { cellName } from "../../cells";
import type { SheetMarks } from "../gathered-facts";
import { damaged } from "./opened-file";
import { XlsNotes } from "./xls-notes";
import { code, RecordReader, workbookStream, type XlsRecord } from "./xls-records";

/** What cells refer to outside their sheet. */
export interface XlsContext {
  readonly texts: readonly string[];
  /** Returns a cell's value: a date when the format, given by its index, shows one, else the number. */
  readonly valueOf: (number: number, format: number) => number | Date;
}

/** Errors by their code. */
const errors = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

/** The length in bytes of cell records of fixed length: another length means a wrong code. */
const lengths = new Map<number, number>([
  [code.sharedText, 10],
  [code.rk, 10],
  [code.number, 14],
  [code.boolOrError, 8],
  [code.blank, 6],
  [code.row, 16],
]);
/** The records of the cell table, which has no others in between. */
const inTable = new Set<number>([
  ...lengths.keys(),
  code.row,
  code.rowBlock,
  code.undoRow,
  code.multipleRk,
  code.multipleBlank,
  code.text,
  code.richText,
  code.formula,
  code.sharedFormula,
  code.array,
  code.table,
  code.result,
]);
/**
 * The records of a sheet outside its cell table (MS-XLS, 2.1.7.20.6). Records of later versions, from 0x800 on, repeat
 * their code at their start.
 */
const around = new Set([
  0x0a, 0x0c, 0x0d, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x26, 0x27, 0x28, 0x29,
  0x2a, 0x2b, 0x41, 0x4d, 0x50, 0x51, 0x52, 0x55, 0x5d, 0x5f, 0x63, 0x7d, 0x80, 0x81, 0x82, 0x83, 0x84, 0x90, 0x99,
  0xa0, 0xa1, 0xa9, 0xab, 0xae, 0xaf, 0xb0, 0xde, 0xe5, 0xe9, 0xec, 0xed, 0xef, 0x151, 0x15f, 0x1b0, 0x1b1, 0x1b2,
  0x1b6, 0x1b8, 0x1ba, 0x1be, 0x200, 0x20b, 0x225,
]);
const later = 0x800;
const viewLength = 18;

function isAround({ code: found, blocks }: XlsRecord): boolean {
  if (found === code.view) return blocks[0]!.length === viewLength;
  if (found === code.start || found < later) return found === code.start || around.has(found);
  return blocks[0]!.length >= 2 && blocks[0]![0]! + 256 * blocks[0]![1]! === found;
}

const beside = new Set<number>([code.row, code.rowBlock, code.undoRow]);

/** Reads the sheet whose first record is at `place`. Throws a `FileFault` for a damaged or repeated cell or note. */
export function readXlsSheet(
  records: readonly XlsRecord[],
  place: number,
  context: XlsContext,
): Omit<Sheet, "name"> & Pick<SheetMarks, "noted"> {
  const reader = new XlsSheetReader(records, context);
  reader.read(place);
  const { found, merges, cells, notes } = reader;
  const rows = Array.from(found, (row) => Array.from(row ?? [], (cell) => cell ?? null));
  return { rows, merges, cells, noted: notes.all() };
}

class XlsSheetReader {
  /** Rows and cells without a value are absent. */
  readonly found: (CellValue | undefined)[][] = [];
  readonly merges: { startRow: number; endRow: number; startCol: number; endCol: number }[] = [];
  /** Formulas without a result. */
  readonly cells: NonNullable<Sheet["cells"]> = new Map();
  readonly notes = new XlsNotes();
  private isTableOver = false;

  constructor(
    private readonly records: readonly XlsRecord[],
    private readonly context: XlsContext,
  ) {}

  read(place: number): void {
    let depth = 0;
    let hasCells = false;
    for (let at = place; at === place || depth > 0; at++) {
      const record = this.records[at]!;
      if (record.code === code.start) depth += 1;
      else if (record.code === code.end) depth -= 1;
      // A chart in the sheet is nested between its own start and end records.
      if (depth !== 1) continue;
      this.notes.take(record);
      if (record.code === code.merges) this.merge(new RecordReader(record));
      else if (!inTable.has(record.code)) {
        // Here the last cell has an invalid code.
        if (hasCells && !this.isTableOver && !isAround(record)) throw damaged(workbookStream);
        this.isTableOver = hasCells;
      } else if (record.code === code.row && record.blocks[0]!.length !== lengths.get(code.row))
        throw damaged(workbookStream);
      else if (!beside.has(record.code)) {
        hasCells = true;
        this.take(record, at);
      }
    }
  }

  private take(record: XlsRecord, at: number): void {
    const length = lengths.get(record.code);
    // An unexpected record between cells is a cell with a wrong code, which would be ignored.
    if (this.isTableOver || (length !== undefined && record.blocks[0]!.length !== length))
      throw damaged(workbookStream);
    const reader = new RecordReader(record);
    if (record.code === code.sharedFormula || record.code === code.array || record.code === code.table) return;
    if (record.code === code.result) return;
    const [row, column] = [reader.u16(), reader.u16()];
    if (record.code === code.multipleRk) this.takeNumbers(reader, row, column);
    else if (record.code !== code.blank && record.code !== code.multipleBlank)
      this.put(row, column, this.valueOf(record.code, reader, at, row, column));
  }

  private takeNumbers(reader: RecordReader, row: number, first: number): void {
    for (let column = first; reader.left > 2; column++) {
      const format = reader.u16();
      this.put(row, column, this.context.valueOf(numberOf(reader.u32()), format));
    }
  }

  private valueOf(kind: number, reader: RecordReader, at: number, row: number, column: number): CellValue {
    const format = reader.u16();
    switch (kind) {
      case code.sharedText: {
        const text = this.context.texts[reader.u32()];
        if (text === undefined) throw damaged(workbookStream, cellName(row, column));
        return text;
      }
      case code.rk:
        return this.context.valueOf(numberOf(reader.u32()), format);
      case code.number:
        return this.context.valueOf(reader.f64(), format);
      case code.boolOrError:
        return boolOrError(reader.u8(), reader.u8());
      case code.formula:
        return this.resultOf(reader, format, at, row, column);
      default:
        return reader.text(reader.u16());
    }
  }

  /** Returns the result of a formula. Its last two bytes mark one that is not a number; a text is in a record below. */
  private resultOf(reader: RecordReader, format: number, at: number, row: number, column: number): CellValue {
    const bytes = Uint8Array.from({ length: 8 }, () => reader.u8());
    if (bytes[6] !== 0xff || bytes[7] !== 0xff)
      return this.context.valueOf(new DataView(bytes.buffer).getFloat64(0, true), format);
    if (bytes[0] === 1 || bytes[0] === 2) return boolOrError(bytes[2]!, bytes[0] - 1);
    if (bytes[0] === 3) return "";
    let next = at + 1;
    while (formulaParts.has(this.records[next]!.code)) next += 1;
    const record = this.records[next]!;
    if (record.code === code.result) {
      const text = new RecordReader(record);
      return text.text(text.u16());
    }
    this.cells.set(`${row},${column}`, { value: null, type: "formula", formula: "" });
    return null;
  }

  private put(row: number, column: number, value: CellValue): void {
    const cells = (this.found[row] ??= []);
    if (column > 255 || cells[column] !== undefined) throw damaged(workbookStream, cellName(row, column));
    cells[column] = value;
  }

  private merge(reader: RecordReader): void {
    for (let count = reader.u16(); count > 0; count--) {
      const [startRow, endRow, startCol, endCol] = [reader.u16(), reader.u16(), reader.u16(), reader.u16()];
      this.merges.push({ startRow, endRow, startCol, endCol });
    }
  }
}

/** Records that may come between a formula and its text result. */
const formulaParts = new Set<number>([code.sharedFormula, code.array, code.table]);

function boolOrError(value: number, isError: number): CellValue {
  return isError === 0 ? value !== 0 : (errors.get(value) ?? "#VALUE!");
}

/** Returns the number encoded in 30 bits, an integer or a double, possibly in hundredths. */
function numberOf(written: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setInt32(4, written & ~3, true);
  const number = (written & 2) === 0 ? view.getFloat64(0, true) : (written | 0) >> 2;
  return (written & 1) === 0 ? number : number / 100;
}
