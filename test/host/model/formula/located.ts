import type { CellBlock } from "../../../../src/cells";
import { columnOf, rowOf, type Formula } from "../state/cell";
import type { HostSheet } from "../state/sheet";

/** A formula and the cell it is in. */
export interface Located {
  readonly sheet: HostSheet;
  readonly place: number;
  readonly formula: Formula;
}

export function blockAt(place: number): CellBlock {
  const [row, column] = [rowOf(place), columnOf(place)];
  return { top: row, left: column, bottom: row, right: column };
}
