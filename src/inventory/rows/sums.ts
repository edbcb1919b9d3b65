import { Decimal } from "decimal.js";
import { isFilteredOut } from "../../cells";
import type { TableReader } from "./table-reader";
import { parseQuantity } from "../texts/values";

/** The sums of some rows of a column: of every number typed, of those that a SUM sees (text is not one), of those in sight. */
interface Sums {
  readonly all: Decimal;
  readonly numeric: Decimal;
  /** What a SUBTOTAL gives of a filtered list. */
  readonly visible: Decimal;
}

export function sumOf(reader: TableReader, rows: readonly number[], column: number): Sums {
  const { sheet, columns } = reader.table;
  const marked = columns.some(
    ({ index, role }) => index === column && role.kind === "count" && reader.isPerSchool(role.code),
  );
  let all = new Decimal(0);
  let numeric = new Decimal(0);
  let visible = new Decimal(0);
  for (const row of rows) {
    const cell = reader.cell(row, column);
    if (typeof cell === "number") {
      all = all.plus(cell);
      numeric = numeric.plus(cell);
      if (!isFilteredOut(sheet, row)) visible = visible.plus(cell);
      continue;
    }
    const read = parseQuantity(cell);
    if (read.kind === "value" || (marked && read.kind === "mark")) all = all.plus(read.value);
  }
  return { all, numeric, visible };
}

/** Returns those of some columns whose cell in a row is the sum of some other rows. */
export function sumsAmong(
  reader: TableReader,
  row: number,
  rows: readonly number[],
  columns: readonly number[],
): number[] {
  return columns.filter((column) => {
    const shown = reader.cell(row, column);
    if (typeof shown !== "number") return false;
    const { all, numeric, visible } = sumOf(reader, rows, column);
    return all.equals(shown) || numeric.equals(shown) || (reader.table.sheet.filtered && visible.equals(shown));
  });
}
