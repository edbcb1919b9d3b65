/** A zero-based place of a sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

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
