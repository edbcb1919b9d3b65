import { widthOf, type SheetCells } from "../../../cells";
import type { Place } from "./places";
import type { SheetLayout } from "./sheet-layout";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a key takes the last thing back, as in a spreadsheet: Ctrl+Z, ⌘Z on a Mac. */
export function isUndoing({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): boolean {
  return key.toLowerCase() === "z" && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/**
 * Returns where a key goes from a cell, as in a spreadsheet; null for a key that goes nowhere. `last` is the last cell that is filled, `page` the
 * rows in view.
 */
export function moveOf(key: Key, { row, column }: Place, last: Place, page: number): Place | null {
  if (key.altKey) return null;
  const far = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case "ArrowDown":
      return { row: far ? last.row : row + 1, column };
    case "ArrowUp":
      return { row: far ? 0 : row - 1, column };
    case "ArrowRight":
      return { row, column: far ? last.column : column + 1 };
    case "ArrowLeft":
      return { row, column: far ? 0 : column - 1 };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? last.row : row, column: last.column };
    case "PageDown":
      return far ? null : { row: row + page, column };
    case "PageUp":
      return far ? null : { row: row - page, column };
    default:
      return null;
  }
}

/** A sheet that one moves in. */
interface Ground {
  readonly sheet: SheetCells;
  readonly layout: SheetLayout;
  /** The rows in view. */
  readonly page: number;
}

/**
 * Returns the cell that a key leads to from another, as `moveOf` goes: within the sheet, what is hidden passed over, merged cells left
 * by their far side. Null for a key that goes nowhere.
 */
export function placeAfter(key: Key, { row, column }: Place, { sheet: { rows }, layout, page }: Ground): Place | null {
  const last = { row: Math.max(rows.length - 1, 0), column: Math.max(widthOf(rows.slice(0, 1)) - 1, 0) };
  const block = layout.merges.at(row, column);
  const from = {
    row: key.key === "ArrowDown" ? (block?.bottom ?? row) : row,
    column: key.key === "ArrowRight" ? (block?.right ?? column) : column,
  };
  const next = moveOf(key, from, last, page);
  if (next === null) return null;
  return { row: settle(layout.rows, next.row, from.row), column: settle(layout.columns, next.column, from.column) };
}

/** Returns the nearest of the rows or columns that are shown. */
function settle(axis: SheetLayout["rows"], at: number, was: number): number {
  const within = Math.min(Math.max(at, 0), axis.count - 1);
  const step = within < was ? -1 : 1;
  return axis.shownFrom(within, step) ?? axis.shownFrom(within, step === 1 ? -1 : 1) ?? was;
}
