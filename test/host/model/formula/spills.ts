import { CellError, type Cell, type CellBlock } from "../../../../src/cells";
import { lastColumn, lastRow } from "../state/area";
import { columnOf, placeOf, rowOf, wireOf, type Formula } from "../state/cell";
import type { Located } from "./located";

/** What a formula gives beside its own cell: the block it wants, and what it could put there. */
export interface Spill extends Located {
  readonly block: CellBlock;
  readonly shown: ReadonlyMap<number, Cell>;
}

/** What formulas that give more than one value fill, or wanted to. */
export class Spills {
  private readonly found = new Map<Formula, Spill>();

  of(formula: Formula): Spill | undefined {
    return this.found.get(formula);
  }

  all(): Spill[] {
    return [...this.found.values()];
  }

  /** Puts the results of a formula beside it, unless something is in the way; gives that of its own cell. */
  put(located: Located, result: readonly (readonly Cell[])[]): Cell {
    const { sheet, place, formula } = located;
    const { grid } = sheet;
    const [top, left] = [rowOf(place), columnOf(place)];
    const block = { top, left, bottom: top + result.length - 1, right: left + result[0]!.length - 1 };
    const shown = new Map<number, Cell>();
    let isBlocked = block.bottom > lastRow || block.right > lastColumn;
    for (let row = top; row <= block.bottom && !isBlocked; row++)
      for (let column = left; column <= block.right; column++) {
        const at = placeOf(row, column);
        if (at === place) continue;
        if (grid.isFilled(row, column) || grid.spilled.has(at)) isBlocked = true;
        shown.set(at, result[row - top]![column - left] ?? 0);
      }
    if (isBlocked) shown.clear();
    for (const [at, value] of shown) grid.spilled.set(at, value);
    this.found.set(formula, { ...located, block, shown });
    return isBlocked ? new CellError("#SPILL!") : (result[0]![0] ?? 0);
  }

  remove(spill: Spill): void {
    for (const at of spill.shown.keys()) spill.sheet.grid.spilled.delete(at);
    this.found.delete(spill.formula);
  }
}

export function isSameSpill(before: Spill | undefined, after: Spill | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (before.shown.size !== after.shown.size) return false;
  return [...after.shown].every(([at, value]) => wireOf(value) === wireOf(before.shown.get(at) ?? null));
}
