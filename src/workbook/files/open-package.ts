import { readXlsx } from "hucre/xlsx";
import type { Anomaly } from "../../messages";
import { ownAmounts } from "../own-amounts";
import { cellsOfSheet } from "./cells-of-sheet";
import type { OpenWorkbook } from "./open-workbook";
import { ownSheetsOf } from "./own-sheets";
import { Package, relationshipsPath } from "./package";
import { WorkbookPart } from "./workbook-part";

/** The workbook of a package, or what it is instead. */
export type PackageOpening = OpenWorkbook | "not-a-workbook";

/**
 * Opens an .xlsx or .xlsm. hucre gives the cells; which sheets are ours, and which hold cells at all, is read from the
 * workbook's own part, because hucre refuses a workbook that has a chart sheet. Throws where the file is damaged.
 */
export async function openPackage(bytes: Uint8Array, file: string): Promise<PackageOpening> {
  const root = Package.open(bytes, (path) => path === "_rels/.rels" || path === "[Content_Types].xml");
  const path = root.relationships("").find((link) => link.kind === "officeDocument")?.target;
  if (path === undefined) return "not-a-workbook";
  const type = root.contentType(path) ?? "";
  if (!/spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/.test(type)) return "not-a-workbook";
  const pack = Package.open(bytes, (part) => part === path || part === relationshipsPath(path));
  const part = new WorkbookPart(pack, path);
  const sheets = part.sheets();
  const own = ownSheetsOf(sheets);
  const ownPlaces = new Set(own.map((sheet) => sheet.place));
  const readable = sheets.filter((sheet) => sheet.path !== null);

  const read = await readXlsx(bytes, { sheets: (_, place) => sheets[place]?.path != null });
  const anomalies: Anomaly[] = [];
  const cells = read.sheets.map((sheet, index) => {
    const generatedKey = readable[index]!.key;
    // Models count days from 1900 in any workbook, and so does what is read back of them: the journal.
    const date1904 = part.date1904 && generatedKey === null;
    const { cells, withoutValue } = cellsOfSheet(sheet, { file, date1904, generatedKey });
    if (withoutValue !== null && generatedKey === null)
      anomalies.push({
        severity: "warning",
        code: "formula-without-value",
        file,
        sheet: sheet.name,
        cell: withoutValue.first,
        params: { count: withoutValue.count },
      });
    return cells;
  });
  return {
    cells: { file, date1904: part.date1904, sheets: cells },
    format: type.includes("macroEnabled") ? "xlsm" : "xlsx",
    anomalies,
    ownSheets: own.map(({ key, name }) => ({ key, name })),
    userSheetNames: sheets.filter((_, place) => !ownPlaces.has(place)).map((sheet) => sheet.name),
    journalRows: cells.find((sheet) => sheet.generatedKey === "journal")?.rows ?? [],
    ownAmounts: ownAmounts(part.ownNames(), cells),
    source: { kind: "package", bytes },
  };
}
