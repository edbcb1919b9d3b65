import { Decimal } from "decimal.js";
import { CellError, fromSerial, toSerial, type Cell } from "../cells";
import { readDate } from "../inventory";
import { success } from "../messages";
import { eurosInWords, parseEuros } from "../money";
import { campaignOfDate } from "../tariff";
import { cellOf } from "./excel-values";
import { refuse, refuseError, type Answer } from "./refusal";

/**
 * CAMPAGNE: the 1 November, as a serial of the 1900 system, of the campaign that bills an installation of that date: an
 * Excel date, or a date in text as an inventory writes them (decisions §4). 1 November N is campaign N's still.
 */
export function campaignSerial(date: unknown): Answer<number> {
  const cell = cellOf(date);
  if (cell instanceof CellError) return refuseError(cell);
  const serial = readDate(cell, false);
  return serial > 0
    ? success(toSerial(campaignOfDate(fromSerial(serial)).snapshot))
    : refuse("#VALUE!", "function-bad-date");
}

/** From here on, a number of Excel's, of 15 digits, does not hold its cents. */
const tooLarge = new Decimal("1e13");

/**
 * ENLETTRES: an amount in euros, a number or a text such as « 1 011,05 € », in French words, rounded half-up to the
 * cent.
 */
export function inWords(value: unknown): Answer<string> {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refuseError(cell);
  const amount = amountOf(cell);
  if (amount === null) return refuse("#VALUE!", "function-bad-amount");
  return amount.abs().lessThan(tooLarge) ? success(eurosInWords(amount)) : refuse("#VALUE!", "function-large-amount");
}

/** Reads an amount; of a number, the 15 digits that Excel shows: 94.80000000000001 is 94.80. Null where it is none. */
function amountOf(cell: Exclude<Cell, CellError>): Decimal | null {
  if (typeof cell === "number") return new Decimal(cell.toPrecision(15));
  return typeof cell === "string" ? parseEuros(cell) : null;
}
