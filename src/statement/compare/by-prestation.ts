import { natures, payers } from "../order";
import { addEffects, isNotable } from "./effects";
import type { GridPair } from "./grid-pair";
import type { ComparedLine, ComparedPrestation, MissingPrice } from "./types";

/** In the grids' order, prestations with a line only. */
export function comparePrestations(lines: readonly ComparedLine[], grids: GridPair): ComparedPrestation[] {
  return grids.rows.flatMap((tariff) => {
    const own = lines.filter((line) => line.tariff.code === tariff.code);
    if (own.length === 0) return [];
    const effects = addEffects(own.map((line) => line.effects));
    return [{ tariff, effects, isNotable: isNotable(effects) }];
  });
}

/** Prices that one grid lacks of something that is billed, each told once. */
export function missingPrices(lines: readonly ComparedLine[], grids: GridPair): MissingPrice[] {
  const billed = new Set(lines.map(({ tariff: { code }, nature, payer }) => `${code}|${nature}|${payer}`));
  return grids.rows.flatMap((tariff) =>
    natures.flatMap((nature) =>
      payers
        .filter((payer) => billed.has(`${tariff.code}|${nature}|${payer}`))
        .flatMap((payer) =>
          (["before", "after"] as const)
            .filter((side) => grids.price(side, { code: tariff.code, nature, payer }) === null)
            .map((side) => ({ tariff, nature, payer, side })),
        ),
    ),
  );
}
