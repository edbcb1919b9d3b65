import { cellName } from "../../cells";
import type { SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { ownAmounts } from "../own-amounts";
import { cellsOfPart } from "./cells-of-part";
import type { OpenWorkbook } from "./open-workbook";
import { ownSheetsOf } from "./own-sheets";
import { Package } from "./package";
import { readSheetPart, type SheetPart } from "./sheet-part";
import { sharedStringsOf } from "./shared-strings";
import { shownFormatsOf } from "./shown-formats";
import { tableOf } from "./table-part";
import { WorkbookPart, type SheetEntry } from "./workbook-part";
import type { ZipFile } from "./zip-file";

/** The workbook of a package, or what it is instead. */
export type PackageOpening = OpenWorkbook | "not-a-workbook";

/** Opens an .xlsx or .xlsm, of which every part is checked, read or not. Throws a `FileFault` where the file is damaged. */
export function openPackage(zip: ZipFile, bytes: Uint8Array, file: string): PackageOpening {
  const pack = Package.of(zip, isLink);
  const path = pack.relationships("").find((link) => link.kind === "officeDocument")?.target;
  if (path === undefined) return "not-a-workbook";
  const type = pack.contentType(path) ?? "";
  if (!/spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/.test(type)) return "not-a-workbook";
  pack.write(path, zip.read(path));
  const part = new WorkbookPart(pack, path);
  const sheets = part.sheets();
  const own = ownSheetsOf(sheets);
  const ownPlaces = new Set(own.map((sheet) => sheet.place));
  const read = readSheets(zip, pack, part, sheets, file);
  const cells = read.map((sheet) => sheet.cells);
  checkRest(zip, new Set([path, ...read.flatMap((sheet) => sheet.parts)]));
  return {
    cells: { file, date1904: part.date1904, sheets: cells },
    format: type.includes("macroEnabled") ? "xlsm" : "xlsx",
    anomalies: read.flatMap((sheet) => sheet.anomalies),
    ownSheets: own.map(({ key, name }) => ({ key, name })),
    userSheetNames: sheets.filter((_, place) => !ownPlaces.has(place)).map((sheet) => sheet.name),
    journalRows: cells.find((sheet) => sheet.generatedKey === "journal")?.rows ?? [],
    ownAmounts: ownAmounts(part.ownNames(), cells),
    source: { kind: "package", bytes },
  };
}

/** What says how parts are linked, and what they are. */
function isLink(path: string): boolean {
  return path === "[Content_Types].xml" || path.endsWith(".rels");
}

interface SheetRead {
  readonly cells: SheetCells;
  readonly anomalies: readonly Anomaly[];
  /** Paths of the parts that were read for it. */
  readonly parts: readonly string[];
}

/** The sheets of cells, in the order of their tabs: a chart sheet has none. */
function readSheets(
  zip: ZipFile,
  pack: Package,
  workbook: WorkbookPart,
  sheets: readonly SheetEntry[],
  file: string,
): SheetRead[] {
  const optional = (kind: string) => {
    const path = workbook.linkedPart(kind);
    return path !== null && zip.has(path) ? path : null;
  };
  const [stringsPath, stylesPath] = [optional("sharedStrings"), optional("styles")];
  const strings = stringsPath === null ? [] : sharedStringsOf(zip.read(stringsPath), stringsPath);
  const formats = stylesPath === null ? [] : shownFormatsOf(zip.read(stylesPath), stylesPath);
  return sheets.flatMap((sheet) => {
    if (sheet.path === null) return [];
    const { path, name, key } = sheet;
    const date1904 = workbook.date1904;
    const part = readSheetPart(zip.read(path), path, { strings, formats, date1904 });
    const tablePaths = pack.relationships(path).filter((link) => link.kind === "table" && !link.external);
    const tables = tablePaths.map(({ target }) => tableOf(zip.read(target), target));
    const anomalies = key === null ? withoutValue(part, file, name) : [];
    const head = { file, name, visibility: sheet.visibility, generatedKey: key, date1904 };
    const parts = [path, ...tablePaths.map(({ target }) => target)];
    return [{ cells: cellsOfPart(part, tables, head), anomalies, parts }];
  });
}

function withoutValue({ unresolved }: SheetPart, file: string, sheet: string): Anomaly[] {
  if (unresolved === null) return [];
  const { count, row, column } = unresolved;
  const cell = cellName(row, column);
  return [{ severity: "warning", code: "formula-without-value", file, sheet, cell, params: { count } }];
}

/** What is only copied, a picture, a macro, is not given back damaged under a sum that says it is whole. */
function checkRest(zip: ZipFile, read: ReadonlySet<string>): void {
  for (const path of zip.paths) if (!read.has(path) && !isLink(path)) zip.read(path);
}
