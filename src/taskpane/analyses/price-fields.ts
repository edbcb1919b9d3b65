import type { Decimal } from "decimal.js";
import { formatAmount } from "../../money";
import type { Simulation } from "../../statement";
import { isSamePlace, priceAt, pricePlaces, type Grid, type PricePlace } from "../../tariff";
import type { KeptTrial, PriceField } from "./model";

/** The grids that a trial is between. */
export interface TrialGrids {
  readonly inForce: Grid;
  /** Where its prices come from, before any is typed: a file's grid, or the one in force. */
  readonly base: Grid;
}

/** A place where a price may be typed. */
interface OpenPlace extends PricePlace {
  readonly prestation: string;
}

/** The places that either grid has a price for, in the order of the base. */
export function openPlaces({ inForce, base }: TrialGrids): OpenPlace[] {
  return [...base.rows, ...rowsMissing({ inForce, base })].flatMap((row) =>
    pricePlaces(row)
      .filter((place) => priceAt(inForce, place) !== null || priceAt(base, place) !== null)
      .map((place) => ({ ...place, prestation: row.prestation })),
  );
}

/** Rows in force that the base has no more. */
export function rowsMissing({ inForce, base }: TrialGrids): Grid["rows"] {
  const known = new Set(base.rows.map(({ code }) => code));
  return inForce.rows.filter(({ code }) => !known.has(code));
}

/** The fields of « Simuler », with what each price typed brings where a trial was made of them. */
export function priceFields(
  grids: TrialGrids,
  { typed, refused }: Pick<KeptTrial, "typed" | "refused"> = { typed: [], refused: [] },
  simulation: Simulation | null = null,
): PriceField[] {
  const fields = openPlaces(grids).map(({ prestation, ...place }) => {
    const change = typed.find((one) => isSamePlace(one, place));
    return {
      ...place,
      prestation,
      now: shown(priceAt(grids.inForce, place)),
      trial: shown(change === undefined ? priceAt(grids.base, place) : change.price),
      effect: simulation === null ? null : effectOf(simulation, place),
      refused: null,
    };
  });
  return withRefused(fields, { refused });
}

/** Fields with what is no price in those that hold one. */
export function withRefused(fields: readonly PriceField[], { refused }: Pick<KeptTrial, "refused">): PriceField[] {
  return fields.map((field) => {
    const wrong = refused.find((one) => isSamePlace(one, field));
    return { ...field, refused: wrong === undefined ? null : { written: wrong.written, fault: wrong.fault } };
  });
}

function shown(price: Decimal | null): PriceField["now"] {
  return price === null ? null : formatAmount(price);
}

function effectOf({ prices }: Simulation, place: PricePlace): PriceField["effect"] {
  const price = prices.find(({ tariff: { code }, nature, payer }) => isSamePlace({ code, nature, payer }, place));
  if (price === undefined) return null;
  const { now, trial, amount } = price;
  if (now.unitPrice === null || trial.unitPrice === null || now.unitPrice.equals(trial.unitPrice)) return null;
  if (now.units !== trial.units || !now.isProduct || !trial.isProduct) return null;
  return {
    units: now.units,
    difference: formatAmount(trial.unitPrice.minus(now.unitPrice)),
    amount: formatAmount(amount.difference),
  };
}
