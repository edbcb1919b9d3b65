import { Decimal } from "decimal.js";
import { toCardinal } from "n2words/fr-FR";
import { failure, success, type Result } from "../messages";

// Thousands are separated everywhere or nowhere. Three decimals would make `1.011` ambiguous, so they are refused.
const euros =
  /^([-−]?)(0|[1-9]\d*|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+)(?:[.,](\d{1,2}))?[ \u00a0\u202f]*(?:€|eur|euros?)?$/i;

/**
 * Reads an amount in euros, French or plain: `1 011,05 €`, `1011.05`, `31,6`; no-break spaces are allowed. Null for any
 * other text, and for an ambiguous one (`1.011`, `1,011`, `1.011,05`, `1 01`).
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
 * Writes an amount in euros in French, `1 011,05 €`, with narrow no-break spaces (U+202F) between thousands and before
 * the sign, so that it never breaks across lines. Rounds half-up to the cent.
 */
export function formatEuros(amount: Decimal): string {
  const grouped = formatAmount(amount).replace(/\B(?=(\d{3})+\.)/g, narrowNoBreakSpace);
  return `${grouped.replace(".", ",")}${narrowNoBreakSpace}€`;
}

/** Writes a difference of amounts with its sign: `+36,86 €`, `−36,86 €`; without a sign when it is zero. */
export function formatChange(amount: Decimal): string {
  const sign = amount.isZero() ? "" : amount.isNegative() ? "\u2212" : "+";
  return sign + formatEuros(amount.abs());
}

/** Writes an amount in euros for the JSON, `1011.05`, with two decimals. Rounds half-up to the cent. (decisions §5) */
export function formatAmount(amount: Decimal): string {
  return roundHalfUp(amount).toFixed(2);
}

/**
 * Rounds an amount to the nearest cent, half a cent away from zero, so that a credit mirrors a debit. Throws when the
 * amount is not finite. (Règlement (CE) 1103/97, article 5; decisions §3)
 */
export function roundHalfUp(amount: Decimal): Decimal {
  if (!amount.isFinite()) throw new RangeError(`Not an amount: ${amount.toString()}`);
  const rounded = amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  // −0.001 rounds to −0, which some formats would show with its sign.
  return rounded.isZero() ? new Decimal(0) : rounded;
}

/**
 * Writes an amount in French words: « six mille cent quatre-vingt-huit euros et treize centimes ». Leaves out zero
 * centimes, and zero euros when there are centimes; a negative amount begins with « moins ». Uses traditional hyphens
 * and rounds half-up to the cent. (reference: domain notes §6.3)
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

/** Writes whole euros; « million » and above are nouns: « un million d'euros », but « un million deux cents euros ». */
function wholeEuros(euros: string): string {
  const cardinal = toCardinal(euros);
  if (/illi(on|ard)s?$/.test(cardinal)) return `${cardinal} d'euros`;
  return euros === "0" || euros === "1" ? `${cardinal} euro` : `${cardinal} euros`;
}

/** Writes a count in words, in the gender of its noun: « quarante-cinq », « vingt et une ». */
export function countInWords(count: number, gender: "feminine" | "masculine"): string {
  const words = toCardinal(String(count));
  return gender === "feminine" ? words.replace(/\bun$/, "une") : words;
}

/** A bearer of a share, and its weight. The key, an INSEE code, settles ties. */
export interface WeightedKey {
  readonly key: string;
  readonly weight: number | Decimal;
}

interface Share {
  readonly key: string;
  /** Euros, exact to the cent. */
  readonly amount: Decimal;
}

type AllocationRefusal =
  "negative-weight" | "not-a-weight" | "all-zero-weights" | "duplicate-key" | "total-not-in-cents";

interface Part {
  readonly key: string;
  readonly cents: bigint;
  readonly remainder: bigint;
}

/**
 * Splits an amount in euros by weights, in exact cents, by the largest remainder: ties go to the lowest key, a zero
 * weight gets zero, and a negative total gives opposite shares. The shares are in the order of the weights and add up
 * to the total. (decisions §2) Fails when no weight is above zero, a weight is negative or infinite, a key is repeated,
 * or the total has fractions of a cent.
 */
export function allocate(total: Decimal, weights: readonly WeightedKey[]): Result<readonly Share[], AllocationRefusal> {
  const exact = weights.map(({ weight }) => new Decimal(weight));
  const refusal = refuse(total, weights, exact);
  if (refusal !== null) return failure(refusal);

  const integers = toIntegers(exact);
  const sum = integers.reduce((left, right) => left + right, 0n);
  const cents = BigInt(total.abs().toFixed(2).replace(".", ""));
  const parts = weights.map(({ key }, index): Part => {
    const product = cents * integers[index]!;
    return { key, cents: product / sum, remainder: product % sum };
  });
  const lost = cents - parts.reduce((left, part) => left + part.cents, 0n);
  const favoured = new Set([...parts].sort(byRemainderThenKey).slice(0, Number(lost)));
  return success(
    parts.map((part) => ({
      key: part.key,
      amount: toEuros(part.cents + (favoured.has(part) ? 1n : 0n), total.isNegative()),
    })),
  );
}

function refuse(total: Decimal, weights: readonly WeightedKey[], exact: readonly Decimal[]): AllocationRefusal | null {
  if (!total.isFinite() || total.decimalPlaces() > 2) return "total-not-in-cents";
  if (exact.some((weight) => !weight.isFinite())) return "not-a-weight";
  if (exact.some((weight) => weight.lessThan(0))) return "negative-weight";
  if (exact.every((weight) => weight.isZero())) return "all-zero-weights";
  if (new Set(weights.map(({ key }) => key)).size < weights.length) return "duplicate-key";
  return null;
}

/** Returns integers in the same proportions as the weights, exact for any number of digits. */
function toIntegers(weights: readonly Decimal[]): bigint[] {
  const decimals = Math.max(...weights.map((weight) => weight.decimalPlaces()));
  return weights.map((weight) => BigInt(weight.toFixed(decimals).replace(".", "")));
}

function byRemainderThenKey(left: Part, right: Part): number {
  if (left.remainder !== right.remainder) return left.remainder > right.remainder ? -1 : 1;
  return left.key < right.key ? -1 : 1;
}

function toEuros(cents: bigint, negative: boolean): Decimal {
  const text = cents.toString().padStart(3, "0");
  return new Decimal(`${negative && cents > 0n ? "-" : ""}${text.slice(0, -2)}.${text.slice(-2)}`);
}
