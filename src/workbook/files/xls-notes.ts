import { cellName } from "../../cells";
import { noteInFile } from "../comment-text";
import type { SheetMarks } from "../gathered-facts";
import { damaged } from "./opened-file";
import { code, RecordReader, workbookStream, type XlsRecord } from "./xls-records";

/** The first field of every object record, before its kind and number (MS-XLS, 2.5.143). */
const common = 0x15;
/** The offset of the length of an object's text. */
const lengthAt = 10;
const lastColumn = 255;

/** Gathers the notes of a sheet of an .xls: each refers by number to an object, whose text is in another record. */
export class XlsNotes {
  private readonly notes: XlsRecord[] = [];
  private readonly texts = new Map<number, XlsRecord>();
  private object: number | null = null;

  /** Takes a record of the sheet when it concerns a note. */
  take(record: XlsRecord): void {
    if (record.code === code.note) this.notes.push(record);
    else if (record.code === code.object) this.object = numberOf(record);
    else if (record.code === code.objectText && this.object !== null) this.texts.set(this.object, record);
  }

  /** Returns the notes that have text. Throws a `FileFault` when a note is damaged or its text is missing. */
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

/** Returns the number of an object; null when it has none. */
function numberOf(record: XlsRecord): number | null {
  const reader = new RecordReader(record);
  if (reader.left < 8 || reader.u16() !== common) return null;
  reader.skip(4);
  return reader.u16();
}

/** Returns the text of an object, which starts in the continuation record. */
function objectText(record: XlsRecord): string {
  const reader = new RecordReader(record);
  reader.skip(lengthAt);
  const length = reader.u16();
  reader.skip(reader.left);
  return textOf(reader, length);
}

/** Returns a text; an empty one does not even have a header. */
function textOf(reader: RecordReader, length: number): string {
  return length === 0 ? "" : reader.text(length);
}
