import type { Decimal } from "decimal.js";
import { roundHalfUp } from "./round";

const narrowNoBreakSpace = "\u202f";

/**
 * An amount in euros as the French read it: `1 011,05 €`, with narrow no-break spaces (U+202F) between thousands and
 * before the sign, so that it never breaks at a line's end. Rounded half-up to the cent.
 */
export function formatEuros(amount: Decimal): string {
  const grouped = formatAmount(amount).replace(/\B(?=(\d{3})+\.)/g, narrowNoBreakSpace);
  return `${grouped.replace(".", ",")}${narrowNoBreakSpace}€`;
}

/** The same with its sign, for what changes: `+36,86 €`, `−36,86 €`; without one where nothing does. */
export function formatChange(amount: Decimal): string {
  const sign = amount.isZero() ? "" : amount.isNegative() ? "\u2212" : "+";
  return sign + formatEuros(amount.abs());
}

/** An amount in euros as the JSON holds it: `1011.05`, always two decimals. Rounded half-up to the cent. (decisions §5) */
export function formatAmount(amount: Decimal): string {
  return roundHalfUp(amount).toFixed(2);
}
