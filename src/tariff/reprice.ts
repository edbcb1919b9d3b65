import type { Decimal } from "decimal.js";
import { amountColumns } from "./tarifs/columns";
import type { Grid, Nature, Payer, TariffRow } from "./types";

/** Where a price stands in a grid. */
export interface PricePlace {
  readonly code: string;
  readonly nature: Nature;
  readonly payer: Payer;
}

/** Another price for a place; null is *no tariff*. */
export interface PriceChange extends PricePlace {
  readonly price: Decimal | null;
}

/** The places of a row, priced or not, in the order of the columns of a grid. */
export function pricePlaces({ code }: TariffRow): PricePlace[] {
  return amountColumns.map(({ nature, payer }) => ({ code, nature, payer }));
}

/** The price that a grid has in a place; null where it has none, or no such row. */
export function priceAt({ rows }: Grid, { code, nature, payer }: PricePlace): Decimal | null {
  return rows.find((row) => row.code === code)?.prices[nature][payer] ?? null;
}

export function isSamePlace(one: PricePlace, other: PricePlace): boolean {
  return one.code === other.code && one.nature === other.nature && one.payer === other.payer;
}

/** A grid with other prices in some places of its rows; all else in it stays as it was. */
export function reprice(grid: Grid, changes: readonly PriceChange[]): Grid {
  return { ...grid, rows: grid.rows.map((row) => changes.reduce(repriceRow, row)) };
}

function repriceRow(row: TariffRow, { code, nature, payer, price }: PriceChange): TariffRow {
  if (row.code !== code) return row;
  return { ...row, prices: { ...row.prices, [nature]: { ...row.prices[nature], [payer]: price } } };
}
