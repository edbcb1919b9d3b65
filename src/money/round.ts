import { Decimal } from "decimal.js";

/**
 * The amount to the nearest cent, half a cent away from zero, so that a credit mirrors a debit.
 * The convention of règlement (CE) 1103/97, article 5; decisions §3.
 */
export function roundHalfUp(amount: Decimal): Decimal {
  if (!amount.isFinite()) throw new RangeError(`Not an amount: ${amount.toString()}`);
  const rounded = amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  // −0.001 rounds to −0, which some formats would show with its sign.
  return rounded.isZero() ? new Decimal(0) : rounded;
}
