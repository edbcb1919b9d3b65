import { Decimal } from "decimal.js";
import { roundHalfUp } from "../../money";
import type { Payer } from "../../tariff";
import { payers } from "../order";
import { sum } from "../totals";
import type { Effects, Presence, Side } from "./comparison";

const zero = new Decimal(0);

/**
 * Returns the effects of one line. `borne`: the units of the second campaign, of which a key may leave the commune a
 * part only. Without a key these are (q1 − q0) · p0 and q1 · (p1 − p0), exact; with one, the price effect is rounded to
 * the cent and what is left of the difference, the key's own change included, counts as quantities.
 */
export function effectsOfLine(presence: Presence, before: Side, after: Side, borne: Decimal): Effects {
  const difference = after.amount.minus(before.amount);
  const nothing = { quantities: zero, prices: zero, arrivals: zero, departures: zero };
  const amounts = { before: before.amount, after: after.amount, difference };
  if (presence === "arrived") return { ...amounts, ...nothing, arrivals: difference };
  if (presence === "departed") return { ...amounts, ...nothing, departures: difference };
  const prices = roundHalfUp(borne.times(priceOf(after).minus(priceOf(before))));
  return { ...amounts, ...nothing, quantities: difference.minus(prices), prices };
}

/** Returns a price; where there is none, 0, which the comparison says beside. */
function priceOf({ unitPrice }: Side): Decimal {
  return unitPrice ?? zero;
}

/** Returns whether a line has an effect, even where two of them cancel out. */
export function hasChanged({ effects }: { readonly effects: Effects }): boolean {
  const { quantities, prices, arrivals, departures } = effects;
  return [quantities, prices, arrivals, departures].some((effect) => !effect.isZero());
}

export function addEffects(all: readonly Effects[]): Effects {
  const add = (effect: keyof Effects) => sum(all.map((effects) => effects[effect]));
  return {
    before: add("before"),
    after: add("after"),
    quantities: add("quantities"),
    prices: add("prices"),
    arrivals: add("arrivals"),
    departures: add("departures"),
    difference: add("difference"),
  };
}

/** Adds up the effects of each payer's lines. */
export function effectsByPayer(
  lines: readonly { readonly payer: Payer; readonly effects: Effects }[],
): Record<Payer, Effects> {
  const [cagb, commune] = payers.map((payer) =>
    addEffects(lines.filter((line) => line.payer === payer).map(({ effects }) => effects)),
  );
  return { cagb: cagb!, commune: commune! };
}

const notableShare = new Decimal("0.10");
const notableAmount = new Decimal(100);

/** Returns whether an amount changes by more than 10 % and more than 100 €. */
export function isNotable({ before, difference }: Effects): boolean {
  const change = difference.abs();
  return change.greaterThan(notableAmount) && change.greaterThan(before.abs().times(notableShare));
}
