import { Decimal } from "decimal.js";
import { fold } from "../../cells";
import { communeKey } from "../../tariff";
import { columnOf } from "../table";
import type { Locator } from "./locate";
import { nameOf } from "./name-column";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { sumOf } from "./sums";
import { isGrandTotal, totalKind } from "./total-label";
import type { TotalKind } from "./total-label";

/** A subtotal or total row, and how many detail rows stand above it. */
export interface TotalRow {
  readonly row: number;
  readonly kind: TotalKind;
  readonly text: string;
  readonly detailsAbove: number;
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
  const above = details.slice(0, total.detailsAbove);
  /** Above it, or, where the total heads its block, all of them. */
  const ofCommune = (key: string | undefined): number[][] =>
    [above, details].map((rows) => rows.filter((_, at) => communes[at] === key)).filter((rows) => rows.length > 0);
  const name = namedCommune(total.text);
  if (name !== "" && communes.includes(name)) return ofCommune(name);
  if (total.detailsAbove === 0) return [[...details]];
  if (isGrandTotal(total.text)) return [above];
  const since = (ends: readonly TotalRow[]): number[][] =>
    ends
      .filter((end) => end.row < total.row && end.detailsAbove > 0 && end.detailsAbove < total.detailsAbove)
      .map((end) => above.slice(end.detailsAbove))
      .reverse();
  if (total.kind === "total") return [above, ...since(totals.filter((other) => other.kind === "total"))];
  const last = communes[above.length - 1];
  return [...since(totals), ...(last === "" ? [] : ofCommune(last)), above];
}

/** For each detail row, the key of the last commune written at or above it, on a row of its own too. */
function communesOf(reading: TableReading, locator: Locator, details: readonly number[]): string[] {
  const { table } = reading;
  const index = locator.communeIndex ?? [...locator.headColumns][0] ?? null;
  /** Where they stand among schools, a name is to be one of theirs. */
  const isCommune = (text: string): boolean =>
    locator.communeIndex !== null || reading.tools.directory.find(text).kind === "found";
  const communes: string[] = [];
  let last = "";
  let row = table.bodyTop;
  for (const detail of details) {
    for (; row <= detail; row += 1) {
      const text = index === null ? null : nameOf(table.sheet.rows[row]?.[index] ?? null);
      if (text !== null && totalKind(text) === null && isCommune(text)) last = communeKey(text);
    }
    communes.push(last);
  }
  return communes;
}

/** « Total | Postes clients | 120 » below items sums those of its own label. */
function ofSameLabel(
  reading: TableReading,
  column: number,
  total: TotalRow,
  details: readonly number[],
): readonly number[][] {
  const own = nameOf(reading.cell(total.row, column));
  if (own === null || totalKind(own) !== null) return [];
  const key = fold(own);
  const rows = details.filter((row) => {
    const label = nameOf(reading.cell(row, column));
    return label !== null && fold(label) === key;
  });
  return rows.length === 0 ? [] : [rows, rows.filter((row) => row < total.row)];
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
  const label = columnOf(reading.table, "label");
  for (const total of totals) {
    // An average sums nothing.
    if (total.kind === "average") continue;
    const candidates = blocks(total, totals, details, communes);
    if (label !== null) candidates.push(...ofSameLabel(reading, label.index, total, details));
    for (const column of columns) {
      const cell = reading.cell(total.row, column);
      const read = readQuantity(cell);
      const shown =
        typeof cell === "number" ? new Decimal(cell) : read.kind === "value" ? new Decimal(read.value) : null;
      if (shown === null) continue;
      const sums = candidates.map((rows) => sumOf(reading, rows, column));
      if (sums.some((sum) => sum.all.equals(shown))) continue;
      const params = { shown: shown.toString().replace(".", ","), expected: sums[0]!.all.toString().replace(".", ",") };
      if (sums.some((sum) => sum.numeric.equals(shown)))
        reading.report("info", "total-ignores-text", total.row, column, params);
      else if (reading.table.sheet.filtered && sums.some((sum) => sum.visible.equals(shown)))
        reading.report("info", "total-ignores-filtered", total.row, column, params);
      else reading.report("warning", "total-differs", total.row, column, params);
    }
  }
}
