import { Decimal } from "decimal.js";
import { toCardinal } from "n2words/fr-FR";

// Thousands are separated everywhere or nowhere; three decimals would make `1.011` either 1011 or 1.011: refused.
const euros =
  /^([-−]?)(0|[1-9]\d*|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](\d{1,2}))?[ \u00a0\u202f]*(?:€|eur|euros?)?$/i;

/**
 * Reads the amount in euros written in a text, French or plain: `1 011,05 €`, `1011.05`, `31,6`; no-break spaces
 * allowed. Null where it is no amount, or could be read in two ways (`1.011`, `1,011`, `1.011,05`, `1 01`).
 */
export function parseEuros(text: string): Decimal | null {
  const match = euros.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole, cents = "0"] = match;
  const amount = new Decimal(`${whole!.replace(/\D/g, "")}.${cents}`);
  return sign === "" || amount.isZero() ? amount : amount.negated();
}

const narrowNoBreakSpace = "\u202f";

/**
 * Writes an amount in euros as the French read it: `1 011,05 €`, with narrow no-break spaces (U+202F) between thousands
 * and before the sign, so that it never breaks at a line's end. Rounded half-up to the cent.
 */
export function formatEuros(amount: Decimal): string {
  const grouped = formatAmount(amount).replace(/\B(?=(\d{3})+\.)/g, narrowNoBreakSpace);
  return `${grouped.replace(".", ",")}${narrowNoBreakSpace}€`;
}

/** Writes the same with its sign, for what changes: `+36,86 €`, `−36,86 €`; without one where nothing does. */
export function formatChange(amount: Decimal): string {
  const sign = amount.isZero() ? "" : amount.isNegative() ? "\u2212" : "+";
  return sign + formatEuros(amount.abs());
}

/**
 * Writes an amount in euros as the JSON holds it: `1011.05`, always two decimals. Rounded half-up to the cent.
 * (decisions §5)
 */
export function formatAmount(amount: Decimal): string {
  return roundHalfUp(amount).toFixed(2);
}

/**
 * Rounds an amount to the nearest cent, half a cent away from zero, so that a credit mirrors a debit.
 * The convention of règlement (CE) 1103/97, article 5; decisions §3.
 */
export function roundHalfUp(amount: Decimal): Decimal {
  if (!amount.isFinite()) throw new RangeError(`Not an amount: ${amount.toString()}`);
  const rounded = amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  // −0.001 rounds to −0, which some formats would show with its sign.
  return rounded.isZero() ? new Decimal(0) : rounded;
}

/**
 * Writes an amount in French words: « six mille cent quatre-vingt-huit euros et treize centimes ». Centimes are left
 * out where there are none, euros where there are only centimes; a negative amount begins with « moins ». Traditional
 * hyphens, rounded half-up to the cent. (reference: domain notes §6.3)
 */
export function eurosInWords(amount: Decimal): string {
  const [euros, cents] = formatAmount(amount.abs()).split(".") as [string, string];
  const centimes = Number(cents);
  const words = [
    ...(euros !== "0" || centimes === 0 ? [wholeEuros(euros)] : []),
    ...(centimes > 0 ? [`${toCardinal(String(centimes))} centime${centimes > 1 ? "s" : ""}`] : []),
  ].join(" et ");
  const isNegative = amount.isNegative() && (euros !== "0" || centimes > 0);
  return isNegative ? `moins ${words}` : words;
}

/**
 * Writes whole euros; million, milliard and beyond are nouns: « un million d'euros », but « un million deux cents euros
 * ».
 */
function wholeEuros(euros: string): string {
  const cardinal = toCardinal(euros);
  if (/illi(on|ard)s?$/.test(cardinal)) return `${cardinal} d'euros`;
  return euros === "0" || euros === "1" ? `${cardinal} euro` : `${cardinal} euros`;
}
