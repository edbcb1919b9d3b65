import {
  BlockSet,
  blockName,
  cellAt,
  cellName,
  fold,
  isBlankRow,
  parseCellName,
  type Cell,
  type CellBlock,
  type SheetCells,
  type Steps,
} from "../../cells";
import { anomaly, type Anomaly, type MessageCode } from "../../messages";
import {
  concerns,
  isOptionsSheet,
  isAsRecorded,
  writtenIn,
  type ChosenCommune,
  type Options,
  type SetAsideRow,
} from "../../options";
import { communeNamed, isCommunesSheet, isConventionSheet, tarifsName, type CommuneDirectory } from "../../tariff";
import { anomalyAt, anomalyOfSheet } from "../anomalies";
import { pointsAt, pointsAtRow, isTableRowAsRecorded, isTableAsRecorded, type TablePlace } from "../choices";
import { correctedRole } from "../column-corrections";
import { layouts } from "../layouts";
import type { Column } from "../column";
import { placeIn, type Known, type SheetBlock, type SheetContext, type Table } from "../table";
import type { ReadingRequest, SheetRef } from "../types";
import { acrossTables, transposedTables } from "./across-tables";
import { formTables } from "./forms";
import { itemTables, rowTables } from "./row-tables";
import { resolveKinds } from "./table-kinds";
import { turnedTable } from "./turned-table";

/** A visible sheet of the user. */
export interface Source {
  readonly sheet: SheetCells;
  readonly ref: SheetRef;
}

/** The tables found, with their anomalies. */
interface Found {
  /** The tables of visible sheets, with their kinds. */
  readonly tables: Table[];
  /** The tables of hidden sheets, which are not read. */
  readonly hidden: Table[];
  /** Every visible sheet of the user, with or without a table. */
  readonly sheets: Source[];
  readonly anomalies: Anomaly[];
}

/** Finds the tables of visible sheets; reports hidden sheets and hidden parts of tables. (decisions §4) */
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

/** Returns the reference of a sheet; `at`: the index of its workbook among those read. */
export function refOf({ file, name }: SheetCells, at: number): SheetRef {
  return { file, otherFile: at === 0 ? null : file, name };
}

/** Returns whether a sheet holds the user's options or own convention, rather than an inventory. */
export function isSettingsSheet(sheet: SheetCells): boolean {
  const name = fold(sheet.name);
  return isOptionsSheet(sheet) || name === fold(tarifsName) || isConventionSheet(sheet) || isCommunesSheet(sheet);
}

function hides(sheet: SheetCells, tables: readonly Table[]): boolean {
  return tables.some((table) => {
    const isInside = (from: number, to: number) => (at: number) => from <= at && at <= to;
    const { top, bottom, left, right } = table.on;
    return [...sheet.hiddenRows].some(isInside(top, bottom)) || [...sheet.hiddenColumns].some(isInside(left, right));
  });
}

/** Roles that make a table billable: a list of schools alone bills nothing. */
const billable: ReadonlySet<string> = new Set(["count", "part", "label", "untariffed", "refused"]);

/** Returns the tables of a sheet that hold an inventory or headcounts, from top to bottom and left to right. */
function* findTables(context: SheetContext): Steps<Table[]> {
  const transposed = yield* transposedTables(context);
  yield;
  const rows = yield* rowTables(context, transposed);
  yield;
  // « École | Maternelle » may head a form or a table: when nothing is counted below it, forms are searched there too.
  const forms = yield* formTables(context, [...transposed, ...rows.filter(isBillable)]);
  yield;
  const known = [...transposed, ...rows, ...forms];
  const across = acrossTables(context, known);
  yield;
  const items = yield* itemTables(context, [...known, ...across]);
  const before = new BlockSet<CellBlock>([...rows, ...forms]);
  const turned = [...transposed, ...across].map((found) => {
    const table = turnedTable(context, found, before);
    before.add(found);
    return table;
  });
  return [...turned, ...rows, ...forms, ...items]
    .filter(isBillable)
    .sort((a, b) => a.on.top - b.on.top || a.on.left - b.on.left);
}

/** Returns whether a table has something to bill; a « Total » by commune is an amount. */
function isBillable(table: Table): boolean {
  if (layouts[table.layout].listsUnits) return true;
  const bySchool = table.columns.some((column) => ["school", "entity", "location"].includes(column.role.kind));
  return table.columns.some(
    (column) =>
      billable.has(column.role.kind) && (bySchool || column.role.kind !== "refused" || column.words !== "total"),
  );
}

/** Reports the corrections with an unknown role, or without a header at their cell. */
function unusedCorrections(tables: readonly Table[], { options, grid }: ReadingRequest): Anomaly[] {
  return options.mappings.flatMap((correction): Anomaly[] => {
    const { sheet, cell, as } = correction;
    if (correctedRole(as, grid) === null)
      return [anomaly("error", "unknown-role", { as, at: `${sheet}!${cell}` }, correction)];
    const place = parseCellName(cell);
    const pointed = tables.filter(
      (table) => concerns(correction, table.sheet) && place !== null && headsAt(table, place.row, place.column),
    );
    return unused(correction, pointed, "correction-without-column", ({ sheet: now }) =>
      isAsRecorded(correction, cellAt(now, place!.row, place!.column)),
    );
  });
}

/** Returns whether a sheet cell is the header of a column of a table, or of the column of a school. */
function headsAt(table: Table, row: number, column: number): boolean {
  const isHeading = ({ index, headerRow }: Column): boolean => {
    const place = placeIn(table, headerRow, index);
    return place.row === row && place.column === column;
  };
  return (
    table.columns.some(isHeading) ||
    table.turned?.heads.some((head) => head.row === row && head.column === column) === true
  );
}

