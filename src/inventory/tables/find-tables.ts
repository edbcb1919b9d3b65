import {
  cellAt,
  cellName,
  fold,
  parseCellName,
  type Cell,
  type CellBlock,
  type SheetCells,
  type Steps,
} from "../../cells";
import { anomaly, type Anomaly } from "../../messages";
import {
  concerns,
  optionsSheetName,
  rowStillSays,
  stillSays,
  writtenIn,
  type ChosenCommune,
  type Options,
} from "../../options";
import { tarifsName, type CommuneDirectory } from "../../tariff";
import { anomalyOfSheet } from "../anomalies";
import { correctedRole, pointsAt, tableStillSays, type PlacedTable, type TablePlace } from "../choices";
import type { Known, SheetContext, Table } from "../table";
import type { ReadingRequest, SheetRef } from "../types";
import { acrossTables, transposedTables } from "./across-tables";
import { formTables } from "./forms";
import { itemTables, rowTables } from "./row-tables";
import { resolveKinds } from "./table-kinds";

/** A visible sheet of the user's. */
export interface Source {
  readonly sheet: SheetCells;
  readonly ref: SheetRef;
}

/** Tables found, with their anomalies. */
interface Found {
  /** The tables of the visible sheets, each of its kind. */
  readonly tables: Table[];
  /** Those of the hidden ones, which are not read. */
  readonly hidden: Table[];
  /** Every sheet where a table may stand, tables in it or not. */
  readonly sheets: Source[];
  readonly anomalies: Anomaly[];
}

/** Every table of the visible sheets that is an inventory or headcounts; hidden ones and hidden parts are told. (decisions §4) */
export function* findSources(request: ReadingRequest, known: Known): Steps<Found> {
  const { campaign, grid, options } = request;
  const tools = { campaign, grid, ...known, corrections: options.mappings, words: options.words };
  const tables: Table[] = [];
  const hidden: Table[] = [];
  const sheets: Source[] = [];
  const anomalies: Anomaly[] = [];
  for (const [at, workbook] of request.workbooks.entries()) {
    for (const sheet of workbook.sheets) {
      if (sheet.generatedKey !== null || isSettingsSheet(sheet)) continue;
      const ref = refOf(sheet, at);
      yield;
      const found = yield* findTables({ sheet, ref, date1904: workbook.date1904, ...tools });
      if (sheet.visibility === "visible") sheets.push({ sheet, ref });
      if (found.length === 0) continue;
      if (sheet.visibility !== "visible") {
        hidden.push(...found.map((table): Table => ({ ...table, kind: "hidden", kindWords: sheet.name })));
        anomalies.push(anomalyOfSheet("warning", "hidden-sheet", sheet));
        continue;
      }
      for (const table of resolveKinds(found, campaign, options.tables)) tables.push(table);
      if (hides(sheet, found))
        anomalies.push(anomalyOfSheet("info", sheet.filtered ? "filtered-rows" : "hidden-parts", sheet));
    }
  }
  anomalies.push(
    ...unusedCorrections(tables, request),
    ...unusedCommunes(tables, request, known.directory),
    ...unusedRows(tables, request),
  );
  return { tables, hidden, sheets, anomalies };
}

/** A sheet of the workbook at an index, among those read together. */
export function refOf({ file, name }: SheetCells, at: number): SheetRef {
  return { file, otherFile: at === 0 ? null : file, name };
}

/** The user's options and own grid are no inventories. */
export function isSettingsSheet(sheet: SheetCells): boolean {
  const name = fold(sheet.name);
  return name === fold(optionsSheetName) || name === fold(tarifsName);
}

function hides(sheet: SheetCells, tables: readonly Table[]): boolean {
  return tables.some((table) => {
    const isInside = (from: number, to: number) => (at: number) => from <= at && at <= to;
    return (
      [...sheet.hiddenRows].some(isInside(table.headerTop, table.bodyBottom)) ||
      [...sheet.hiddenColumns].some(isInside(table.left, table.right))
    );
  });
}

/** Roles that make a table one of ours; a list of schools alone bills nothing. */
const billable: ReadonlySet<string> = new Set(["count", "part", "label", "untariffed", "refused"]);

/** Finds every table of a sheet that holds an inventory or headcounts, from top to bottom and left to right. */
function* findTables(context: SheetContext): Steps<Table[]> {
  const transposed = yield* transposedTables(context);
  yield;
  const rows = yield* rowTables(context, transposed);
  yield;
  // « École | Maternelle » heads a form as well as a table: where nothing counts under it, it hides no form.
  const forms = [...rows, ...(yield* formTables(context, rows.filter(isBillable)))];
  yield;
  const named = [...forms, ...acrossTables(context, forms)];
  yield;
  return [...named, ...(yield* itemTables(context, named))]
    .filter(isBillable)
    .sort((a, b) => a.headerTop - b.headerTop || a.left - b.left);
}

/** True where something of the table may be billed; a « Total » by commune is somebody's amounts. */
function isBillable(table: Table): boolean {
  if (table.layout === "pupil-list" || table.layout === "machine-rows") return true;
  const bySchool = table.columns.some((column) => ["school", "entity", "location"].includes(column.role.kind));
  return table.columns.some(
    (column) =>
      billable.has(column.role.kind) && (bySchool || column.role.kind !== "refused" || column.words !== "total"),
  );
}

