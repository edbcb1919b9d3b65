import { parseCellName, sumAt } from "../../cells";
import { isBlank } from "../../cells";
import type { TableReading } from "./reading-table";
import { isWithoutResult } from "./without-result";

/** A range or a cell of the formula's own sheet; what another sheet's name stands before is none. */
const reference =
  /(^|[^A-Za-z0-9_!'.$:])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![A-Za-z0-9_(!])/g;

/** True where a formula adds up other rows of its own column, inside the body of its table. */
function sumsRows(formula: string, row: number, column: number, top: number, bottom: number): boolean {
  for (const [, , from, first, to, last] of formula.matchAll(reference)) {
    const start = parseCellName(`${from}${first}`);
    const end = to === undefined ? start : parseCellName(`${to}${last}`);
    if (start === null || end === null || start.column > column || end.column < column) continue;
    const [above, below] = [Math.max(start.row, top), Math.min(end.row, bottom)];
    // A row that sums its own columns is a detail.
    if (above <= below && !(above === row && below === row)) return true;
  }
  return false;
}

/** True where each of a row's numbers is a SUM or a SUBTOTAL over other rows of its block: a total, whatever its label. */
export function isTotalByFormula(reading: TableReading, row: number, columns: readonly number[]): boolean {
  const { sheet, bodyTop, bodyBottom } = reading.table;
  if (sheet.facts === undefined || sheet.facts.sums.size === 0) return false;
  let found = false;
  for (const column of columns) {
    const cell = reading.cell(row, column);
    if (isBlank(cell)) continue;
    const formula = typeof cell === "number" || isWithoutResult(cell) ? sumAt(sheet, row, column) : null;
    if (formula === null || !sumsRows(formula, row, column, bodyTop, bodyBottom)) return false;
    found = true;
  }
  return found;
}
