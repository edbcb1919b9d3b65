import type { SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { generatedDocumentOf } from "../../documents";
import { ownAmounts } from "../own-amounts";
import { isOwnKey, journalKey } from "../own-key";
import { keyTaken, namesTaken } from "../own-name";
import type { Edit } from "../seal";
import { changedByHand, changedCells } from "../sealed-sheet";
import { cellsOfPart } from "./cells-of-part";
import type { OpenWorkbook } from "./open-workbook";
import { ownSheetsOf } from "./own-sheets";
import { Package } from "./package";
import { readSheetPart, type SheetContext } from "./sheet-part";
import { sharedStringsOf } from "./shared-strings";
import { numberLooksOf } from "./number-looks";
import { tableOf } from "./table-part";
import { WorkbookPart } from "./workbook-part";
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
  const read = readSheets(zip, pack, part, file);
  const sheets = part.sheets().map((sheet) => ({ ...sheet, key: read.keys.get(sheet.name) ?? null }));
  const own = ownSheetsOf(sheets);
  const ownPlaces = new Set(own.map((sheet) => sheet.place));
  const ownNames = new Set(own.map((sheet) => sheet.name));
  const names = part.prefixedNames();
  const { cells } = read;
  checkRest(zip, new Set([path, ...read.parts]));
  return {
    cells: { file, date1904: part.date1904, sheets: cells },
    format: type.includes("macroEnabled") ? "xlsm" : "xlsx",
    anomalies: [...read.anomalies, ...namesTaken(names, ownNames, file)],
    ownSheets: own.map(({ key, name }) => ({ key, name })),
    userSheetNames: sheets.filter((_, place) => !ownPlaces.has(place)).map((sheet) => sheet.name),
    journalRows: cells.find((sheet) => sheet.generatedKey === "journal")?.rows ?? [],
    journalEdits: read.journalEdits,
    ownAmounts: ownAmounts(names, cells),
    source: { kind: "package", bytes },
  };
}

/** What says how parts are linked, and what they are. */
function isLink(path: string): boolean {
  return path === "[Content_Types].xml" || path.endsWith(".rels");
}

interface SheetsRead {
  /** The sheets of cells, in the order of their tabs: a chart sheet has none. */
  readonly cells: readonly SheetCells[];
  readonly anomalies: readonly Anomaly[];
  /** Keys of our documents, and of their copies, by the name of their sheet. */
  readonly keys: ReadonlyMap<string, string>;
  /** Paths of the parts that were read. */
  readonly parts: readonly string[];
  readonly journalEdits: readonly Edit[];
}

function readSheets(zip: ZipFile, pack: Package, workbook: WorkbookPart, file: string): SheetsRead {
  const { date1904 } = workbook;
  const shared = { ...pointedAt(zip, workbook), date1904 };
  const cells: SheetCells[] = [];
  const anomalies: Anomaly[] = [];
  const keys = new Map<string, string>();
  const parts: string[] = [];
  const journalEdits: Edit[] = [];
  for (const { path, name, key, seal, visibility } of workbook.sheets()) {
    if (path === null) continue;
    const part = readSheetPart(zip.read(path), path, { ...shared, keepsContents: seal !== null });
    const tablePaths = pack.relationships(path).filter((link) => link.kind === "table" && !link.external);
    const tables = tablePaths.map(({ target }) => tableOf(zip.read(target), target));
    const generatedKey = key !== null && isDocument(key, seal, part.rows) ? key : null;
    cells.push(cellsOfPart(part, tables, { file, name, visibility, generatedKey, date1904 }));
    parts.push(path, ...tablePaths.map(({ target }) => target));
    if (generatedKey !== null) {
      keys.set(name, generatedKey);
      const edits = seal === null ? [] : changedCells(seal, part.contents);
      const changed = changedByHand({ file, name, key: generatedKey }, edits);
      if (changed !== null) anomalies.push(changed);
      if (generatedKey === journalKey) for (const edit of edits) journalEdits.push(edit);
    } else if (key !== null) anomalies.push(keyTaken(file, name));
  }
  return { cells, anomalies, keys, parts, journalEdits };
}

/** A key is a name that anybody may define: only a sheet that was sealed, or reads as a document, is one of ours. */
function isDocument(key: string, seal: string | null, rows: SheetCells["rows"]): boolean {
  return isOwnKey(key) && (seal !== null || generatedDocumentOf(rows) !== null);
}

/** What cells point at by a number: texts, and how numbers are shown. Either part may be missing. */
function pointedAt(zip: ZipFile, workbook: WorkbookPart): Pick<SheetContext, "strings" | "formats"> {
  const [strings, styles] = ["sharedStrings", "styles"].map((kind) => {
    const path = workbook.linkedPart(kind);
    return path !== null && zip.has(path) ? path : null;
  }) as [string | null, string | null];
  return {
    strings: strings === null ? [] : sharedStringsOf(zip.read(strings), strings),
    formats: styles === null ? [] : numberLooksOf(zip.read(styles), styles),
  };
}

/** What is only copied, a picture, a macro, is not given back damaged under a sum that says it is whole. */
function checkRest(zip: ZipFile, read: ReadonlySet<string>): void {
  for (const path of zip.paths) if (!read.has(path) && !isLink(path)) zip.read(path);
}
