import type { Place } from "../grid/selected-range";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * Returns the cell that a key moves to, among the cells of a document with a text, in reading order; null for any other
 * key.
 */
export function cellAfter({ key, ctrlKey, metaKey, altKey }: Key, from: Place, cells: readonly Place[]): Place | null {
  if (altKey || cells.length === 0) return null;
  const far = ctrlKey || metaKey;
  const inRow = cells.filter(({ row }) => row === from.row);
  switch (key) {
    case "ArrowRight":
      return inRow.find(({ column }) => column > from.column) ?? null;
    case "ArrowLeft":
      return inRow.findLast(({ column }) => column < from.column) ?? null;
    case "ArrowDown":
      return nearest(cells, cells.find(({ row }) => row > from.row)?.row, from.column);
    case "ArrowUp":
      return nearest(cells, cells.findLast(({ row }) => row < from.row)?.row, from.column);
    case "Home":
      return (far ? cells[0] : inRow[0]) ?? null;
    case "End":
      return (far ? cells : inRow).at(-1) ?? null;
    default:
      return null;
  }
}

/** Returns the cell of a row whose column is the nearest. */
function nearest(cells: readonly Place[], row: number | undefined, column: number): Place | null {
  const away = (place: Place) => Math.abs(place.column - column);
  const inRow = cells.filter((place) => place.row === row);
  return inRow.reduce<Place | null>((best, one) => (best === null || away(one) < away(best) ? one : best), null);
}
