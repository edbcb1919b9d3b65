import { cellAt, columnName, holds, parseCellName, type Cell, type SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { writtenIn, writtenInRow, type ColumnRole } from "../../options";
import type { CellPlace } from "../../explain";
import { isInBody } from "../state/tables";
import type { SessionContext } from "./context";
import type { Snapshot } from "./snapshot";

type Place = Pick<Anomaly, "file" | "sheet" | "cell">;

/** Columns that describe a row, without the names of pupils. */
const describing: ReadonlySet<string> = new Set<ColumnRole>([
  "commune",
  "school",
  "entity",
  "location",
  "label",
  "quantity",
]);
/** Columns that name what a row is about. A list of pupils is known by its schools only. (decisions §8) */
const naming: ReadonlySet<string> = new Set<ColumnRole>([
  "commune",
  "school",
  "entity",
  "location",
  "label",
  "inventory-number",
  "serial-number",
]);
const namingPupils: ReadonlySet<string> = new Set<ColumnRole>(["commune", "school"]);

/** The number of sample values of a column, and the length to which each is shortened. */
const [enough, longest] = [3, 40];

/** Returns the row of a cell in a few words, « Pirey · Les Vergers · Postes · 2 »; empty outside any table. */
export function describeRow({ snapshot }: SessionContext, { file, sheet, cell }: Place): string {
  const place = cell === null ? null : parseCellName(cell);
  const table = place === null ? null : tableWith(snapshot, { file, sheet }, place);
  if (table === null || place === null || table.mapping.layout === "pupil-list") return "";
  const columns = table.mapping.columns.filter(({ role, column }) => describing.has(role) || column === place.column);
  return writtenInRow(columns.map(({ column }): Cell => cellAt(table.cells, place.row, column)));
}

/**
 * Returns the texts that identify the row of a cell, so that another row is not set aside once rows have moved; empty
 * when nothing identifies it.
 */
export function namesOfRow({ snapshot }: SessionContext, { file, sheet, cell }: Place): string {
  const place = cell === null ? null : parseCellName(cell);
  const table = place === null ? null : tableWith(snapshot, { file, sheet }, place);
  if (table === null || place === null) return "";
  const roles = table.mapping.layout === "pupil-list" ? namingPupils : naming;
  const columns = table.mapping.columns.filter(({ role }) => roles.has(role));
  return writtenInRow(columns.map(({ column }): Cell => cellAt(table.cells, place.row, column)));
}

/** Returns the description of a cell: the name of its row and the meaning given to its column. */
export function aboutCell(context: SessionContext, place: Place): string {
  const at = place.cell === null ? null : parseCellName(place.cell);
  const table = at === null ? null : tableWith(context.snapshot, place, at);
  const column = table?.mapping.columns.find((one) => one.column === at?.column);
  const names = namesOfRow(context, place);
  return names === "" || column === undefined || naming.has(column.role) ? names : `${names} · ${column.header}`;
}

/**
 * Returns the letters of a cell's column when they are needed to distinguish its table from one beside it; null
 * otherwise.
 */
export function columnOfRow({ snapshot }: SessionContext, { file, sheet, cell }: Place): string | null {
  const place = cell === null ? null : parseCellName(cell);
  const table = place === null ? null : tableWith(snapshot, { file, sheet }, place);
  return place === null || table === null || table.isAlone ? null : columnName(place.column);
}

/** Returns the first distinct values below a heading; empty for a list of pupils. */
export function sampleValues({ snapshot }: SessionContext, { sheet, otherFile, cell }: CellPlace): string[] {
  const place = parseCellName(cell);
  const table =
    place === null ? null : tableWith(snapshot, { file: otherFile, sheet }, { ...place, row: place.row + 1 });
  if (table === null || place === null || table.mapping.layout === "pupil-list") return [];
  const values = new Set<string>();
  for (let row = place.row + 1; isInBody(table.mapping, row) && values.size < enough; row += 1) {
    const text = writtenIn(cellAt(table.cells, row, place.column));
    if (text !== "") values.add(text.length > longest ? `${text.slice(0, longest)}…` : text);
  }
  return [...values];
}

/** Returns the text of a cell as options record it; empty when there is no such cell. */
export function writtenAt({ snapshot }: SessionContext, { file, sheet, cell }: Place): string {
  const place = cell === null ? null : parseCellName(cell);
  const cells = place === null ? null : sheetOf(snapshot, { file, sheet });
  return place === null || cells === null ? "" : writtenIn(cellAt(cells, place.row, place.column));
}

/** Returns the file in the form of options: null for the open workbook, which may be renamed. */
export function fileInOptions({ snapshot }: SessionContext, file: string | null): string | null {
  return file === snapshot?.workbook.cells.file ? null : file;
}

/** Returns a sheet of the snapshot; null when it does not exist. An unknown file is taken for the open workbook. */
function sheetOf(snapshot: Snapshot | null, { file, sheet }: Omit<Place, "cell">): SheetCells | null {
  if (snapshot === null) return null;
  const { workbook, others } = snapshot;
  const { cells } = [workbook, ...others].find((one) => one.cells.file === file) ?? workbook;
  return cells.sheets.find(({ name }) => name === sheet) ?? null;
}

/**
 * Returns the table whose body contains a zero-based place, or the only one on its rows, with the cells of its sheet;
 * null when there is none.
 */
function tableWith(
  snapshot: Snapshot | null,
  { file, sheet }: Omit<Place, "cell">,
  { row, column }: { readonly row: number; readonly column: number },
) {
  const cells = sheetOf(snapshot, { file, sheet });
  // An unread block has no columns: its cells are described by the table beside it.
  const beside = (snapshot?.billing.reading.mappings ?? []).filter(
    (one) => one.sheet.name === sheet && one.sheet.file === cells?.file && one.columns.length > 0 && isInBody(one, row),
  );
  const mapping =
    beside.find(({ block }) => holds(block, row, column)) ?? (beside.length === 1 ? beside[0] : undefined);
  return cells === null || mapping === undefined ? null : { cells, mapping, isAlone: beside.length === 1 };
}
