import { shift1904, type CellBlock, type CellFacts, type SheetCells } from "../../cells";
import { generatedDocumentOf } from "../../documents";
import { anomaly, type Anomaly } from "../../messages";
import { blockOf } from "../addresses";
import { changedByHand, changedCells, type Edit } from "../checksum";
import { isGeneratedKey, journalKey, keyTaken } from "../generated-names";
import { filteredRowsOf, openedWorkbook, trimRows } from "../opened-workbook";
import { readCellFormats } from "./cell-formats";
import { officeTheme, readTheme } from "./colours";
import { CommentParts } from "./comments-part";
import { names, nextOf, openRoot } from "./known-markup";
import { damaged, FileFault, type OpenWorkbook } from "./opened-file";
import { readSharedStrings } from "./part-cells";
import type { Strike } from "../gathered-facts";
import { Package, type Relationship } from "./package";
import { readSheetPart, type SheetContext, type SheetPart } from "./sheet-part";
import { generatedSheetsOf, WorkbookPart } from "./workbook-part";
import { XmlScanner } from "./xml-scanner";
import type { ZipFile } from "./zip-file";

/** Opens an .xlsx or .xlsm, and checks every part. Throws a `FileFault` when it is damaged or holds no workbook. */
export function openPackage(zip: ZipFile, bytes: Uint8Array, file: string): OpenWorkbook {
  const pack = new Package(zip);
  for (const path of zip.paths) if (isLink(path)) zip.read(path);
  const path = pack.relationships("").find((link) => link.kind === "officeDocument")?.target;
  const type = path === undefined ? "" : (pack.contentType(path) ?? "");
  if (type.includes("wordprocessingml")) throw new FileFault("file-text-document");
  if (path === undefined || !/spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/.test(type))
    throw new FileFault("file-zip-without-workbook");
  const part = new WorkbookPart(pack, path);
  const read = readSheets(pack, part, file);
  const sheets = part.sheets().map((sheet) => ({ ...sheet, key: read.keys.get(sheet.name) ?? null }));
  checkRest(zip, new Set([path, ...read.parts]));
  const opened = openedWorkbook({
    cells: { file, date1904: part.date1904, sheets: read.cells },
    sheetNames: sheets.map(({ name }) => name),
    generated: generatedSheetsOf(sheets),
    names: part.names(),
    anomalies: read.anomalies,
  });
  const format = type.includes("macroEnabled") ? "xlsm" : "xlsx";
  return { ...opened, format, journalEdits: read.journalEdits, source: { kind: "package", bytes } };
}

/** Returns whether a part holds links or content types. */
function isLink(path: string): boolean {
  return /^\[content_types\]\.xml$|\.rels$/i.test(path);
}

interface SheetsRead {
  /** The worksheets, in the order of their tabs; chart sheets have no cells. */
  readonly cells: readonly SheetCells[];
  readonly anomalies: readonly Anomaly[];
  /** Keys of generated sheets and of their copies, by sheet name. */
  readonly keys: ReadonlyMap<string, string>;
  /** Paths of the parts that were read. */
  readonly parts: readonly string[];
  readonly journalEdits: readonly Edit[];
}

function readSheets(pack: Package, workbook: WorkbookPart, file: string): SheetsRead {
  const { date1904 } = workbook;
  const pointed = pointedAt(pack, workbook);
  const shared = { ...pointed, date1904 };
  const comments = new CommentParts(pack);
  const cells: SheetCells[] = [];
  const anomalies: Anomaly[] = workbook.isLeftUncalculated
    ? [anomaly("error", "file-not-calculated", { file }, { file })]
    : [];
  const keys = new Map<string, string>();
  const parts = [...pointed.parts];
  const journalEdits: Edit[] = [];
  for (const { path, name, key, checksum, visibility } of workbook.sheets()) {
    if (path === null) continue;
    const part = readSheetPart(pack.read(path), path, { ...shared, name, keepsContents: checksum !== null });
    const links = pack.relationships(path);
    const [tables, texts] = [tablesAmong(pack, links), comments.textsOf(links)];
    const generatedKey = key !== null && isDocument(key, checksum, part.rows) ? key : null;
    cells.push(cellsOfPart(part, { tables, comments: texts }, { file, name, visibility, generatedKey, date1904 }));
    parts.push(path, ...tables.map((table) => table.path));
    if (generatedKey !== null) {
      keys.set(name, generatedKey);
      const edits = checksum === null ? [] : changedCells(checksum, part.contents);
      const changed = changedByHand({ file, name, key: generatedKey }, edits, part.contents);
      if (changed !== null) anomalies.push(changed);
      if (generatedKey === journalKey) for (const edit of edits) journalEdits.push(edit);
    } else if (key !== null) anomalies.push(keyTaken(file, name));
  }
  return { cells, anomalies, keys, parts: [...parts, ...comments.paths], journalEdits };
}

