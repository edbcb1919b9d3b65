import { Decimal } from "decimal.js";

// Thousands are separated everywhere or nowhere; three decimals would make `1.011` either 1011 or 1.011: refused.
const euros =
  /^([-−]?)(0|[1-9]\d*|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](\d{1,2}))?[ \u00a0\u202f]*(?:€|eur|euros?)?$/i;

/**
 * The amount in euros written in a text, French or plain: `1 011,05 €`, `1011.05`, `31,6`; no-break spaces allowed.
 * Null where it is no amount, or could be read in two ways (`1.011`, `1,011`, `1.011,05`, `1 01`).
 */
export function parseEuros(text: string): Decimal | null {
  const match = euros.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole, cents = "0"] = match;
  const amount = new Decimal(`${whole!.replace(/\D/g, "")}.${cents}`);
  return sign === "" || amount.isZero() ? amount : amount.negated();
}
