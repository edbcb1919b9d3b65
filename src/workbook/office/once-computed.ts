import { type CellError, doubtfulError, isAwaited, type Cell, type SheetCells } from "../../cells";
import type { Watch } from "../port";
import { retryDelays, sleep } from "./requests";

/**
 * Reads sheets again, with growing delays, while custom functions have not answered. After a few seconds the sheets are
 * returned as they are, and the unanswered cells are reported.
 */
export async function onceComputed<T extends { readonly cells: readonly SheetCells[] }>(
  read: () => Promise<T>,
  { wait = sleep, isCancelled }: Watch,
): Promise<T> {
  let given = await read();
  for (const [index, delay] of retryDelays.entries()) {
    // An error that may be a genuine result is only given one more try.
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
