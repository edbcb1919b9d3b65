import { cellName } from "../cells";
import type { SheetModel } from "../documents";
import { anomaly, type Anomaly } from "../messages";
import { contentOf, plainContent } from "./cell-content";
import { journalKey } from "./generated-names";

/**
 * The hidden name of a generated sheet, beside its key, that holds its checksum: what its cells held when it was written, in
 * few characters. It tells later which cells somebody changed by hand, whatever the source became meanwhile.
 */
export const checksumName = "ORDICLASSE_EMPREINTE";

/** A cell that is not as it was written, zero-based. */
export interface Edit {
  readonly row: number;
  readonly column: number;
}

/** Excel takes 255 characters of text in a formula; `12:400:9:` stands before the sums. */
const longest = 240;
const lengthOfHead = 16;
/** Characters of a sum: a change is missed where two sums of 24 bits stay the same. */
const lengthOfSum = 4;
const columnsAtMost = 16;

/** No document is as large: such a checksum was not written by us. */
const mostCells = 5_000_000;
/** The sum of cells that nobody vouches for. No sum is so written, but by a chance in sixteen million. */
const broken = "----";

/** How a sheet's cells are summed up: one sum a column, and one for each few rows. */
interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly rowsAtOnce: number;
}

/**
 * Returns the checksum of a model as it is written in a workbook of that date system. Cells that are in doubt, kept from a
 * sheet that was changed by hand, are not vouched for: they are told again, until the sheet is what it was.
 */
export function checksumOf(model: SheetModel, date1904: boolean, inDoubt: readonly Edit[] = []): string {
  const contents = model.rows.map(({ cells }) => cells.map((cell) => contentOf(cell, date1904)));
  const rows = contents.length;
  const columns = contents.reduce((widest, row) => Math.max(widest, row.length), 0);
  const sumsOfRows = Math.floor((longest - lengthOfHead) / lengthOfSum) - Math.min(columns, columnsAtMost);
  const shape = { rows, columns, rowsAtOnce: Math.max(1, Math.ceil(rows / sumsOfRows)) };
  const { byColumn, byRows } = sumsOf(contents, shape);
  for (const { row, column } of inDoubt) {
    const [at, block] = [Math.min(column, columnsAtMost - 1), Math.floor(row / shape.rowsAtOnce)];
    if (at < byColumn.length) byColumn[at] = broken;
    if (block < byRows.length) byRows[block] = broken;
  }
  return [rows, columns, shape.rowsAtOnce, [...byColumn, ...byRows].join("")].join(":");
}

/**
 * Returns the cells of a sheet that are not as its checksum says they were written; none when it is not understood. `wanted`
 * gives what the next generation puts in a cell, null when the sheet goes: what it puts back as it is, is not told.
 */
export function editsSince(
  checksum: string,
  contents: readonly (readonly unknown[])[],
  wanted: ((row: number, column: number) => string) | null,
): Edit[] {
  const match = /^(\d{1,7}):(\d{1,5}):([1-9]\d{0,6}):([\w-]*)$/.exec(checksum);
  if (match === null || Number(match[1]) * Number(match[2]) > mostCells) return [];
  const shape = { rows: Number(match[1]), columns: Number(match[2]), rowsAtOnce: Number(match[3]) };
  const isSuspect = suspicion(match[4]!, contents, shape);
  const edits: Edit[] = [];
  for (let row = 0; row < Math.max(shape.rows, contents.length); row++)
    for (let column = 0; column < Math.max(shape.columns, contents[row]?.length ?? 0); column++) {
      if (!isSuspect(row, column)) continue;
      const found = plainContent(contents[row]?.[column]);
      // Beyond the sheet as it was written, a blank was never filled.
      if (found === "" && (row >= shape.rows || column >= shape.columns)) continue;
      if (found !== (wanted === null ? "" : wanted(row, column))) edits.push({ row, column });
    }
  return edits;
}

