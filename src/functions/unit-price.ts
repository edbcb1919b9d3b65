import type { Decimal } from "decimal.js";
import type { Nature, Payer, TariffRow } from "../tariff";
import { natureArgument, payerArgument } from "./choices";
import { prestationArgument } from "./prestation-argument";
import { Refusal, shown } from "./refusal";
import { tariffArguments } from "./tariff-arguments";

/** One price of the grid, in cents: whole, since a grid has two decimals at most. */
export interface UnitPrice {
  readonly row: TariffRow;
  readonly cents: number;
}

/** What TARIF and the functions that multiply are given, as Excel hands it over. */
export interface PriceArguments {
  readonly prestation: unknown;
  readonly nature: unknown;
  readonly payer: unknown;
  readonly campaign: unknown;
  readonly grid: unknown;
}

/**
 * The unit price for a payer, or for both where none is given. Where that payer has no tariff: 0 if the other one has one
 * for the same nature, else #N/A. (decisions §6)
 */
export function unitPrice(given: PriceArguments): UnitPrice | Refusal {
  const tariff = tariffArguments(given.campaign, given.grid);
  if (tariff instanceof Refusal) return tariff;
  const row = prestationArgument(given.prestation, tariff.grid);
  if (row instanceof Refusal) return row;
  const nature = natureArgument(given.nature);
  if (nature instanceof Refusal) return nature;
  const payer = payerArgument(given.payer);
  if (payer instanceof Refusal) return payer;
  const { cagb, commune } = row.prices[nature];
  if (cagb === null && commune === null) return noTariff(row, nature);
  const parts: Readonly<Record<Payer, number>> = { cagb: centsOf(cagb), commune: centsOf(commune) };
  return { row, cents: payer === null ? parts.cagb + parts.commune : parts[payer] };
}

/** TARIF: the unit price in euros. */
export function tarif(given: PriceArguments): number | Refusal {
  const price = unitPrice(given);
  return price instanceof Refusal ? price : price.cents / 100;
}

function centsOf(price: Decimal | null): number {
  return price === null ? 0 : price.times(100).toNumber();
}

function noTariff(row: TariffRow, nature: Nature): Refusal {
  const code = nature === "installation" ? "function-no-installation-tariff" : "function-no-maintenance-tariff";
  return new Refusal("#N/A", code, { prestation: shown(row.prestation, 32) });
}
