import { Decimal } from "decimal.js";
import { parseEuros } from "../money";

/** Why a unit price cannot be read. */
export type AmountFault = "negative" | "too-many-decimals" | "unreadable";

/** The unit price written as a grid file must: digits, a dot, two decimals at most. */
export function amountOfData(text: string): Decimal | AmountFault {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return "unreadable";
  return checked(new Decimal(text));
}

/**
 * The unit price of a cell that holds a number: its shortest decimal writing within 15 significant digits, which is all
 * that Excel keeps and shows, so that 94.80000000000001 (31.6 × 3) is 94.80.
 */
export function amountOfNumber(value: number): Decimal | AmountFault {
  return Number.isFinite(value) ? checked(new Decimal(value.toPrecision(15))) : "unreadable";
}

/** The unit price written in a text, as `parseEuros` reads it; null for a dash, or nothing, which is *no tariff*. */
export function amountOfText(text: string): Decimal | null | AmountFault {
  const written = text.trim();
  if (/^[-–—]?$/.test(written)) return null;
  const amount = parseEuros(written);
  if (amount !== null) return checked(amount);
  return /^\d+[.,]\d{3,}$/.test(written) ? "too-many-decimals" : "unreadable";
}

function checked(amount: Decimal): Decimal | AmountFault {
  if (amount.lessThan(0)) return "negative";
  return amount.decimalPlaces() > 2 ? "too-many-decimals" : amount;
}