/** Returns whether a sheet with a key, which anybody may define, also has a checksum or looks like a document. */
function isDocument(key: string, checksum: string | null, rows: SheetCells["rows"]): boolean {
  return isGeneratedKey(key) && (checksum !== null || generatedDocumentOf(rows) !== null);
}

/** What cells refer to by index, and the paths of the parts that hold it. */
interface PointedAt extends Pick<SheetContext, "strings" | "formats"> {
  readonly parts: readonly string[];
}

/** Reads what cells refer to: shared strings and cell formats. Any of the parts may be missing. */
export function pointedAt(pack: Package, workbook: WorkbookPart): PointedAt {
  const parts: string[] = [];
  const read = <T>(kind: string, reader: (bytes: Uint8Array, part: string) => T, missing: T): T => {
    const path = workbook.linkedPart(kind);
    if (path === null || !pack.has(path)) return missing;
    parts.push(path);
    return reader(pack.read(path), path);
  };
  const strings = read("sharedStrings", readSharedStrings, { texts: [], strikes: new Map<number, Strike>() });
  const theme = read("theme", (bytes, part) => readTheme(new XmlScanner(bytes, part)), officeTheme);
  const formats = read("styles", (bytes, part) => readCellFormats(bytes, part, theme), []);
  return { strings, formats, parts };
}

/** Checks the parts that are only copied, so that none is written back damaged with a valid checksum. */
function checkRest(zip: ZipFile, read: ReadonlySet<string>): void {
  for (const path of zip.paths) if (!read.has(path) && !isLink(path)) zip.read(path);
}

/** A native table, and the path of its part. */
interface TablePart {
  readonly path: string;
  readonly name: string;
  readonly block: CellBlock;
  /** Whether it has filter buttons. */
  readonly hasFilter: boolean;
}

/** Reads the native tables of a sheet, by the path of its part. Throws when the part of one is malformed. */
export function tablesOf(pack: Package, path: string): TablePart[] {
  return tablesAmong(pack, pack.relationships(path));
}

function tablesAmong(pack: Package, links: readonly Relationship[]): TablePart[] {
  const ofTables = links.filter(({ kind, external }) => kind === "table" && !external);
  return ofTables.map(({ target }) => readTablePart(pack.read(target), target));
}

/** The element names of a native table (ECMA-376, part 1, 18.5). */
const inTable = names("autoFilter sortState tableColumns tableStyleInfo extLst");

function readTablePart(bytes: Uint8Array, path: string): TablePart {
  const scanner = new XmlScanner(bytes, path);
  const root = openRoot(scanner, "table");
  const name = scanner.attribute("displayName") ?? scanner.attribute("name");
  const block = blockOf(scanner.attribute("ref") ?? "");
  if (name === null || block === null) throw damaged(path);
  let hasFilter = false;
  while (nextOf(scanner, root, inTable)) {
    if (scanner.name === "autoFilter") hasFilter = true;
    scanner.skipElement();
  }
  scanner.next();
  return { path, name, block, hasFilter };
}

/** The properties of a sheet that are not in its part. */
interface SheetHead extends Pick<SheetCells, "file" | "name" | "visibility" | "generatedKey"> {
  readonly date1904: boolean;
}

/** The parts linked to a sheet. */
interface Beside {
  readonly tables: readonly TablePart[];
  readonly comments: NonNullable<CellFacts["comments"]>;
}

/** Returns the cells of a sheet from its part, whose rows are not copied: a register may have a million cells. */
function cellsOfPart(part: SheetPart, { tables, comments }: Beside, { date1904, ...head }: SheetHead): SheetCells {
  const { facts, merges } = part;
  const isGenerated = head.generatedKey !== null;
  const rows = trimRows(part.rows, (row, column) => facts.withoutResult.has(row, column));
  const width = rows[0]?.length ?? 0;
  const hiddenRows = upTo(part.hiddenRows, rows.length);
  const filters = tables.flatMap(({ block, hasFilter }) => (hasFilter ? [block] : []));
  const filteredRows = filteredRowsOf(hiddenRows, part.filter === null ? filters : [part.filter, ...filters]);
  // Models count days from 1900 in any workbook, and values read back, from the Journal, must too.
  if (date1904 && isGenerated) countFrom1900(part);
  return {
    ...head,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: upTo(part.hiddenColumns, width),
    filtered: filteredRows.size > 0,
    tables: tables.map(({ name, block }) => ({ name, block })),
    // Generated sheets are not sources: no facts are needed.
    ...(isGenerated ? {} : { facts: { ...facts.all(), filteredRows, comments } }),
  };
}

function upTo(places: ReadonlySet<number>, length: number): Set<number> {
  return new Set([...places].filter((place) => place < length));
}

function countFrom1900({ rows, facts: { dates } }: SheetPart): void {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      if (typeof cell === "number" && dates.has(row, column)) cells[column] = cell + shift1904;
}
