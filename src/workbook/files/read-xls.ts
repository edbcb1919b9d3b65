import type { Sheet } from "hucre/xlsx";
import { shift1904 } from "../../cells";
import { shownBy, shownByBuiltIn } from "../cell-content";
import { dayOfSerial } from "./days";
import { OleFile } from "./ole-file";
import type { SheetMarks } from "../gathered-facts";
import { damaged, FileFault } from "./opened-file";
import { code, RecordReader, recordsOf, workbookStream, type XlsRecord } from "./xls-records";
import { readXlsSheet, type XlsContext } from "./xls-sheet";

/** The file version of Excel 97-2003. */
const version = 0x600;
const sheetOfCells = 0;

/** Reads the worksheets of an Excel 97-2003 workbook. Throws a `FileFault` when it is damaged, older, or encrypted. */
export function readXls(bytes: Uint8Array): {
  readonly sheets: Sheet[];
  readonly marks: SheetMarks[];
  readonly isComputed: boolean;
} {
  const file = new OleFile(bytes);
  const stream = file.stream(workbookStream);
  if (stream === null) throw file.stream("Book") === null ? damaged("OLE") : new FileFault("file-xls-too-old");
  const records = recordsOf(stream);
  if (new RecordReader(records[0]!).u16() !== version) throw new FileFault("file-xls-too-old");
  const globals = records.slice(
    0,
    records.findIndex((record) => record.code === code.end),
  );
  if (globals.some((record) => record.code === code.filePass)) throw new FileFault("file-password");
  checkSheets(records, globals);
  const context = contextOf(globals);
  const places = new Map(records.map(({ at }, index) => [at, index]));
  const marks: SheetMarks[] = [];
  const sheets = globals.flatMap((record) => {
    if (record.code !== code.sheet) return [];
    const reader = new RecordReader(record);
    const place = places.get(reader.u32());
    const kind = reader.u16() >> 8;
    const name = reader.text(reader.u8());
    if (kind !== sheetOfCells) return [];
    // A wrong position would make the sheet read as an empty one.
    if (place === undefined || records[place]!.code !== code.start) throw damaged(workbookStream);
    const { noted, ...sheet } = readXlsSheet(records, place, context);
    marks.push({ struck: [], noted });
    return [{ name, ...sheet }];
  });
  return { sheets, marks, isComputed: records.some((record) => record.code === code.formula) };
}

/** Throws when a workbook lists no sheet, or has a part that is not listed: it would be ignored. */
function checkSheets(records: readonly XlsRecord[], globals: readonly XlsRecord[]): void {
  const listed = globals.filter((record) => record.code === code.sheet).map((record) => new RecordReader(record).u32());
  if (listed.length === 0) throw damaged(workbookStream);
  const places = new Set([records[0]!.at, ...listed]);
  let depth = 0;
  for (const record of records) {
    if (record.code === code.end) depth -= 1;
    if (record.code !== code.start) continue;
    if (depth === 0 && !places.has(record.at)) throw damaged(workbookStream);
    depth += 1;
  }
}

function contextOf(globals: readonly XlsRecord[]): XlsContext {
  const formats: number[] = [];
  const codes = new Map<number, string>();
  let texts: string[] = [];
  let date1904 = false;
  let last = 0;
  for (const record of globals) {
    const reader = new RecordReader(record);
    // Formats are identified by their rank: a lost one would shift all those after it.
    if (record.code === code.cellFormat && formats.length > 0 && last !== code.cellFormat)
      throw damaged(workbookStream);
    last = record.code;
    if (record.code === code.dateMode) date1904 = reader.u16() === 1;
    else if (record.code === code.sharedTexts) texts = textsOf(reader);
    else if (record.code === code.numberFormat) codes.set(reader.u16(), reader.text(reader.u16()));
    else if (record.code === code.cellFormat) {
      reader.skip(2);
      formats.push(reader.u16());
    }
  }
  const isDate = formats.map((format) => {
    const own = codes.get(format);
    return (own === undefined ? shownByBuiltIn(format) : shownBy(own)) === "date";
  });
  return {
    texts,
    valueOf: (number, format) => (isDate[format] === true ? dayOfXls(number, date1904) : number),
  };
}

function textsOf(reader: RecordReader): string[] {
  reader.skip(4);
  const count = reader.u32();
  const texts: string[] = [];
  while (texts.length < count) texts.push(reader.text(reader.u16()));
  return texts;
}

/** Returns the date of a serial. 60 stands for a day that never existed, and becomes the day before it. */
function dayOfXls(number: number, date1904: boolean): Date {
  if (date1904) return dayOfSerial(number + shift1904);
  return dayOfSerial(number < 60 ? number + 1 : number);
}
