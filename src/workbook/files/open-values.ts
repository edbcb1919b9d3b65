import { readOds } from "hucre/ods";
import { readXls, type Sheet } from "hucre/xlsx";
import type { Anomaly, MessageCode } from "../../messages";
import { generatedDocumentOf } from "../../documents";
import { cellsOfSheet } from "./cells-of-sheet";
import { decodeCsv } from "./csv-text";
import { decodeXml } from "./decode-xml";
import { FileFault } from "./file-fault";
import type { OpenWorkbook } from "./open-workbook";
import { readCsv } from "./read-csv";
import { sheetNameFor } from "./sheet-name";
import { bytesOf } from "./xml";
import { unzip, zip } from "./zip";

/** Opens an Excel 97-2003 workbook for its values. Throws where it is damaged. */
export async function openXls(bytes: Uint8Array, file: string): Promise<OpenWorkbook> {
  return fromSheets((await readXls(bytes)).sheets, file, "xls");
}

/** Opens an OpenDocument workbook for its values. Throws where it is damaged. */
export async function openOds(bytes: Uint8Array, file: string): Promise<OpenWorkbook> {
  return fromSheets((await readOds(withPlainRows(bytes), { readStyles: true })).sheets, file, "ods");
}

/** A text is not inflated: this is what it weighs. (decisions §4) */
const mostBytesOfCsv = 300_000_000;

/** Opens a CSV text as a sheet named after its file. Throws a `FileFault` where it is too large, or a quote does not close. */
export function openCsv(bytes: Uint8Array, file: string): OpenWorkbook {
  if (bytes.length > mostBytesOfCsv) throw new FileFault("file-too-large", { csv: "1" });
  const name = file.replace(/\.[^.]*$/, "");
  return fromSheets([{ name, rows: readCsv(decodeCsv(bytes)) }], file, "csv");
}

/** hucre sees only rows that stand directly in a table: those of a repeated heading or of a group are put there. */
function withPlainRows(bytes: Uint8Array): Uint8Array {
  const parts = unzip(bytes);
  const content = parts.get("content.xml");
  if (content === undefined) return bytes;
  const wrapper = /<\/?table:table-(header-rows|row-group|rows)(\s[^>]*)?>/g;
  parts.set("content.xml", bytesOf(decodeXml(content, "content.xml").replace(wrapper, "")));
  return zip(parts);
}

function fromSheets(found: readonly Sheet[], file: string, format: "xls" | "ods" | "csv"): OpenWorkbook {
  const taken = new Set<string>();
  // In an .xls the rows without a cell are holes.
  const named = found.map((sheet) => ({
    ...sheet,
    name: sheetNameFor(sheet.name, taken),
    rows: Array.from(sheet.rows, (row) => row ?? []),
  }));
  const all = named.map((sheet) => {
    const cells = cellsOfSheet(sheet, file, format);
    return { sheet, cells, own: generatedDocumentOf(cells.rows) };
  });
  // The keys of our documents are lost here: left out, they are neither read nor kept beside those of the new run.
  const users = all.filter(({ own }) => own === null);
  const left = all.length - users.length;
  const info = (code: MessageCode, params: Anomaly["params"]): Anomaly => ({
    severity: "info",
    code,
    file,
    sheet: null,
    cell: null,
    params,
  });
  return {
    cells: { file, date1904: false, sheets: users.map(({ cells }) => cells) },
    format,
    anomalies: [
      info(`values-only-${format}`, { file }),
      ...(left === 0 ? [] : [info("own-documents-left-out", { file, count: left })]),
    ],
    ownSheets: [],
    userSheetNames: users.map(({ sheet }) => sheet.name),
    journalRows: all.find(({ own }) => own === "journal")?.cells.rows ?? [],
    journalEdits: [],
    ownAmounts: [],
    source: { kind: "values", sheets: users.map(({ sheet }) => sheet) },
  };
}
