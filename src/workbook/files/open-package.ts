import { shift1904, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { generatedDocumentOf } from "../../documents";
import type { Anomaly } from "../../messages";
import { changedByHand, changedCells, type Edit } from "../checksum";
import { generatedAmounts, isGeneratedKey, journalKey, keyTaken, takenNames } from "../generated-names";
import { readSharedStrings } from "./cell-value";
import { damaged } from "./file-fault";
import type { OpenWorkbook } from "./open-workbook";
import { Package } from "./package";
import { parseBlock, readSheetPart, type SheetContext, type SheetPart } from "./sheet-part";
import { readNumberLooks } from "./styles-part";
import { generatedSheetsOf, WorkbookPart } from "./workbook-part";
import { decodeXml } from "./xml";
import { XmlScanner } from "./xml-scanner";
import type { ZipFile } from "./zip-file";

/** The workbook of a package, or what it is instead. */
type PackageOpening = OpenWorkbook | "not-a-workbook";

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
  const own = generatedSheetsOf(sheets);
  const ownPlaces = new Set(own.map((sheet) => sheet.place));
  const ownNames = new Set(own.map((sheet) => sheet.name));
  const names = part.prefixedNames();
  const { cells } = read;
  checkRest(zip, new Set([path, ...read.parts]));
  return {
    cells: { file, date1904: part.date1904, sheets: cells },
    format: type.includes("macroEnabled") ? "xlsm" : "xlsx",
    anomalies: [...read.anomalies, ...takenNames(names, ownNames, file)],
    ownSheets: own.map(({ key, name }) => ({ key, name })),
    userSheetNames: sheets.filter((_, place) => !ownPlaces.has(place)).map((sheet) => sheet.name),
    journalRows: cells.find((sheet) => sheet.generatedKey === "journal")?.rows ?? [],
    journalEdits: read.journalEdits,
    ownAmounts: generatedAmounts(names, cells),
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
  for (const { path, name, key, checksum: seal, visibility } of workbook.sheets()) {
    if (path === null) continue;
    const part = readSheetPart(zip.read(path), path, { ...shared, keepsContents: seal !== null });
    const tablePaths = pack.relationships(path).filter((link) => link.kind === "table" && !link.external);
    const tables = tablePaths.map(({ target }) => readTablePart(zip.read(target), target));
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
  return isGeneratedKey(key) && (seal !== null || generatedDocumentOf(rows) !== null);
}

/** What cells point at by a number: texts, and how numbers are shown. Either part may be missing. */
function pointedAt(zip: ZipFile, workbook: WorkbookPart): Pick<SheetContext, "strings" | "formats"> {
  const [strings, styles] = ["sharedStrings", "styles"].map((kind) => {
    const path = workbook.linkedPart(kind);
    return path !== null && zip.has(path) ? path : null;
  }) as [string | null, string | null];
  return {
    strings: strings === null ? [] : readSharedStrings(zip.read(strings), strings),
    formats: styles === null ? [] : readNumberLooks(zip.read(styles), styles),
  };
}

/** What is only copied, a picture, a macro, is not given back damaged under a sum that says it is whole. */
function checkRest(zip: ZipFile, read: ReadonlySet<string>): void {
  for (const path of zip.paths) if (!read.has(path) && !isLink(path)) zip.read(path);
}

/** What is said of a sheet elsewhere than in its part. */
interface SheetHead {
  readonly file: string;
  readonly name: string;
  readonly visibility: SheetCells["visibility"];
  readonly generatedKey: string | null;
  readonly date1904: boolean;
}

/** The core's view of a sheet's part, of which the rows are taken over: a register of a million cells is not copied. */
function cellsOfPart(part: SheetPart, tables: readonly TablePart[], head: SheetHead): SheetCells {
  const { file, name, visibility, generatedKey } = head;
  const { rows, merges, dates, money, formulas, withoutResult, sums, struck } = part;
  while (rows.length > 0 && isBlank(rows.length - 1, part)) rows.pop();
  const width = rows[0]?.length ?? 0;
  const hiddenRows = upTo(part.hiddenRows, rows.length);
  const filters = [part.filter, ...tables.map(({ block, hasFilter }) => (hasFilter ? block : null))];
  const filteredRows = filteredOut(hiddenRows, filters);
  // Models count days from 1900 in any workbook, and so does what is read back of them: the journal.
  if (head.date1904 && generatedKey !== null) countFrom1900(rows, part);
  return {
    file,
    name,
    visibility,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: upTo(part.hiddenColumns, width),
    filtered: filteredRows.size > 0,
    tables: tables.map(({ name, block }) => ({ name, block })),
    generatedKey,
    // Ours are no sources: nothing more is asked of them.
    ...(generatedKey === null ? { facts: { dates, money, formulas, withoutResult, sums, struck, filteredRows } } : {}),
  };
}

/** Nothing is in a row, not even a formula without a result. */
function isBlank(row: number, { rows, withoutResult }: SheetPart): boolean {
  return rows[row]!.every((cell, column) => cell === null && !withoutResult.has(row, column));
}

function upTo(places: ReadonlySet<number>, length: number): Set<number> {
  return new Set([...places].filter((place) => place < length));
}

/** A row hidden inside a filter's range is taken as hidden by the filter: criteria cannot tell which filters are in use. */
function filteredOut(hidden: ReadonlySet<number>, filters: readonly (CellBlock | null)[]): Set<number> {
  const blocks = filters.filter((block) => block !== null);
  return new Set([...hidden].filter((row) => blocks.some(({ top, bottom }) => row > top && row <= bottom)));
}

function countFrom1900(rows: Cell[][], { dates }: SheetPart): void {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      if (typeof cell === "number" && dates.has(row, column)) cells[column] = cell + shift1904;
}

/** A native table. */
interface TablePart {
  readonly name: string;
  readonly block: CellBlock;
  /** It has filter buttons. */
  readonly hasFilter: boolean;
}

/** Reads the part of a table. Throws where it is malformed. */
function readTablePart(bytes: Uint8Array, part: string): TablePart {
  const scanner = new XmlScanner(decodeXml(bytes, part), () => damaged(part));
  scanner.next();
  const name = scanner.attribute("displayName") ?? scanner.attribute("name");
  const block = parseBlock(scanner.attribute("ref") ?? "");
  if (name === null || block === null) throw damaged(part);
  let hasFilter = false;
  for (let event = scanner.next(); event !== "end"; event = scanner.next())
    if (event === "open" && scanner.depth === 2 && scanner.name === "autoFilter") hasFilter = true;
  return { name, block, hasFilter };
}
