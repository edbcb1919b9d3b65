import type { Decimal } from "decimal.js";
import type { Simulation } from "../../statement";
import { isSamePlace, priceAt, pricePlaces, type Grid, type PricePlace } from "../../tariff";
import type { KeptTrial } from "./kept";

/** The grids that a trial is between. */
export interface TrialGrids {
  readonly inForce: Grid;
  /** The grid before any price is typed: that of a file, or the one in force. */
  readonly base: Grid;
}

/** A price, and the price tried in its place; null means no tariff. */
export interface PriceField extends PricePlace {
  readonly prestation: string;
  readonly now: Decimal | null;
  readonly trial: Decimal | null;
  /** Its effect when the same units are billed at both prices: their product is the amount. */
  readonly effect: { readonly units: number; readonly difference: Decimal; readonly amount: Decimal } | null;
  /** The last text typed that is not a price: the previous price still applies. */
  readonly refused: KeptTrial["refused"][number] | null;
}

/** Returns the places that either grid has a price for, in the order of the base. */
export function openPlaces({ inForce, base }: TrialGrids): (PricePlace & { readonly prestation: string })[] {
  return [...base.rows, ...rowsMissing({ inForce, base })].flatMap((row) =>
    pricePlaces(row)
      .filter((place) => priceAt(inForce, place) !== null || priceAt(base, place) !== null)
      .map((place) => ({ ...place, prestation: row.prestation })),
  );
}

/** Returns the rows in force that the base has no more. */
export function rowsMissing({ inForce, base }: TrialGrids): Grid["rows"] {
  const known = new Set(base.rows.map(({ code }) => code));
  return inForce.rows.filter(({ code }) => !known.has(code));
}

/** Returns the fields of « Simuler », with the effect of each typed price when a simulation exists. */
export function priceFields(
  grids: TrialGrids,
  trial: Pick<KeptTrial, "typed" | "refused"> | null,
  simulation: Simulation | null,
): PriceField[] {
  return openPlaces(grids).map((place) => {
    const change = trial?.typed.find((one) => isSamePlace(one, place));
    return {
      ...place,
      now: priceAt(grids.inForce, place),
      trial: change === undefined ? priceAt(grids.base, place) : change.price,
      effect: simulation === null ? null : effectOf(simulation, place),
      refused: trial?.refused.find((one) => isSamePlace(one, place)) ?? null,
    };
  });
}

function effectOf({ prices }: Simulation, place: PricePlace): PriceField["effect"] {
  const price = prices.find(({ tariff: { code }, nature, payer }) => isSamePlace({ code, nature, payer }, place));
  if (price === undefined) return null;
  const { now, trial, amount } = price;
  if (now.unitPrice === null || trial.unitPrice === null || now.unitPrice.equals(trial.unitPrice)) return null;
  if (now.units !== trial.units || !now.isProduct || !trial.isProduct) return null;
  return { units: now.units, difference: trial.unitPrice.minus(now.unitPrice), amount: amount.difference };
}
