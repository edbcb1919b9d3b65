import { Decimal } from "decimal.js";
import { parseEuros } from "../money";
import { amountColumns } from "./tarifs/table";
import type { Grid, Nature, Payer, TariffRow } from "./types";

/** Why a unit price cannot be read. */
export type AmountFault = "negative" | "too-many-decimals" | "unreadable";

/** Reads a unit price as a grid file must write it: digits, a dot, two decimals at most. */
export function amountOfData(text: string): Decimal | AmountFault {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return "unreadable";
  return checkedAmount(new Decimal(text));
}

/**
 * Reads the unit price of a cell that holds a number: its shortest decimal writing within 15 significant digits, which is all
 * that Excel keeps and shows, so that 94.80000000000001 (31.6 × 3) is 94.80.
 */
export function amountOfNumber(value: number): Decimal | AmountFault {
  return Number.isFinite(value) ? checkedAmount(new Decimal(value.toPrecision(15))) : "unreadable";
}

/** Reads the unit price written in a text, as `parseEuros` reads it; null for a dash, or nothing, which is *no tariff*. */
export function amountOfText(text: string): Decimal | null | AmountFault {
  const written = text.trim();
  if (/^[-–—]?$/.test(written)) return null;
  const amount = parseEuros(written);
  if (amount !== null) return checkedAmount(amount);
  return /^\d+[.,]\d{3,}$/.test(written) ? "too-many-decimals" : "unreadable";
}

function checkedAmount(amount: Decimal): Decimal | AmountFault {
  if (amount.lessThan(0)) return "negative";
  return amount.decimalPlaces() > 2 ? "too-many-decimals" : amount;
}

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

/** Returns the places of a row, priced or not, in the order of the columns of a grid. */
export function pricePlaces({ code }: TariffRow): PricePlace[] {
  return amountColumns.map(({ nature, payer }) => ({ code, nature, payer }));
}

/** Returns the price that a grid has in a place; null where it has none, or no such row. */
export function priceAt({ rows }: Grid, { code, nature, payer }: PricePlace): Decimal | null {
  return rows.find((row) => row.code === code)?.prices[nature][payer] ?? null;
}

export function isSamePlace(one: PricePlace, other: PricePlace): boolean {
  return one.code === other.code && one.nature === other.nature && one.payer === other.payer;
}

/** Returns a grid with other prices in some places of its rows; all else in it stays as it was. */
export function reprice(grid: Grid, changes: readonly PriceChange[]): Grid {
  return { ...grid, rows: grid.rows.map((row) => changes.reduce(repriceRow, row)) };
}

function repriceRow(row: TariffRow, { code, nature, payer, price }: PriceChange): TariffRow {
  if (row.code !== code) return row;
  return { ...row, prices: { ...row.prices, [nature]: { ...row.prices[nature], [payer]: price } } };
}
