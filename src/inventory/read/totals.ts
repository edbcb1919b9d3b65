import { Decimal } from "decimal.js";
import { fold } from "../../cells";
import { communeKey } from "../../tariff";
import type { Locator } from "./locate";
import { nameOf } from "./name-column";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { isGrandTotal, totalKind } from "./row-kind";
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
  const marked = reading.table.columns.some(
    ({ index, role }) => index === column && role.kind === "count" && reading.isPerSchool(role.code),
  );
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
    if (read.kind === "value" || (marked && read.kind === "mark")) all = all.plus(read.value);
  }
  return { all, numeric };
}

/** True where every one of a row's cells is the sum of some rows above it, one at least not being zero. */
export function isSum(
  reading: TableReading,
  row: number,
  rows: readonly number[],
  columns: readonly number[],
): boolean {
  const cells = reading.table.sheet.rows[row] ?? [];
  const sums = columns.map((column) => ({ shown: cells[column], ...sumOf(reading, rows, column) }));
  return (
    sums.some(({ shown }) => shown !== 0) &&
    sums.every(({ shown, all, numeric }) => typeof shown === "number" && (all.equals(shown) || numeric.equals(shown)))
  );
}

/** The commune that « S/Total Beure » names, as a key; empty where it names none. */
function namedCommune(text: string): string {
  return communeKey(fold(text).replace(/^[^a-z]*(sous |s\/|s )?t(otal|ot)\b[^a-z]*(commune )?(des |de |du |d )?/, ""));
}

/**
 * The rows that a total may be the sum of, the likeliest first. A grand total has all of them, one that names a commune the
 * commune's; a bare « Total » closes what stands since the one before, a subtotal its commune or what stands since any.
 */
function blocks(
  total: TotalRow,
  totals: readonly TotalRow[],
  details: readonly number[],
  communes: readonly string[],
): number[][] {
  if (total.detailsAbove === 0) return [[...details]];
  const above = details.slice(0, total.detailsAbove);
  if (isGrandTotal(total.text)) return [above];
  const since = (ends: readonly TotalRow[]): number[][] =>
    ends
      .filter((end) => end.row < total.row && end.detailsAbove > 0 && end.detailsAbove < total.detailsAbove)
      .map((end) => above.slice(end.detailsAbove))
      .reverse();
  if (total.kind === "total") return [above, ...since(totals.filter((other) => other.kind === "total"))];
  const ofCommune = (key: string | undefined): number[] => above.filter((_, at) => communes[at] === key);
  const name = namedCommune(total.text);
  if (name !== "" && communes.slice(0, above.length).includes(name)) return [ofCommune(name)];
  const last = communes[above.length - 1];
  return [...since(totals), ...(last === "" ? [] : [ofCommune(last)]), above];
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
