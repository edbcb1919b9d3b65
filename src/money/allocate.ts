import { Decimal } from "decimal.js";

/** Who bears a share, and how much of it. The key (an INSEE code) settles ties. */
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

type Allocation = { readonly shares: readonly Share[] } | { readonly refusal: AllocationRefusal };

interface Part {
  readonly key: string;
  readonly cents: bigint;
  readonly remainder: bigint;
}

/**
 * Splits an amount of euros by weights, in exact cents, by the largest remainder: ties by key ascending, zero weight
 * gets zero, symmetric in sign. The shares come in the order of the weights and add up to the total. (decisions §2)
 * Refused, as a value: no weight above zero, a negative or infinite weight, a key given twice, a total with parts of a
 * cent.
 */
export function allocate(total: Decimal, weights: readonly WeightedKey[]): Allocation {
  const exact = weights.map(({ weight }) => new Decimal(weight));
  const refusal = refuse(total, weights, exact);
  if (refusal !== null) return { refusal };

  const integers = toIntegers(exact);
  const sum = integers.reduce((left, right) => left + right, 0n);
  const cents = BigInt(total.abs().toFixed(2).replace(".", ""));
  const parts = weights.map(({ key }, index): Part => {
    const product = cents * integers[index]!;
    return { key, cents: product / sum, remainder: product % sum };
  });
  const lost = cents - parts.reduce((left, part) => left + part.cents, 0n);
  const favoured = new Set([...parts].sort(byRemainderThenKey).slice(0, Number(lost)));
  return {
    shares: parts.map((part) => ({
      key: part.key,
      amount: toEuros(part.cents + (favoured.has(part) ? 1n : 0n), total.isNegative()),
    })),
  };
}

function refuse(total: Decimal, weights: readonly WeightedKey[], exact: readonly Decimal[]): AllocationRefusal | null {
  if (!total.isFinite() || total.decimalPlaces() > 2) return "total-not-in-cents";
  if (exact.some((weight) => !weight.isFinite())) return "not-a-weight";
  if (exact.some((weight) => weight.lessThan(0))) return "negative-weight";
  if (exact.every((weight) => weight.isZero())) return "all-zero-weights";
  if (new Set(weights.map(({ key }) => key)).size < weights.length) return "duplicate-key";
  return null;
}

/**
 * Returns the weights over a common power of ten: integers in the same proportions, exact whatever their number of
 * digits.
 */
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
