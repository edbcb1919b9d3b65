import { cellAt, lacksResult, sheetEnd, type CellBlock, type SheetCells } from "../../cells";
import type { CellEdit } from "../../workbook/files";
import { readTyped, type CellTexts } from "./grid/cell-text";
import { lastFilled } from "./keys";
import { isWholeColumns, isWholeRows, mergedAt } from "./grid/selected-range";

/** Returns whether a row or a column of a sheet is shown: hidden ones are neither copied nor changed. */
export type IsShown = (along: "rows" | "columns", at: number) => boolean;

/** Why a text is not pasted. */
type PasteRefusal = "browser-no-formula" | "browser-refused-merged" | "browser-refused-beyond";

/** The cells to write and their block, or why they cannot be written. */
type Pasted = { readonly edits: readonly CellEdit[]; readonly block: CellBlock } | PasteRefusal;

/** Returns the visible rows and columns of a block; whole rows and columns end where the sheet does. */
export function shownOf(sheet: SheetCells, block: CellBlock, isShown: IsShown) {
  const last = lastFilled(sheet);
  const bottom = isWholeColumns(block) ? last.row : block.bottom;
  const right = isWholeRows(block) ? last.column : block.right;
  const lines = (along: "rows" | "columns", from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at).filter((at) => isShown(along, at));
  return { rows: lines("rows", block.top, bottom), columns: lines("columns", block.left, right) };
}

/** Returns what leaves blank the cells of a block that hold something. */
export function cleared(sheet: SheetCells, block: CellBlock, isShown: IsShown): CellEdit[] {
  const { rows, columns } = shownOf(sheet, block, isShown);
  const isFilled = (row: number, column: number) =>
    cellAt(sheet, row, column) !== null || lacksResult(sheet, row, column);
  return rows.flatMap((row) =>
    columns
      .filter((column) => isFilled(row, column))
      .map((column) => ({ sheet: sheet.name, row, column, value: null })),
  );
}

/**
 * Returns the edits that write pasted texts from the first cell of a block, each read as if it were typed. They are
 * repeated when the block is a multiple of their size. Cells that already have the value are left out.
 */
export function pasted(
  sheet: SheetCells,
  into: CellBlock,
  texts: readonly (readonly string[])[],
  isShown: IsShown,
  { typed, date1904 }: { readonly typed: CellTexts["typed"]; readonly date1904: boolean },
): Pasted {
  const selected = shownOf(sheet, into, isShown);
  const width = Math.max(...texts.map(({ length }) => length));
  const rows = linesFrom(into.top, timesOf(selected.rows.length, texts.length), sheetEnd.row, (at) =>
    isShown("rows", at),
  );
  const columns = linesFrom(into.left, timesOf(selected.columns.length, width), sheetEnd.column, (at) =>
    isShown("columns", at),
  );
  if (rows === null || columns === null) return "browser-refused-beyond";
  const edits: CellEdit[] = [];
  for (const [down, row] of rows.entries())
    for (const [across, column] of columns.entries()) {
      const text = texts[down % texts.length]![across % width] ?? "";
      const merged = mergedAt(sheet.merges, { row, column });
      if (merged !== null && (merged.top !== row || merged.left !== column)) {
        if (text.trim() === "") continue;
        return "browser-refused-merged";
      }
      if (text === typed(sheet, row, column)) continue;
      const read = readTyped(text, sheet, row, column, date1904);
      if (read === "formula") return "browser-no-formula";
      edits.push({ sheet: sheet.name, row, column, value: read.value });
    }
  return { edits, block: { top: rows[0]!, left: columns[0]!, bottom: rows.at(-1)!, right: columns.at(-1)! } };
}

/**
 * Returns the number of lines to write: the selected ones when they are a multiple of the pasted ones, otherwise the
 * pasted ones.
 */
function timesOf(selected: number, given: number): number {
  return selected % given === 0 ? Math.max(selected, given) : given;
}

/** Returns `count` visible lines from `from`; null when the sheet has fewer. */
function linesFrom(from: number, count: number, end: number, isShown: (at: number) => boolean): number[] | null {
  const lines: number[] = [];
  for (let at = from; lines.length < count; at++) {
    if (at > end) return null;
    if (isShown(at)) lines.push(at);
  }
  return lines;
}
