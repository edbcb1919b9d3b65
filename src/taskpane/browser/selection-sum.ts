import { Decimal } from "decimal.js";
import { useEffect, useState } from "preact/hooks";
import { cellAt, isBlank, type CellBlock, type SheetCells, type Steps } from "../../cells";
import { runInSlices, type Scheduler } from "../operations/environment";
import { shownOf, type IsShown } from "./cells-to-edit";
import { rangeName } from "./grid/selected-range";
import type { ChosenCell } from "./view";

/** What the status bar shows about the selected cells. */
export interface SelectionSum {
  /** The number of cells that are not blank. */
  readonly count: number;
  /** The sum of their numbers; null without numbers. */
  readonly sum: Decimal | null;
}

/** The number of cells counted between two pauses. */
const atOnce = 2000;

/** Counts the cells of a block that are shown and hold something, and adds up their numbers. */
export function* sumInSteps(sheet: SheetCells, block: CellBlock, isShown: IsShown): Steps<SelectionSum> {
  const { rows, columns } = shownOf(sheet, block, isShown);
  let [count, numbers, seen] = [0, 0, 0];
  // Whole numbers are exact by themselves: only the others need a decimal.
  let whole = 0;
  let rest = new Decimal(0);
  for (const row of rows) {
    if ((seen += columns.length) >= atOnce) {
      seen = 0;
      yield;
    }
    for (const column of columns) {
      const cell = cellAt(sheet, row, column);
      if (!isBlank(cell)) count++;
      if (typeof cell !== "number") continue;
      numbers++;
      if (Number.isSafeInteger(whole + cell)) whole += cell;
      else rest = rest.plus(cell);
    }
  }
  return { count, sum: numbers === 0 ? null : rest.plus(whole) };
}

/** Computes what the status bar shows about the selected cells, a frame at a time; null for a single cell. */
export function useSum(chosen: ChosenCell, isShown: IsShown, scheduler: Scheduler): SelectionSum | null {
  const [sum, set] = useState<SelectionSum | null>(null);
  const { sheet, range } = chosen;
  const name = rangeName(range);
  useEffect(() => {
    set(null);
    if (sheet === null || !name.includes(":")) return undefined;
    let isGone = false;
    void runInSlices(sumInSteps(sheet, range.block, isShown), scheduler, () => isGone).then(
      (reckoned) => !isGone && set(reckoned),
    );
    return () => (isGone = true);
  }, [sheet, name]);
  return sum;
}
