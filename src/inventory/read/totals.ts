import { Decimal } from "decimal.js";
import { fold } from "../../cells";
import { communeKey } from "../../tariff";
import type { Locator } from "./locate";
import { nameOf } from "./name-column";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { totalKind } from "./row-kind";
import type { TotalKind } from "./row-kind";

/** A subtotal or total row, and how many detail rows stand above it. */
export interface TotalRow {
  readonly row: number;
  readonly kind: TotalKind;
  readonly text: string;
  readonly detailsAbove: number;
}

/** The sum of some rows of a column: of every number typed, and of those that a SUM sees (text is not one). */
interface Sums {
  readonly all: Decimal;
  readonly numeric: Decimal;
}

function sumOf(reading: TableReading, rows: readonly number[], column: number): Sums {
  let all = new Decimal(0);
  let numeric = new Decimal(0);
  for (const row of rows) {
    const cell = reading.table.sheet.rows[row]?.[column] ?? null;
    if (typeof cell === "number") {
      all = all.plus(cell);
      numeric = numeric.plus(cell);
      continue;
    }
    const read = readQuantity(cell);
    if (read.kind === "value") all = all.plus(read.value);
  }
  return { all, numeric };
}

/** Rows of the block that a subtotal may close, by each way people cut blocks. */
function blocks(
  total: TotalRow,
  totals: readonly TotalRow[],
  details: readonly number[],
  communes: readonly string[],
): number[][] {
  if (total.detailsAbove === 0) return [[...details]];
  const above = details.slice(0, total.detailsAbove);
  const earlier = totals.filter((other) => other.row < total.row);
  const sinceAny = details.slice(earlier[earlier.length - 1]?.detailsAbove ?? 0, total.detailsAbove);
  const sinceTotal = details.slice(
    [...earlier].reverse().find((other) => other.kind === "total")?.detailsAbove ?? 0,
    total.detailsAbove,
  );
  const lastCommune = communes[above.length - 1];
  const named = communes.findIndex(
    (key) =>
      key !== "" &&
      communeKey(fold(total.text).replace(/^[^a-z]*(sous |s\/|s )?t(otal|ot)\b\.?( commune)?( de| d)?/, "")) === key,
  );
  const key = named >= 0 ? communes[named] : lastCommune;
  const ofCommune = above.filter((_, at) => communes[at] === key);
  return total.kind === "total" ? [above, sinceTotal, sinceAny] : [ofCommune, sinceAny, above];
}

/** For each detail row, the key of the last commune written at or above it, on a row of its own too. */
function communesOf(reading: TableReading, locator: Locator, details: readonly number[]): string[] {
  const { table } = reading;
  const index = locator.communeIndex;
  const communes: string[] = [];
  let last = "";
  let row = table.bodyTop;
  for (const detail of details) {
    for (; row <= detail; row += 1) {
      const text = index === null ? null : nameOf(table.sheet.rows[row]?.[index] ?? null);
      if (text !== null && totalKind(text) === null) last = communeKey(text);
    }
    communes.push(last);
  }
  return communes;
}

/**
 * Compares each subtotal and total with every number typed above it in its block, rows in error included. A difference is a
 * warning on its cell; one explained wholly by numbers typed as text, which a SUM does not see, is an info. (decisions §4)
 */
export function checkTotals(
  reading: TableReading,
  locator: Locator,
  totals: readonly TotalRow[],
  details: readonly number[],
  columns: readonly number[],
): void {
  if (totals.length === 0) return;
  const communes = communesOf(reading, locator, details);
  for (const total of totals) {
    const candidates = blocks(total, totals, details, communes);
    for (const column of columns) {
      const read = readQuantity(reading.table.sheet.rows[total.row]?.[column] ?? null);
      const cell = reading.table.sheet.rows[total.row]?.[column] ?? null;
      const shown =
        typeof cell === "number" ? new Decimal(cell) : read.kind === "value" ? new Decimal(read.value) : null;
      if (shown === null) continue;
      const sums = candidates.map((rows) => sumOf(reading, rows, column));
      if (sums.some((sum) => sum.all.equals(shown))) continue;
      const params = { shown: shown.toString().replace(".", ","), expected: sums[0]!.all.toString().replace(".", ",") };
      if (sums.some((sum) => sum.numeric.equals(shown)))
        reading.report("info", "total-ignores-text", total.row, column, params);
      else reading.report("warning", "total-differs", total.row, column, params);
    }
  }
}
