import type { Decimal } from "decimal.js";
import { CellError, type Cell } from "../cells";
import { readQuantity } from "../inventory";
import { gridRowsForUsers, tarifsHeaders, type Nature, type Payer, type TariffRow } from "../tariff";
import { natureArgument, payerArgument, prestationArgument, tariffArguments } from "./arguments";
import { rangeOf } from "./excel-values";
import { Refusal, refusalOfError, shown } from "./refusal";

/** One price of the grid, in cents: whole, since a grid has two decimals at most. */
interface UnitPrice {
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
function unitPrice(given: PriceArguments): UnitPrice | Refusal {
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

/**
 * INSTALL and MAINT: quantity × unit price, in euros, in the shape of the range of quantities. In a range, a blank gives 0
 * and a bad cell its own refusal; alone, both refuse. Quantities are read as in an inventory (decisions §4), but for those
 * that are taken there with a warning, which a function cannot give. No cap of one a school. (decisions §6)
 */
export function amounts(
  quantity: unknown,
  given: PriceArguments,
): readonly (readonly (number | Refusal)[])[] | Refusal {
  const price = unitPrice(given);
  if (price instanceof Refusal) return price;
  const rows = rangeOf(quantity);
  const isAlone = rows.length === 1 && rows[0]!.length === 1;
  if (!isAlone) return rows.map((row) => row.map((cell) => amountOf(cell, price) ?? 0));
  const amount = amountOf(rows[0]![0]!, price) ?? new Refusal("#VALUE!", "function-blank-quantity");
  return amount instanceof Refusal ? amount : [[amount]];
}

/** Null for a blank. Cents and quantities are whole numbers, and their product is exact: only the last division rounds. */
function amountOf(cell: Cell, { row, cents }: UnitPrice): number | null | Refusal {
  if (cell instanceof CellError) return refusalOfError(cell);
  const read = readQuantity(cell);
  if (read.kind === "blank") return null;
  const isPlain = (read.kind === "value" && !read.warned) || (read.kind === "mark" && row.unit === "école");
  return isPlain
    ? (read.value * cents) / 100
    : new Refusal("#VALUE!", "function-bad-quantity", { value: shown(cell ?? "") });
}

/**
 * GRILLE: the built-in grid of a campaign, in the ten columns of `Tarifs`, headers first. Dates are serials of the 1900
 * system. No tariff is an empty text: Excel would show a blank as 0, which is a price. (decisions §1, §6)
 */
export function gridTable(campaign: unknown): readonly (readonly (string | number)[])[] | Refusal {
  const tariff = tariffArguments(campaign, null);
  if (tariff instanceof Refusal) return tariff;
  const rows = gridRowsForUsers(tariff.grid).map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell : String(cell ?? ""))),
  );
  return [tarifsHeaders, ...rows];
}
