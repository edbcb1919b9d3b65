import { Decimal } from "decimal.js";
import type { Grid, Nature } from "../../tariff";
import { readQuantity } from "../read/quantity";
import { totalKind } from "../read/total-label";
import type { Column } from "../table";
import { statisticsOf } from "./statistics";
import { countedNature } from "./weighed";
import type { Weighed } from "./weighed";

/** An amount that is written in a row, beside what the tariff gives; of one quantity, or of all those of the row. */
export interface ReckonedRow {
  readonly row: number;
  readonly quantity?: number;
  readonly price?: Decimal;
  readonly written: Decimal;
  readonly reckoned: Decimal;
  /** Equal, at the precision written: whole euros or cents; all payers together, or either. */
  readonly isSame: boolean;
}

/** That of one quantity. */
export interface Reckoned extends ReckonedRow {
  readonly quantity: number;
  readonly price: Decimal;
}

/** Sets the numbers of a column against the sum of quantity × price over other columns, row by row, totals apart. */
export function reckonedTotals(money: Column, counted: readonly Column[], weighed: Weighed): ReckonedRow[] {
  const { sheet, bodyTop, bodyBottom, grid } = weighed;
  const whole = statisticsOf(weighed, money.index).fractions === 0;
  const found: ReckonedRow[] = [];
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const cell = cells[money.index] ?? null;
    if (typeof cell !== "number" || cells.some((each) => typeof each === "string" && totalKind(each) !== null))
      continue;
    const sums = [new Decimal(0), new Decimal(0), new Decimal(0)];
    for (const column of counted) {
      const quantity = readQuantity(cells[column.index] ?? null);
      const code = codeOf(column);
      if (quantity.kind !== "value" || code === null) continue;
      const prices = pricesByPayer(grid, code, countedNature(code, column.nature));
      prices.forEach((price, at) => (sums[at] = sums[at]!.plus(price.times(quantity.value))));
    }
    const written = new Decimal(cell);
    if (sums[0]!.isZero()) continue;
    found.push({ row, written, reckoned: sums[0]!, isSame: sums.some((sum) => agrees(written, sum, whole)) });
  }
  return found;
}

/** The unit prices of a prestation: all payers together, the CAGB's, the commune's; zero where one of them pays nothing. */
function pricesByPayer(grid: Grid, code: string, nature: Nature): Decimal[] {
  const prices = grid.rows.find((each) => each.code === code)?.prices[nature];
  const of = (price: Decimal | null | undefined): Decimal => price ?? new Decimal(0);
  const [cagb, commune] = [of(prices?.cagb), of(prices?.commune)];
  return [cagb.plus(commune), cagb, commune];
}

/** Sets the numbers of a column against quantity × price, row by row, totals apart. */
export function reckonedRows(money: Column, counted: Column, columns: readonly Column[], weighed: Weighed): Reckoned[] {
  const { sheet, bodyTop, bodyBottom, grid, readLabel } = weighed;
  const label = columns.find(({ role }) => role.kind === "label") ?? null;
  const natures = columns.find(({ role }) => role.kind === "nature") ?? null;
  const whole = statisticsOf(weighed, money.index).fractions === 0;
  const found: Reckoned[] = [];
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const cell = cells[money.index] ?? null;
    const quantity = readQuantity(cells[counted.index] ?? null);
    if (typeof cell !== "number" || quantity.kind !== "value" || quantity.value === 0) continue;
    if (cells.some((each) => typeof each === "string" && totalKind(each) !== null)) continue;
    const text = label === null ? null : (cells[label.index] ?? null);
    const said = typeof text === "string" ? readLabel(text) : null;
    const code = label === null ? codeOf(counted) : said?.label.kind === "prestation" ? said.label.code : null;
    const rowNature = natures === null ? null : natureIn(cells[natures.index] ?? null, readLabel);
    if (code === null || (natures !== null && rowNature === null)) continue;
    const nature = countedNature(code, money.nature ?? rowNature ?? counted.nature);
    const prices = pricesOf(grid, code, nature);
    const price = prices[0];
    if (price === undefined) continue;
    const written = new Decimal(cell);
    const isSame = prices.some((each) => agrees(written, each.times(quantity.value), whole));
    found.push({ row, quantity: quantity.value, price, written, reckoned: price.times(quantity.value), isSame });
  }
  return found;
}

function agrees(written: Decimal, reckoned: Decimal, whole: boolean): boolean {
  if (!whole) return written.toDecimalPlaces(2).equals(reckoned);
  return written.equals(reckoned) || written.equals(reckoned.toDecimalPlaces(0, Decimal.ROUND_HALF_UP));
}

function codeOf({ role }: Column): string | null {
  return role.kind === "count" ? role.code : null;
}

function natureIn(cell: unknown, readLabel: Weighed["readLabel"]): Nature | null {
  const nature = typeof cell === "string" ? readLabel(cell).nature : null;
  return nature === "installation" || nature === "maintenance" ? nature : null;
}

/** The unit prices of a prestation: all payers together, then each; none where it has no tariff for that nature. */
export function pricesOf(grid: Grid, code: string, nature: Nature): Decimal[] {
  const row = grid.rows.find((each) => each.code === code);
  if (row === undefined) return [];
  const each = Object.values(row.prices[nature]).filter((price) => price !== null);
  return each.length === 0 ? [] : [each.reduce((sum, price) => sum.plus(price)), ...each];
}