/** Corrections that say nothing, or point at no header. */
function unusedCorrections(tables: readonly Table[], { options, grid }: ReadingRequest): Anomaly[] {
  return options.mappings.flatMap((correction): Anomaly[] => {
    const at = `${correction.sheet}!${correction.cell}`;
    if (correctedRole(correction.as, grid) === null)
      return [anomaly("error", "unknown-role", { as: correction.as, at }, correction)];
    const cell = parseCellName(correction.cell);
    const pointed = tables.filter(
      (table) =>
        concerns(correction, table.sheet) &&
        table.columns.some((column) => column.index === cell?.column && column.headerRow === cell.row),
    );
    if (pointed.length === 0) return [anomaly("error", "correction-without-column", { at }, correction)];
    if (pointed.some(({ sheet }) => stillSays(correction, cellAt(sheet, cell!.row, cell!.column)))) return [];
    return [moved(correction, at, correction.cell, writtenIn(cellAt(pointed[0]!.sheet, cell!.row, cell!.column)))];
  });
}

/** Communes chosen that are none, for cells where none is read, or that name another one. */
function unusedCommunes(
  tables: readonly Table[],
  { options, campaign }: ReadingRequest,
  directory: CommuneDirectory,
): Anomaly[] {
  return options.communes.flatMap((choice): Anomaly[] => {
    const { sheet, cell, commune } = choice;
    const at = `${sheet}!${cell}`;
    const chosen = directory.find(commune);
    if (chosen.kind !== "found")
      return [anomaly("error", "chosen-commune-unknown", { commune, at, campaign: campaign.year }, choice)];
    const { row, column } = parseCellName(cell)!;
    const pointed = tables.filter((table) => concerns(choice, table.sheet) && namesCommune(table, row, column));
    if (pointed.length === 0) return [anomaly("error", "chosen-commune-without-cell", { at }, choice)];
    if (pointed.some(({ sheet }) => applies(choice, cellAt(sheet, row, column), directory))) return [];
    return [moved(choice, at, cell, writtenIn(cellAt(pointed[0]!.sheet, row, column)))];
  });
}

/** A cell that names a commune by itself is followed: a choice may only say the same. */
function applies(choice: ChosenCommune, cell: Cell, directory: CommuneDirectory): boolean {
  const [written, chosen] = [directory.find(writtenIn(cell)), directory.find(choice.commune)];
  if (written.kind !== "found") return stillSays(choice, cell);
  return chosen.kind === "found" && chosen.commune === written.commune;
}

/** Whether the commune of a table's rows is read in the cell, or the lack of one told there. */
function namesCommune(table: Table, row: number, column: number): boolean {
  if (row >= table.bodyTop && row <= table.bodyBottom) {
    const naming = table.columns.filter(({ role }) => ["commune", "entity", "location", "insee"].includes(role.kind));
    // Without a column of theirs, communes stand above their schools, or with them.
    if (naming.length === 0) return column >= table.left && column <= table.right;
    return naming.some(({ index }) => index === column);
  }
  const { sheetCommune } = table;
  const given = sheetCommune?.cell ?? { row: table.headerTop, column: table.left };
  if (sheetCommune !== null && given.row === row && given.column === column) return true;
  return table.columns.some(({ school }) => school?.row === row && school.column === column);
}

/** Rows to set aside that are no row of an inventory, or no longer the same. */
function unusedRows(tables: readonly Table[], { options }: ReadingRequest): Anomaly[] {
  return options.setAside.flatMap((option): Anomaly[] => {
    const { file, sheet, row } = option;
    const pointed = tables.filter(
      (table) => concerns(option, table.sheet) && row - 1 >= table.bodyTop && row - 1 <= table.bodyBottom,
    );
    if (pointed.length === 0)
      return [anomaly("error", "set-aside-without-row", { at: `${sheet}, ${row}` }, { file, sheet })];
    const cellsOf = ({ sheet: { rows } }: Table) => rows[row - 1] ?? [];
    if (pointed.some((table) => rowStillSays(option, cellsOf(table)))) return [];
    const cell = cellName(row - 1, pointed[0]!.left);
    return [moved(option, `${sheet}!${cell}`, cell, "")];
  });
}

/** A choice whose place says something else than when it was made. */
function moved(
  { file, sheet, was = "" }: { readonly file: string | null; readonly sheet: string; readonly was?: string },
  at: string,
  cell: string | null,
  now: string,
): Anomaly {
  return anomaly("error", "choice-moved", { at, was, now }, { file, sheet, cell });
}

/** Choices about tables that are not applied, each told: they point at no table, or at one that no longer says the same. */
export function unusedTableChoices(
  tables: readonly Table[],
  unread: readonly (CellBlock & { readonly sheet: SheetCells })[],
  { tables: uses, repeats }: Options,
): Anomaly[] {
  const blocks = unread.map(({ top, bottom, ...block }): PlacedTable => ({
    headerTop: top,
    bodyBottom: bottom,
    ...block,
  }));
  return [
    // What is in no table can only be left out.
    ...uses.flatMap((choice) => unusedChoice(choice, choice.as === "ignored" ? [...tables, ...blocks] : tables)),
    ...repeats.flatMap((choice) => unusedChoice(choice, tables)),
  ];
}

function unusedChoice(choice: TablePlace, placed: readonly PlacedTable[]): Anomaly[] {
  const pointed = placed.filter((table) => pointsAt(choice, table));
  const { file, sheet, cell } = choice;
  const at = cell === null ? sheet : `${sheet}!${cell}`;
  const first = pointed[0];
  if (first === undefined) return [anomaly("error", "choice-without-table", { at }, { file, sheet, cell })];
  if (pointed.some((table) => tableStillSays(choice, table))) return [];
  const place = cell === null ? null : parseCellName(cell);
  const now = place === null ? first.sheet.name : writtenIn(cellAt(first.sheet, place.row, place.column));
  return [moved(choice, at, cell, now)];
}
