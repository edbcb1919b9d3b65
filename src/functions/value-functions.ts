import { Decimal } from "decimal.js";
import { CellError, fromSerial, toSerial, type Cell } from "../cells";
import { parseQuantity, readDate } from "../inventory";
import { success } from "../messages";
import { eurosInWords, parseEuros } from "../money";
import { campaignOfDate, gridRowsForUsers, tarifsHeaders, type Nature, type Payer, type TariffRow } from "../tariff";
import { natureArgument, payerArgument, prestationArgument, tariffArguments } from "./arguments";
import { cellOf, rangeOf, refuse, refuseError, shown, type Answer, type Refusal } from "./excel-values";

/** A price of a grid, in cents: a whole number, because a grid has two decimals at most. */
interface UnitPrice {
  readonly row: TariffRow;
  readonly cents: number;
}

/** The arguments of TARIF, INSTALL and MAINT, as Excel passes them. */
export interface PriceArguments {
  readonly prestation: unknown;
  readonly nature: unknown;
  readonly payer: unknown;
  readonly campaign: unknown;
  readonly grid: unknown;
}

/** Computes TARIF: the unit price in euros. */
export function tarif(given: PriceArguments): Answer<number> {
  const price = unitPrice(given);
  return price.ok ? success(price.value.cents / 100) : price;
}

/**
 * Returns the unit price for a payer, or for both together when none is given. When that payer has no tariff: 0 if the
 * other payer has one for the same nature, otherwise #N/A. (decisions §6)
 */
function unitPrice(given: PriceArguments): Answer<UnitPrice> {
  const tariff = tariffArguments(given.campaign, given.grid);
  if (!tariff.ok) return tariff;
  const row = prestationArgument(given.prestation, tariff.value.grid);
  if (!row.ok) return row;
  const nature = natureArgument(given.nature);
  if (!nature.ok) return nature;
  const payer = payerArgument(given.payer);
  if (!payer.ok) return payer;
  const { cagb, commune } = row.value.prices[nature.value];
  if (cagb === null && commune === null) return refuseNature(row.value, nature.value);
  const parts: Readonly<Record<Payer, number>> = { cagb: centsOf(cagb), commune: centsOf(commune) };
  return success({ row: row.value, cents: payer.value === null ? parts.cagb + parts.commune : parts[payer.value] });
}

function centsOf(price: Decimal | null): number {
  return price === null ? 0 : price.times(100).toNumber();
}

function refuseNature(row: TariffRow, nature: Nature) {
  const code = nature === "installation" ? "function-no-installation-tariff" : "function-no-maintenance-tariff";
  return refuse("#N/A", code, { prestation: shown(row.prestation, 32) });
}

/**
 * Computes INSTALL and MAINT: quantity × unit price, in euros, in the shape of the range of quantities. In a range, a
 * blank gives 0 and an invalid cell its own refusal; a single cell refuses both. Quantities are read as in an inventory
 * (decisions §4), except those accepted there with a warning, which a function cannot show, and the letter « O », which
 * only the rest of its column can explain. A cap per school does not apply. (decisions §6)
 */
export function amounts(quantity: unknown, given: PriceArguments): Answer<readonly (readonly (number | Refusal)[])[]> {
  const price = unitPrice(given);
  if (!price.ok) return price;
  const rows = rangeOf(quantity).map((row) => row.map((cell) => amountOf(cell, price.value)));
  const [only] = rows.length === 1 && rows[0]!.length === 1 ? rows[0]! : [];
  if (only?.ok === false) return only;
  if (only?.value === null) return refuse("#VALUE!", "function-blank-quantity");
  return success(rows.map((row) => row.map((amount) => (amount.ok ? (amount.value ?? 0) : amount.error))));
}

/** Returns null for a blank. The product of cents and quantity is exact, both being whole: only the division rounds. */
function amountOf(cell: Cell, { row, cents }: UnitPrice): Answer<number | null> {
  if (cell instanceof CellError) return refuseError(cell);
  const read = parseQuantity(cell);
  if (read.kind === "blank") return success(null);
  const isAnswer = read.kind === "mark" && !read.isLetter && row.perSite === 1;
  const isPlain = (read.kind === "value" && !read.warned) || isAnswer;
  return isPlain
    ? success((read.value * cents) / 100)
    : refuse("#VALUE!", "function-bad-quantity", { value: shown(cell ?? "") });
}

/**
 * Computes GRILLE: the built-in grid of a campaign, in the ten columns of `Tarifs`, headers first. Dates are serials of
 * the 1900 system. A missing price is an empty text: Excel would show a blank as 0, which is a price. (decisions §1,
 * §6)
 */
export function gridTable(campaign: unknown): Answer<readonly (readonly (string | number)[])[]> {
  const tariff = tariffArguments(campaign, null);
  if (!tariff.ok) return tariff;
  const rows = gridRowsForUsers(tariff.value.grid).map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell : String(cell ?? ""))),
  );
  return success([tarifsHeaders, ...rows]);
}

/**
 * Computes CAMPAGNE: the 1 November, as a serial of the 1900 system, of the campaign that bills an installation made on
 * a date: an Excel date, or a date in text as in an inventory (decisions §4). 1 November N belongs to campaign N.
 */
export function campaignSerial(date: unknown): Answer<number> {
  const cell = cellOf(date);
  if (cell instanceof CellError) return refuseError(cell);
  const serial = readDate(cell, false);
  return serial > 0
    ? success(toSerial(campaignOfDate(fromSerial(serial)).snapshot))
    : refuse("#VALUE!", "function-bad-date");
}

/** From this amount on, a number of Excel, which has 15 digits, loses its cents. */
const tooLarge = new Decimal("1e13");

/**
 * Computes ENLETTRES: an amount in euros (a number, or a text such as « 1 011,05 € ») in French words, rounded half-up
 * to the cent.
 */
export function inWords(value: unknown): Answer<string> {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refuseError(cell);
  const amount = euroAmountOf(cell);
  if (amount === null) return refuse("#VALUE!", "function-bad-amount");
  return amount.abs().lessThan(tooLarge) ? success(eurosInWords(amount)) : refuse("#VALUE!", "function-large-amount");
}

/** Reads an amount; null for any other cell. Keeps the 15 digits that Excel shows: 94.80000000000001 is 94.80. */
function euroAmountOf(cell: Exclude<Cell, CellError>): Decimal | null {
  if (typeof cell === "number") return new Decimal(cell.toPrecision(15));
  return typeof cell === "string" ? parseEuros(cell) : null;
}
