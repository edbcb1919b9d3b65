import { isShownAsDate, isShownAsMoney } from "../../cells";
import type { SheetCells } from "../../cells";
import { readQuantity } from "../read/quantity";

/** No school has so much of a prestation: a greater number is a year, a code or an amount. */
export const mostCounted = 1500;
/** Fewer numbers one above the other may be quantities. */
const shortestNumbering = 3;

/**
 * True where the numbers of a column, that no heading explains, are no quantities for certain: dates, money, fractions, years
 * and codes, or the numbers of its rows, 1, 2, 3… (decisions §4)
 */
export function countsNothing(sheet: SheetCells, column: number, rows: readonly number[]): boolean {
  const values: number[] = [];
  for (const row of rows) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (isShownAsDate(sheet, row, column) || isShownAsMoney(sheet, row, column)) continue;
    const read = readQuantity(cell);
    if (read.kind === "value" && read.value > 0) values.push(read.value);
    else if (typeof cell === "number" && cell > 0) values.push(cell);
  }
  const whole = values.filter((value) => Number.isInteger(value));
  // A fraction among whole numbers is not enough: it may be a mistyped quantity.
  if (whole.length * 2 < values.length) return true;
  if (values.every((value) => value > mostCounted)) return true;
  return values.length >= shortestNumbering && values.every((value, at) => value === at + 1);
}
