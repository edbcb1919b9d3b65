import { cellName } from "../cells";
import type { SheetModel } from "../documents";
import { anomaly, type Anomaly } from "../messages";
import { contentOf, plainContent } from "./cell-content";
import { journalKey } from "./generated-names";

/**
 * The hidden name of a generated sheet that holds its checksum: a short digest of its cells as they were written. It
 * reveals later which cells were changed by hand, even when the inventory has changed since.
 */
export const checksumName = "ORDICLASSE_EMPREINTE";

/** A cell whose content differs from the one that was written, zero-based. */
export interface Edit {
  readonly row: number;
  readonly column: number;
}

/** Excel limits a text in a formula to 255 characters; the dimensions (`12:400:9:`) come before the sums. */
const longest = 240;
const lengthOfHead = 16;
/** Characters of a sum. A sum has 24 bits: a change that gives the same sum is missed. */
const lengthOfSum = 4;
const columnsAtMost = 16;

/** More cells than any document has: a checksum that declares more was not written by this program. */
const mostCells = 5_000_000;
/** Replaces the sum of cells whose content is not vouched for. A real sum takes this value once in sixteen million. */
const broken = "----";

/** How the cells of a sheet are grouped: one sum for each column, and one for each group of `rowsAtOnce` rows. */
interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly rowsAtOnce: number;
}

/**
 * Returns the checksum of a model, as it is written in a workbook of the given date system. The sums of the cells in
 * `inDoubt`, copied from a sheet that was changed by hand, are marked broken: these cells are reported again until the
 * sheet is restored.
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
 * Returns the cells of a sheet that differ from those that its checksum describes; an empty list when the checksum
 * cannot be read. `wanted` returns the content that the next generation writes in a cell, or is null when the sheet is
 * removed: a cell that already holds this content is not reported.
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
      // Beyond the dimensions of the sheet as it was written, a blank cell is no change.
      if (found === "" && (row >= shape.rows || column >= shape.columns)) continue;
      if (found !== (wanted === null ? "" : wanted(row, column))) edits.push({ row, column });
    }
  return edits;
}

/**
 * Returns a predicate of the cells that may have changed: those beyond the sheet as it was written, and those at the
 * crossing of a column and a group of rows whose sums both differ.
 */
function suspicion(sums: string, contents: readonly (readonly unknown[])[], shape: Shape) {
  const now = sumsOf(contents, shape);
  const sumThen = (index: number) => sums.slice(index * lengthOfSum, (index + 1) * lengthOfSum);
  const columns = now.byColumn.map((sum, index) => sum !== sumThen(index));
  const rows = now.byRows.map((sum, index) => sum !== sumThen(now.byColumn.length + index));
  // When the sums of one direction all agree by chance, the other direction alone decides.
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

/** 32-bit FNV-1a: it has to detect accidental changes, not to resist an attacker. */
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

/** The number of cells that a warning names; it counts the others. */
const cellsNamed = 5;

/** Returns the cells of a sheet that may differ from those that its checksum describes, whatever they hold now. */
export function changedCells(checksum: string, contents: readonly (readonly unknown[])[]): Edit[] {
  return editsSince(checksum, contents, () => unwanted);
}

/** A content that no cell can have in its normal form. */
const unwanted = "?";

/**
 * Returns the warning that a document, or the Journal, was changed by hand since it was written; null when `edits` is
 * empty. The parameter `was` digests the present contents: once the user has accepted them, a further change brings the
 * warning back.
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
