import { Decimal } from "decimal.js";
import { isFilteredOut } from "../../cells";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";

/** The sums of some rows of a column: of every number typed, of those that a SUM sees (text is not one), of those in sight. */
export interface Sums {
  readonly all: Decimal;
  readonly numeric: Decimal;
  /** What a SUBTOTAL gives of a filtered list. */
  readonly visible: Decimal;
}

export function sumOf(reading: TableReading, rows: readonly number[], column: number): Sums {
  const { sheet, columns } = reading.table;
  const marked = columns.some(
    ({ index, role }) => index === column && role.kind === "count" && reading.isPerSchool(role.code),
  );
  let all = new Decimal(0);
  let numeric = new Decimal(0);
  let visible = new Decimal(0);
  for (const row of rows) {
    const cell = reading.cell(row, column);
    if (typeof cell === "number") {
      all = all.plus(cell);
      numeric = numeric.plus(cell);
      if (!isFilteredOut(sheet, row)) visible = visible.plus(cell);
      continue;
    }
    const read = readQuantity(cell);
    if (read.kind === "value" || (marked && read.kind === "mark")) all = all.plus(read.value);
  }
  return { all, numeric, visible };
}

/** Which of a row's cells are the sum of some rows above it. */
export function sumsAmong(
  reading: TableReading,
  row: number,
  rows: readonly number[],
  columns: readonly number[],
): number[] {
  return columns.filter((column) => {
    const shown = reading.cell(row, column);
    if (typeof shown !== "number") return false;
    const { all, numeric, visible } = sumOf(reading, rows, column);
    return all.equals(shown) || numeric.equals(shown) || (reading.table.sheet.filtered && visible.equals(shown));
  });
}
