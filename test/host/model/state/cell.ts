import { CellError, type Cell } from "../../../../src/cells";
import { lastColumn } from "./area";

/** A link of a cell. */
export interface Link {
  /** Another file or a page, or null for a place of this workbook. */
  readonly address: string | null;
  /** `'Fiche Beure'!A1`. */
  readonly place: string | null;
  readonly tip: string | null;
}

/** A formula as Excel keeps it, without its `=`, and what it last gave. */
export interface Formula {
  text: string;
  /** Result; `dirty` says that it is of before a change. */
  value: Cell;
  dirty: boolean;
  /** Result as the file gave it: kept where a function is not known to the host's calculation. */
  readonly cached: Cell | undefined;
}

const width = lastColumn + 1;
export const placeOf = (row: number, column: number): number => row * width + column;
export const rowOf = (place: number): number => Math.floor(place / width);
export const columnOf = (place: number): number => place % width;

/** A value as it travels: an error is its code. */
export function wireOf(value: Cell): string | number | boolean {
  return value === null ? "" : value instanceof CellError ? value.code : value;
}
