import type { Cell, Column, Row, Sheet, Table } from "./model";

/** What a cell of a drawing is, once written. */
export interface Place {
  readonly sheet: Sheet;
  /** Zero-based. */
  readonly at: readonly [row: number, column: number];
  readonly table: Table;
  /** `line`: above or below the table. */
  readonly part: "body" | "heading" | "line";
  /** Null but in the body. */
  readonly row: Row | null;
  /** Null of a line. */
  readonly column: Column | null;
  readonly cell: Cell;
}

/** The file that most sheets stand in. */
export const firstFile = "inventaire.xlsx";

/** Where a cell stands, as it is found in `places`. */
export const placeKey = (file: string | null | undefined, sheet: string, cell: string): string =>
  `[${file ?? firstFile}]${sheet}!${cell}`;

function letter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);
}

export const a1 = (row: number, column: number): string => `${letter(column)}${row + 1}`;
