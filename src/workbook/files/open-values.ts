import { readOds } from "hucre/ods";
import type { Sheet } from "hucre/xlsx";
import { CellError, cellName, placeKey, sheetOfValues, type Cell, type SheetCells } from "../../cells";
import { generatedDocumentOf } from "../../documents";
import { anomaly } from "../../messages";
import { shownBy } from "../cell-content";
import { CommentTexts } from "../comment-text";
import { GatheredFacts, type SheetMarks } from "../gathered-facts";
import { trimRows } from "../opened-workbook";
import { damaged, FileFault, refuseLongText, type OpenWorkbook } from "./opened-file";
import { serialOf, serialOfOds } from "./days";
import { unzip, zip } from "./package";
import { readOdsMarks } from "./ods-marks";
import { listed } from "./csv-lines";
import { decodeCsv, readCsv } from "./read-csv";
import { readXls } from "./read-xls";
import { bytesOf, decodeXml } from "./xml";

/** Opens an Excel 97-2003 workbook for its values. Throws a `FileFault` when it is damaged or has a password. */
export function openXls(bytes: Uint8Array, file: string): OpenWorkbook {
  const { sheets, marks, isComputed } = readXls(bytes);
  return fromSheets(sheets, file, "xls", isComputed, marks);
}

/** Opens an OpenDocument workbook for its values. Throws a `FileFault` when it is damaged. */
export async function openOds(bytes: Uint8Array, file: string): Promise<OpenWorkbook> {
  const parts = unzip(bytes);
  const content = parts.get(contentPart);
  if (content === undefined) throw damaged(contentPart);
  // Checked before hucre, which reads whatever it can of a damaged part.
  const marks = readOdsMarks(content, contentPart);
  parts.set(contentPart, withPlainRows(content));
  const { sheets } = await readOds(zip(parts), { readStyles: true });
  return fromSheets(sheets, file, "ods", false, marks);
}

/** The maximum size of a CSV text, which is not compressed. (decisions §4) */
const mostBytesOfCsv = 300_000_000;

/**
 * Opens a CSV text as a sheet named after its file. Throws a `FileFault` when it is too large, a quote is not closed,
 * or a line is incomplete.
 */
export function openCsv(bytes: Uint8Array, file: string): OpenWorkbook {
  if (bytes.length > mostBytesOfCsv) throw new FileFault("file-too-large", { csv: "1" });
  const name = file.replace(/\.[^.]*$/, "");
  const { rows, shortLines } = readCsv(decodeCsv(bytes));
  const workbook = fromSheets([{ name, rows }], file, "csv", false);
  if (shortLines.length === 0) return workbook;
  const params = { file, lines: listed(shortLines), count: shortLines.length };
  return { ...workbook, anomalies: [...workbook.anomalies, anomaly("warning", "csv-short-lines", params, { file })] };
}

const contentPart = "content.xml";

/**
 * Moves the rows of repeated headers and groups directly into their table, the only place where hucre reads them.
 * Removes the blank cells at the end of each row and the blank rows at the end of each table, which extend to the
 * limits of the sheet: hucre would create millions of them.
 */
function withPlainRows(content: Uint8Array): Uint8Array {
  const wrapper = /<\/?table:table-(header-rows|row-group|rows)(\s[^>]*)?>/g;
  const text = decodeXml(content, contentPart).replace(wrapper, "");
  const rows = text.split(endOfRow).map((row) => withoutEnd(row, "<", blankCell));
  const tables = rows.join(endOfRow).split(endOfTable);
  return bytesOf(tables.map((table) => withoutEnd(table, "<table:table-row", blankRow)).join(endOfTable));
}

const endOfTable = "</table:table>";
const endOfRow = "</table:table-row>";
/** A cell without value, formula or comment. */
const blankCell = /^<table:(?:covered-)?table-cell\b(?:(?!office:|table:formula)[^>])*\/>\s*$/;
const blankRow = /^<table:table-row\b[^>]*(?:\/>|>\s*<\/table:table-row>)\s*$/;

/** Returns a text without the blank elements at its end; `opening` is the start of their tags. */
function withoutEnd(text: string, opening: string, blank: RegExp): string {
  let end = text.length;
  for (let start = end; ; end = start) {
    start = text.lastIndexOf(opening, end - 1);
    if (start < 0 || !blank.test(text.slice(start, end))) return text.slice(0, end);
  }
}

