import { fold, type SheetCells, type Steps } from "../../cells";
import type { Place } from "./grid/selected-range";
import type { IsShown } from "./cells-to-edit";

/** Rows that are looked at between two pauses. */
const atOnce = 50;

/** A text that is looked for in a sheet. */
interface Search {
  readonly sheet: SheetCells;
  /** Returns what a cell shows. */
  readonly textAt: (row: number, column: number) => string;
  readonly isShown: IsShown;
  readonly wanted: string;
  /** The cell at which the search starts. */
  readonly from: Place;
  readonly by: -1 | 1;
}

/**
 * Finds the next or the previous cell that shows a text, ignoring case and accents; the search wraps around the sheet.
 * Returns null when no cell shows it.
 */
export function* findInSteps({ sheet, textAt, isShown, wanted, from, by }: Search): Steps<Place | null> {
  const { rows } = sheet;
  const sought = fold(wanted);
  const isFound = (row: number, column: number) =>
    rows[row]?.[column] != null &&
    fold(textAt(row, column)).includes(sought) &&
    isShown("rows", row) &&
    isShown("columns", column) &&
    !isCovered(sheet, row, column);
  if (sought === "" || rows.length === 0) return null;
  const first = Math.min(from.row, rows.length - 1);
  // The row of the starting cell is searched twice: first what follows the cell, at last what precedes it.
  for (let turn = 0; turn <= rows.length; turn++) {
    if (turn % atOnce === atOnce - 1) yield;
    const row = (((first + turn * by) % rows.length) + rows.length) % rows.length;
    const width = rows[row]!.length;
    for (let at = 0; at < width; at++) {
      const column = by === 1 ? at : width - 1 - at;
      const isAhead = row !== from.row || (column - from.column) * by > 0;
      if ((turn === 0 ? isAhead : turn < rows.length || !isAhead) && isFound(row, column)) return { row, column };
    }
  }
  return null;
}

/** Returns whether a merge hides a cell: only its first one is seen. */
function isCovered({ merges }: SheetCells, row: number, column: number): boolean {
  return merges.some(
    ({ top, bottom, left, right }) =>
      top <= row && row <= bottom && left <= column && column <= right && !(row === top && column === left),
  );
}