/** Reports the chosen communes that do not exist, or whose cell is not read as a commune or names another. */
function unusedCommunes(
  tables: readonly Table[],
  { options, campaign }: ReadingRequest,
  directory: CommuneDirectory,
): Anomaly[] {
  return options.communes.flatMap((choice): Anomaly[] => {
    const { sheet, cell, commune } = choice;
    if (communeNamed(commune, directory) === null) {
      const params = { commune, at: `${sheet}!${cell}`, campaign: campaign.year };
      return [anomaly("error", "chosen-commune-unknown", params, choice)];
    }
    const { row, column } = parseCellName(cell)!;
    const pointed = tables.filter((table) => concerns(choice, table.sheet) && namesCommune(table, row, column));
    return unused(choice, pointed, "chosen-commune-without-cell", ({ sheet: now }) =>
      applies(choice, cellAt(now, row, column), directory),
    );
  });
}

/** Returns whether a chosen commune applies to its cell: a cell that names a commune can only be confirmed. */
function applies(choice: ChosenCommune, cell: Cell, directory: CommuneDirectory): boolean {
  const written = communeNamed(writtenIn(cell), directory);
  return written === null ? isAsRecorded(choice, cell) : written === communeNamed(choice.commune, directory);
}

/** Returns whether the commune of a table's rows is read in a cell, or reported missing at it. */
function namesCommune(table: Table, sheetRow: number, sheetColumn: number): boolean {
  const { row, column } = placeIn(table, sheetRow, sheetColumn);
  if (row >= table.bodyTop && row <= table.bottom) {
    const naming = table.columns.filter(({ role }) => ["commune", "entity", "location", "insee"].includes(role.kind));
    // Without a commune column, communes are written above their schools or with them.
    if (naming.length === 0) return column >= table.left && column <= table.right;
    return naming.some(({ index }) => index === column);
  }
  const { sheetCommune } = table;
  const given = sheetCommune?.cell ?? { row: table.on.top, column: table.on.left };
  return sheetCommune !== null && given.row === sheetRow && given.column === sheetColumn;
}

/** Reports the rows to set aside that are not in a table, or that have changed. */
function unusedRows(tables: readonly Table[], { options }: ReadingRequest): Anomaly[] {
  return options.setAside.flatMap((option): Anomaly[] => {
    const { file, sheet, row, column = "" } = option;
    const pointed = tables.filter((table) => pointsAtRow(option, table));
    if (pointed.length === 0)
      return [anomaly("error", "set-aside-without-row", { at: `${sheet}, ${column}${row}` }, { file, sheet })];
    if (pointed.some((table) => isTableRowAsRecorded(option, table))) return besides(option, pointed);
    const cell = column === "" ? cellName(row - 1, pointed[0]!.on.left) : `${column}${row}`;
    const params = { at: `${sheet}!${cell}`, was: option.was ?? "", now: "" };
    return [anomaly("error", "choice-moved", params, { file, sheet, cell })];
  });
}

/** Reports a row to set aside that crosses several tables of one sheet, when it names no column. */
function besides({ row, column }: SetAsideRow, pointed: readonly Table[]): Anomaly[] {
  if (column !== undefined) return [];
  return pointed.flatMap((table): Anomaly[] => {
    const { sheet, left } = table.on;
    const holding = pointed.filter(
      ({ on }) => on.sheet === sheet && !isBlankRow(sheet.rows[row - 1] ?? [], on.left, on.right),
    );
    if (holding.length < 2 || holding[0] !== table) return [];
    const places = holding.map(({ on }) => blockName(on)).join(", ");
    const params = { row, places, cell: cellName(row - 1, holding.at(-1)!.on.left) };
    return [anomalyAt("warning", "set-aside-side-by-side", sheet, row - 1, left, params)];
  });
}

/** Reports the choices about tables that do not apply: without a table at their place, or with a changed text. */
export function unusedTableChoices(
  found: readonly Table[],
  unread: readonly SheetBlock[],
  { tables: uses, repeats }: Options,
): Anomaly[] {
  // A block outside any table can only be ignored.
  const blocks = unread.map((on) => ({ on }));
  const unusedChoice = (choice: TablePlace, placed: readonly Placed[]): Anomaly[] => {
    const pointed = placed.filter(({ on }) => pointsAt(choice, on));
    return unused(choice, pointed, "choice-without-table", (on) => isTableAsRecorded(choice, on));
  };
  return [
    ...uses.flatMap((choice) => unusedChoice(choice, choice.as === "ignored" ? [...found, ...blocks] : found)),
    ...repeats.flatMap((choice) => unusedChoice(choice, found)),
  ];
}

type Placed = Pick<Table, "on">;

/**
 * Reports a choice without a target (`lost`), or whose target's text has changed; returns no anomaly when it applies.
 */
function unused(
  { file, sheet, cell, was = "" }: TablePlace,
  pointed: readonly Placed[],
  lost: MessageCode,
  isSame: (pointed: SheetBlock) => boolean,
): Anomaly[] {
  const at = cell === null ? sheet : `${sheet}!${cell}`;
  const first = pointed[0]?.on;
  if (first === undefined) return [anomaly("error", lost, { at }, { file, sheet, cell })];
  if (pointed.some(({ on }) => isSame(on))) return [];
  const place = cell === null ? null : parseCellName(cell);
  const now = place === null ? first.sheet.name : writtenIn(cellAt(first.sheet, place.row, place.column));
  return [anomaly("error", "choice-moved", { at, was, now }, { file, sheet, cell })];
}
