import { CellError, fold } from "../cells";
import type { Cell } from "../cells";

/** Between the texts that a row is known by. */
const between = " · ";

/** The text of a cell as a choice remembers it; empty where blank. */
export function writtenIn(cell: Cell): string {
  return (cell instanceof CellError ? cell.code : String(cell ?? "")).trim();
}

/** What a row is known by, from those of its cells that name it. */
export function writtenInRow(names: readonly Cell[]): string {
  return names
    .map(writtenIn)
    .filter((text) => text !== "")
    .join(between);
}

/** Whether a cell still says what it said when the choice was made. A choice written by hand may not tell. */
export function stillSays({ was }: { readonly was?: string }, cell: Cell): boolean {
  return was === undefined || fold(was) === fold(writtenIn(cell));
}

/** Whether a row still says what it said when the choice was made, in whatever columns. */
export function rowStillSays({ was }: { readonly was?: string }, cells: readonly Cell[]): boolean {
  if (was === undefined) return true;
  const written = new Set(cells.map((cell) => fold(writtenIn(cell))));
  return was.split(between.trim()).every((text) => written.has(fold(text)));
}
