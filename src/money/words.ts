import type { Decimal } from "decimal.js";
import { toCardinal } from "n2words/fr-FR";
import { formatAmount } from "./euros";

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
