import { readOds } from "hucre/ods";
import { readXls, type Sheet } from "hucre/xlsx";
import { CellError, type Cell } from "../../cells";
import { cellsOfSheet } from "./cells-of-sheet";
import { decodeCsv, readCsv } from "./csv-text";
import type { OpenWorkbook } from "./open-workbook";
import { sheetNameFor } from "./sheet-name";
import { bytesOf, textOf } from "./xml";
import { unzip, zip } from "./zip";

/** Errors of Excel and LibreOffice, which these formats give as plain text. */
const errorText = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;

/** Opens an Excel 97-2003 workbook for its values. Throws where it is damaged. */
export async function openXls(bytes: Uint8Array, file: string): Promise<OpenWorkbook> {
  return fromSheets((await readXls(bytes)).sheets, file, "xls");
}

/** Opens an OpenDocument workbook for its values. Throws where it is damaged. */
export async function openOds(bytes: Uint8Array, file: string): Promise<OpenWorkbook> {
  return fromSheets((await readOds(withPlainRows(bytes))).sheets, file, "ods");
}

/** Opens a CSV text as a sheet named after its file. */
export function openCsv(bytes: Uint8Array, file: string): OpenWorkbook {
  const name = file.replace(/\.[^.]*$/, "");
  return fromSheets([{ name, rows: readCsv(decodeCsv(bytes)) }], file, "csv");
}

/** hucre sees only rows that stand directly in a table: those of a repeated heading or of a group are put there. */
function withPlainRows(bytes: Uint8Array): Uint8Array {
  const parts = unzip(bytes);
  const content = parts.get("content.xml");
  if (content === undefined) return bytes;
  const wrapper = /<\/?table:table-(header-rows|row-group|rows)(\s[^>]*)?>/g;
  parts.set("content.xml", bytesOf(textOf(content).replace(wrapper, "")));
  return zip(parts);
}

function fromSheets(found: readonly Sheet[], file: string, format: "xls" | "ods" | "csv"): OpenWorkbook {
  const taken = new Set<string>();
  // In an .xls the rows without a cell are holes.
  const sheets = found.map((sheet) => ({
    ...sheet,
    name: sheetNameFor(sheet.name, taken),
    rows: Array.from(sheet.rows, (row) => row ?? []),
  }));
  return {
    cells: {
      file,
      date1904: false,
      sheets: sheets.map((sheet) => {
        // The rows with their dates are kept for writing: the core gets its own.
        const rows = sheet.rows.map((row) => [...row]);
        const { cells } = cellsOfSheet({ ...sheet, rows }, { file, date1904: false, generatedKey: null });
        return format === "csv" ? cells : { ...cells, rows: cells.rows.map((row) => row.map(withError)) };
      }),
    },
    format,
    anomalies: [
      { severity: "info", code: `values-only-${format}`, file, sheet: null, cell: null, params: { file } } as const,
    ],
    ownSheets: [],
    userSheetNames: sheets.map((sheet) => sheet.name),
    journalRows: [],
    source: { kind: "values", sheets },
  };
}

function withError(cell: Cell): Cell {
  return typeof cell === "string" && errorText.test(cell) ? new CellError(cell) : cell;
}