function fromSheets(
  found: readonly Sheet[],
  file: string,
  format: "xls" | "ods" | "csv",
  mayBeComputed: boolean,
  marks: readonly SheetMarks[] = [],
): OpenWorkbook {
  const taken = new Set<string>();
  // Rows without cells are missing from the array of an .xls.
  const named = found.map((sheet) => ({
    ...sheet,
    name: sheetNameFor(sheet.name, taken),
    rows: Array.from(sheet.rows, (row) => row ?? []),
  }));
  const all = named.map((sheet, at) => {
    const cells = cellsOfSheet(sheet, file, format, marks[at]);
    return { sheet, cells, own: generatedDocumentOf(cells.rows) };
  });
  // The keys of our documents are lost in these formats: documents are left out, neither read nor kept beside those of
  // the new run.
  const users = all.filter(({ own }) => own === null);
  const left = all.length - users.length;
  return {
    cells: { file, date1904: false, sheets: users.map(({ cells }) => cells) },
    format,
    anomalies: [
      anomaly("info", `values-only-${format}`, { file }, { file }),
      ...(left === 0 ? [] : [anomaly("info", "own-documents-left-out", { file, count: left }, { file })]),
    ],
    generatedSheets: [],
    userSheetNames: users.map(({ sheet }) => sheet.name),
    journalRows: all.find(({ own }) => own === "journal")?.cells.rows ?? [],
    runRecord: null,
    journalEdits: [],
    ownAmounts: [],
    source: {
      kind: "values",
      sheets: users.map(({ sheet }) => sheet),
      isComputed: mayBeComputed || users.some(({ sheet }) => holdsFormula(sheet)),
    },
  };
}

function holdsFormula({ cells }: Sheet): boolean {
  return [...(cells?.values() ?? [])].some(({ formula }) => formula !== undefined);
}

/** Errors of Excel and LibreOffice, which these formats give as text. */
const errorText = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;

/** Returns the cells of a sheet that hucre read from an .xls or .ods, or of a .csv; the given rows do not change. */
function cellsOfSheet(
  sheet: Sheet,
  file: string,
  format: "xls" | "ods" | "csv",
  marks: SheetMarks = { struck: [], noted: [] },
): SheetCells {
  const facts = new GatheredFacts();
  const rows = sheet.rows.map((row, r) =>
    row.map((value, column): Cell => {
      refuseLongText(value, sheet.name, () => cellName(r, column));
      if (value instanceof Date) {
        facts.dates.add(r, column);
        return format === "ods" ? serialOfOds(value) : serialOf(value, false);
      }
      if (value === "" || value === undefined) return null;
      return format !== "csv" && typeof value === "string" && errorText.test(value) ? new CellError(value) : value;
    }),
  );
  const trimmed = trimRows(rows);
  addDetails(facts, sheet, trimmed);
  const comments = addMarks(facts, marks, trimmed);
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => {
    return { top: startRow, left: startCol, bottom: endRow, right: endCol };
  });
  return {
    ...sheetOfValues(sheet.name, rows, file),
    merges,
    facts: { ...facts.all(), filteredRows: new Set(), comments },
  };
}

/** Adds struck-through cells to the facts. Returns the notes by `placeKey`. */
function addMarks(facts: GatheredFacts, { struck, noted }: SheetMarks, rows: readonly (readonly Cell[])[]) {
  const within = function* ({ row, column, rows: height, columns }: SheetMarks["struck" | "noted"][number]) {
    for (const [r, cells] of rows.slice(row, row + height).entries())
      for (const [c, cell] of cells.slice(column, column + columns).entries())
        if (cell !== null) yield [row + r, column + c] as const;
  };
  for (const cells of struck) for (const place of within(cells)) facts.addStrike(...place, cells.strike);
  const notes = new CommentTexts();
  for (const cells of noted) {
    const first = placeKey(cells.row, cells.column);
    const places = [...within(cells)].map((place) => placeKey(...place));
    // A note belongs to its first cell even when that is blank.
    for (const place of new Set([first, ...places])) notes.add(place, cells.note);
  }
  return notes.joined();
}

/** Adds the formulas and number formats that hucre keeps apart from values. */
function addDetails(facts: GatheredFacts, sheet: Sheet, rows: readonly (readonly Cell[])[]): void {
  for (const [key, { formula, style }] of sheet.cells ?? []) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    const value = rows[row]?.[column] ?? null;
    const isNumber = typeof value === "number";
    const shown = isNumber && style?.numFmt !== undefined ? shownBy(style.numFmt) : null;
    // Dates are known by their values.
    if (shown !== "date") facts.addShown(row, column, shown);
    if (value !== null && style?.font?.strikethrough === true) facts.struck.add(row, column);
    if (formula !== undefined && (value === null || isNumber)) facts.addFormula(row, column, formula, isNumber);
  }
}

const longestSheetName = 31;

/** Returns a valid sheet name close to the wanted one and not yet taken, and adds it to the taken ones. */
function sheetNameFor(wanted: string, taken: Set<string>): string {
  const clean = wanted
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^[\s']+|[\s']+$/g, "")
    .slice(0, longestSheetName)
    .trim();
  const base = clean === "" || /^(history|historique)$/i.test(clean) ? "Feuille" : clean;
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`;
    name = base.slice(0, longestSheetName - suffix.length) + suffix;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** Returns the index of a byte sequence; −1 when it does not occur. */
export function placeOf(bytes: Uint8Array, sought: Uint8Array): number {
  for (let start = bytes.indexOf(sought[0]!); start !== -1; start = bytes.indexOf(sought[0]!, start + 1))
    if (sought.every((byte, index) => bytes[start + index] === byte)) return start;
  return -1;
}
