import { cellAt, columnName, holds, parseCellName, type Cell, type SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { writtenIn, writtenInRow, type ColumnRole } from "../../options";
import type { CellPlace } from "../../explain";
import { isInBody } from "../state/tables";
import type { SessionContext } from "./context";
import type { Snapshot } from "./snapshot";

type Place = Pick<Anomaly, "file" | "sheet" | "cell">;

/** Columns that tell what a row is, the names of pupils apart. */
const telling: ReadonlySet<string> = new Set<ColumnRole>([
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

/** As many values as tell what a column holds; each is cut short beyond so many letters. */
const [enough, longest] = [3, 40];

/** Returns the row of a cell in a few words, « Pirey · Les Vergers · Postes · 2 »; empty when it stands in no table. */
export function describeRow({ snapshot }: SessionContext, { file, sheet, cell }: Place): string {
  const place = cell === null ? null : parseCellName(cell);
  const table = place === null ? null : tableWith(snapshot, { file, sheet }, place);
  if (table === null || place === null || table.mapping.layout === "pupil-list") return "";
  const columns = table.mapping.columns.filter(({ role, column }) => telling.has(role) || column === place.column);
  return writtenInRow(columns.map(({ column }): Cell => cellAt(table.cells, place.row, column)));
}

/** Returns what names the row of a cell, so that another one is not set aside once rows have moved; empty when nothing does. */
export function namesOfRow({ snapshot }: SessionContext, { file, sheet, cell }: Place): string {
  const place = cell === null ? null : parseCellName(cell);
  const table = place === null ? null : tableWith(snapshot, { file, sheet }, place);
  if (table === null || place === null) return "";
  const roles = table.mapping.layout === "pupil-list" ? namingPupils : naming;
  const columns = table.mapping.columns.filter(({ role }) => roles.has(role));
  return writtenInRow(columns.map(({ column }): Cell => cellAt(table.cells, place.row, column)));
}

/** Returns what a cell is about: what names its row, and what its column was taken for (commune · school · prestation). */
export function aboutCell(context: SessionContext, place: Place): string {
  const at = place.cell === null ? null : parseCellName(place.cell);
  const table = at === null ? null : tableWith(context.snapshot, place, at);
  const column = table?.mapping.columns.find((one) => one.column === at?.column);
  const names = namesOfRow(context, place);
  return names === "" || column === undefined || naming.has(column.role) ? names : `${names} · ${column.header}`;
}

/** Returns the letters of a cell's column where they tell its table from one beside it; null elsewhere. */
export function columnOfRow({ snapshot }: SessionContext, { file, sheet, cell }: Place): string | null {
  const place = cell === null ? null : parseCellName(cell);
  const table = place === null ? null : tableWith(snapshot, { file, sheet }, place);
  return place === null || table === null || table.isAlone ? null : columnName(place.column);
}

/** Returns the first values below a heading, each once; of a list of pupils, none. */
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

/** Returns what is written in a cell, as options keep it; empty when there is no such cell. */
export function writtenAt({ snapshot }: SessionContext, { file, sheet, cell }: Place): string {
  const place = cell === null ? null : parseCellName(cell);
  const cells = place === null ? null : sheetOf(snapshot, { file, sheet });
  return place === null || cells === null ? "" : writtenIn(cellAt(cells, place.row, place.column));
}

/** Returns the file as options name it: none for the workbook that is open, which may be renamed. */
export function fileInOptions({ snapshot }: SessionContext, file: string | null): string | null {
  return file === snapshot?.workbook.cells.file ? null : file;
}

/**
 * Returns a sheet of the snapshot; null when it is not there. Files that are not at hand stand for the workbook that is
 * open.
 */
function sheetOf(snapshot: Snapshot | null, { file, sheet }: Omit<Place, "cell">): SheetCells | null {
  if (snapshot === null) return null;
  const { workbook, others } = snapshot;
  const { cells } = [workbook, ...others].find((one) => one.cells.file === file) ?? workbook;
  return cells.sheets.find(({ name }) => name === sheet) ?? null;
}

/**
 * Returns the table whose body has a zero-based place, or the only one beside which it stands, with the cells of its sheet; null
 * when there is none.
 */
function tableWith(
  snapshot: Snapshot | null,
  { file, sheet }: Omit<Place, "cell">,
  { row, column }: { readonly row: number; readonly column: number },
) {
  const cells = sheetOf(snapshot, { file, sheet });
  // What was not understood has no columns: a cell of it is known by the table beside.
  const beside = (snapshot?.billing.reading.mappings ?? []).filter(
    (one) => one.sheet.name === sheet && one.sheet.file === cells?.file && one.columns.length > 0 && isInBody(one, row),
  );
  const mapping =
    beside.find(({ block }) => holds(block, row, column)) ?? (beside.length === 1 ? beside[0] : undefined);
  return cells === null || mapping === undefined ? null : { cells, mapping, isAlone: beside.length === 1 };
}
