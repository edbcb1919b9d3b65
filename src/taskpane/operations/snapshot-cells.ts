import { cellAt, parseCellName, type Cell } from "../../cells";
import type { Mapping } from "../../inventory";
import type { Anomaly } from "../../messages";
import { writtenIn, writtenInRow } from "../../options";
import type { ColumnPlace } from "../state/choices";
import type { SessionContext } from "./context";

/** Columns that tell what a row is, the names of pupils apart. */
const telling: ReadonlySet<string> = new Set(["commune", "school", "entity", "location", "label", "quantity"]);

/** The row of a cell in a few words, « Pirey · Les Vergers · Postes · 2 »; empty where it stands in no table. */
export function describeRow(
  { snapshot }: SessionContext,
  { file, sheet, cell }: Pick<Anomaly, "file" | "sheet" | "cell">,
): string {
  const place = cell === null ? null : parseCellName(cell);
  if (snapshot === null || place === null) return "";
  const { workbook, others, billing } = snapshot;
  const read = [workbook, ...others].find((one) => one.cells.file === file) ?? workbook;
  const cells = read.cells.sheets.find(({ name }) => name === sheet);
  const mapping = billing.reading.mappings.find(
    (one) => one.sheet.name === sheet && one.sheet.file === read.cells.file && isInBody(one, place.row + 1),
  );
  if (cells === undefined || mapping === undefined || mapping.layout === "pupil-list") return "";
  const columns = mapping.columns.filter(({ role, column }) => telling.has(role) || column === place.column);
  return writtenInRow(columns.map(({ column }): Cell => cellAt(cells, place.row, column)));
}

/** As many as tell what a column holds. */
const enough = 3;

/** The first values below a heading, each once; of a list of pupils, none. */
export function sampleValues({ snapshot }: SessionContext, { sheet, otherFile, cell }: ColumnPlace): string[] {
  const place = parseCellName(cell);
  if (snapshot === null || place === null) return [];
  const { workbook, others, billing } = snapshot;
  const read = [workbook, ...others].find((one) => one.cells.file === otherFile) ?? workbook;
  const cells = read.cells.sheets.find(({ name }) => name === sheet);
  const mapping = billing.reading.mappings.find(
    (one) => one.sheet.name === sheet && one.sheet.file === read.cells.file && isInBody(one, place.row + 2),
  );
  if (cells === undefined || mapping === undefined || mapping.layout === "pupil-list") return [];
  const values = new Set<string>();
  for (let row = place.row + 1; isInBody(mapping, row + 1) && values.size < enough; row += 1) {
    const text = writtenIn(cellAt(cells, row, place.column));
    if (text !== "") values.add(text.length > longest ? `${text.slice(0, longest)}…` : text);
  }
  return [...values];
}

/** A value is cut short there. */
const longest = 40;

/** Whether a row, as Excel numbers it, is one of a table. */
function isInBody({ range, columns }: Mapping, row: number): boolean {
  const rowOf = (cell: string) => Number(/\d+$/.exec(cell)?.[0] ?? 0);
  const [first = 0, last = 0] = range.split(":").map(rowOf);
  return row > Math.max(first, ...columns.map(({ cell }) => rowOf(cell))) && row <= last;
}
