import { cellName } from "../../cells";
import { noteInFile } from "../comment-text";
import type { SheetMarks } from "../gathered-facts";
import { damaged } from "./opened-file";
import { code, RecordReader, workbookStream, type XlsRecord } from "./xls-records";

/** What every object begins with: its kind and its number (MS-XLS, 2.5.143). */
const common = 0x15;
/** Where the text of an object says its length. */
const lengthAt = 10;
const lastColumn = 255;

/** The notes of a sheet of an .xls: each leads to an object of the sheet, by its number, and that object to its text. */
export class XlsNotes {
  private readonly notes: XlsRecord[] = [];
  private readonly texts = new Map<number, XlsRecord>();
  private object: number | null = null;

  /** Takes a record of the sheet, if it is of a note. */
  take(record: XlsRecord): void {
    if (record.code === code.note) this.notes.push(record);
    else if (record.code === code.object) this.object = numberOf(record);
    else if (record.code === code.objectText && this.object !== null) this.texts.set(this.object, record);
  }

  /** Returns the notes that say something. Throws a `FileFault` when a note is damaged, or has no text. */
  all(): SheetMarks["noted"] {
    return this.notes.map((record) => this.read(record)).filter(({ note }) => note !== "");
  }

  private read(record: XlsRecord): SheetMarks["noted"][number] {
    const reader = new RecordReader(record);
    const [row, column] = [reader.u16(), reader.u16()];
    reader.skip(2);
    const text = this.texts.get(reader.u16());
    if (text === undefined || column > lastColumn) throw damaged(workbookStream, cellName(row, column));
    const author = textOf(reader, reader.u16());
    return { row, column, rows: 1, columns: 1, note: noteInFile(objectText(text), author) };
  }
}

/** Returns the number of an object; null when it says none. */
function numberOf(record: XlsRecord): number | null {
  const reader = new RecordReader(record);
  if (reader.left < 8 || reader.u16() !== common) return null;
  reader.skip(4);
  return reader.u16();
}

/** The text starts in the record that continues. */
function objectText(record: XlsRecord): string {
  const reader = new RecordReader(record);
  reader.skip(lengthAt);
  const length = reader.u16();
  reader.skip(reader.left);
  return textOf(reader, length);
}

/** One without a letter does not even say how it is written. */
function textOf(reader: RecordReader, length: number): string {
  return length === 0 ? "" : reader.text(length);
}
