import { type CellError, doubtfulError, isAwaited, type Cell, type SheetCells } from "../../cells";
import type { Watch } from "../port";
import { retryDelays, sleep } from "./requests";

/**
 * Reads sheets, and again, a little later each time, while functions of the user's have not answered. A few seconds at most: then
 * they are given as they are, and told at their cells.
 */
export async function onceComputed<T extends { readonly cells: readonly SheetCells[] }>(
  read: () => Promise<T>,
  { wait = sleep, isCancelled }: Watch,
): Promise<T> {
  let given = await read();
  for (const [index, delay] of retryDelays.entries()) {
    // What may be a result is looked at once more, and no longer.
    const counts = (cell: Cell) => isAwaited(cell) && (index === 0 || (cell as CellError).code !== doubtfulError);
    if (isCancelled?.() === true || !given.cells.some((sheet) => holdsAny(sheet, counts))) break;
    await wait(delay);
    given = await read();
  }
  return given;
}

function holdsAny({ generatedKey, rows }: SheetCells, counts: (cell: Cell) => boolean): boolean {
  return generatedKey === null && rows.some((cells) => cells.some(counts));
}
