import { Decimal } from "decimal.js";
import type { SheetCells } from "../../cells";

/** What a column's numbers come to, as Excel's status bar says it of a selection. */
export interface ColumnNumbers {
  readonly numbers: number;
  readonly sum: Decimal;
}

/** The cells of a column that hold a number, between two rows, both included. A sum of whole numbers is exact. */
export function numbersIn(sheet: SheetCells, column: number, top: number, bottom: number): ColumnNumbers {
  let numbers = 0;
  let whole = 0;
  let others = new Decimal(0);
  for (let row = top; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (typeof cell !== "number") continue;
    numbers += 1;
    if (Number.isSafeInteger(whole + cell)) whole += cell;
    else others = others.plus(cell);
  }
  return { numbers, sum: others.plus(whole) };
}
