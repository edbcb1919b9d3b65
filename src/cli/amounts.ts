import type { Decimal } from "decimal.js";
import type { Language } from "../messages";
import { formatAmount, formatEuros } from "../money";

/** Euros as they are read in a language: « 1 011,05 € », “€1,011.05”. */
export function amountIn(language: Language, value: Decimal): string {
  return language === "fr" ? formatEuros(value) : englishEuros(value);
}

/** The same with its sign, for what changes: « +36,86 € », “−€36.86”; without one where nothing does. */
export function changeIn(language: Language, value: Decimal): string {
  const sign = value.isZero() ? "" : value.isNegative() ? "\u2212" : "+";
  return sign + amountIn(language, value.abs());
}

/** A whole number, by thousands. */
export function countIn(language: Language, value: number): string {
  return grouped(String(value), language === "fr" ? "\u202f" : ",");
}

function englishEuros(value: Decimal): string {
  const [euros = "0", cents = "00"] = formatAmount(value).split(".");
  return `€${grouped(euros, ",")}.${cents}`;
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}