/**
 * Returns which cells may have changed: those beyond the sheet as written, and those whose column and rows have other sums.
 */
function suspicion(sums: string, contents: readonly (readonly unknown[])[], shape: Shape) {
  const now = sumsOf(contents, shape);
  const sumThen = (index: number) => sums.slice(index * lengthOfSum, (index + 1) * lengthOfSum);
  const columns = now.byColumn.map((sum, index) => sum !== sumThen(index));
  const rows = now.byRows.map((sum, index) => sum !== sumThen(now.byColumn.length + index));
  // Should two sums agree by chance, the other direction still tells: all of it then.
  const [noColumn, noRow] = [!columns.includes(true), !rows.includes(true)];
  return (row: number, column: number): boolean => {
    if (row >= shape.rows || column >= shape.columns) return true;
    if (noColumn && noRow) return false;
    const inColumn = noColumn || columns[Math.min(column, columnsAtMost - 1)]!;
    return inColumn && (noRow || rows[Math.floor(row / shape.rowsAtOnce)]!);
  };
}

function sumsOf(contents: readonly (readonly unknown[])[], { rows, columns, rowsAtOnce }: Shape) {
  const byColumn = Array.from({ length: Math.min(columns, columnsAtMost) }, () => start);
  const byRows = Array.from({ length: Math.ceil(rows / rowsAtOnce) }, () => start);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const content = plainContent(contents[row]?.[column]);
      const at = Math.min(column, columnsAtMost - 1);
      byColumn[at] = added(byColumn[at]!, content);
      const block = Math.floor(row / rowsAtOnce);
      byRows[block] = added(byRows[block]!, content);
    }
  return { byColumn: byColumn.map(sumText), byRows: byRows.map(sumText) };
}

/** FNV-1a, of 32 bits: it finds changes, nobody has to be kept from making one. */
const start = 0x811c9dc5;
const prime = 0x01000193;
const endOfCell = 0xffff;

function added(sum: number, content: string): number {
  let next = sum;
  for (let index = 0; index < content.length; index++) next = Math.imul(next ^ content.charCodeAt(index), prime);
  return Math.imul(next ^ endOfCell, prime);
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function sumText(sum: number): string {
  // 32 bits folded into 24.
  const bits = (sum ^ (sum >>> 24)) & 0xffffff;
  return [18, 12, 6, 0].map((shift) => digits[(bits >>> shift) & 63]).join("");
}

/** Cells that a warning names; of the others it is said how many they are. */
const cellsNamed = 5;

/** Returns the cells of a sheet among which some are not as its checksum says, whatever they hold now. */
export function changedCells(checksum: string, contents: readonly (readonly unknown[])[]): Edit[] {
  return editsSince(checksum, contents, () => unwanted);
}

/** No content is so written. */
const unwanted = "?";

/**
 * Returns a warning that a document, or the Journal, was changed by hand since it was written; null when it was not. What it
 * holds now is summed up in `was`: accepted as it is, it is told again once it is changed again.
 */
export function changedByHand(
  document: { readonly file: string; readonly name: string; readonly key: string },
  edits: readonly Edit[],
  contents: readonly (readonly unknown[])[],
): Anomaly | null {
  const first = edits[0];
  if (first === undefined) return null;
  const { file, name: sheet, key } = document;
  const cells = edits.slice(0, cellsNamed).map(({ row, column }) => cellName(row, column));
  const sum = edits.reduce((known, edit) => {
    const content = plainContent(contents[edit.row]?.[edit.column]);
    return added(known, `${cellName(edit.row, edit.column)} ${content}`);
  }, start);
  const params = {
    sheet,
    cells: cells.join(", "),
    count: edits.length,
    more: edits.length > cellsNamed ? "1" : "",
    replaced: "1",
    was: `${cells[0]} ${sumText(sum)}`,
  };
  const code = key === journalKey ? "journal-changed" : "document-changed";
  return anomaly("warning", code, params, { file, sheet, cell: cells[0]! });
}
