import { CellError, cellName } from "../../cells";
import type { Cell, SheetCells } from "../../cells";
import type { CellPlace, Differences } from "./documents-types";

/** Cells that are named; of the others it is said how many they are. */
const named = 100;

/** A sheet of the source, before and now; null where it was not there, or is not any more. */
export interface SheetPair {
  readonly otherFile: string | null;
  readonly before: SheetCells | null;
  readonly now: SheetCells | null;
}

/** The cells whose values differ, in the order in which one leafs through the sheets. */
export function changedCells(pairs: readonly SheetPair[]): NonNullable<Differences["cells"]> {
  const first: CellPlace[] = [];
  let count = 0;
  for (const { before, now, otherFile } of pairs) {
    const sheet = (now ?? before)?.name ?? "";
    const rows = Math.max(before?.rows.length ?? 0, now?.rows.length ?? 0);
    for (let row = 0; row < rows; row++) {
      const [one, other] = [before?.rows[row] ?? [], now?.rows[row] ?? []];
      for (let column = 0; column < Math.max(one.length, other.length); column++) {
        if (isSame(one[column] ?? null, other[column] ?? null)) continue;
        count++;
        if (first.length < named) first.push({ sheet, otherFile, cell: cellName(row, column) });
      }
    }
  }
  return { first, count };
}

function isSame(one: Cell, other: Cell): boolean {
  return one instanceof CellError && other instanceof CellError ? one.code === other.code : one === other;
}
