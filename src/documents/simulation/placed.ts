import type { SimulatedPrice } from "../../statement";
import type { Commune } from "../../tariff";
import type { Place } from "../cells";
import { changePlaces, type PlacedChanges } from "../placed-changes";
import type { Places } from "../places";
import { communeColumns, priceColumns } from "./columns";
import type { SimulationContext } from "./context";

/** A simulation, and the cells of « Simulation » that say what it says. */
export interface PlacedSimulation extends PlacedChanges {
  readonly context: SimulationContext;
  /** What a price changes of the titre. */
  readonly differenceOf: (price: SimulatedPrice) => Place;
}

/** Rows of « Simulation », by what they hold. */
export const rowNames = {
  /** The total of the communes. */
  communes: "communes",
  /** The total of the prices. */
  prices: "prices",
  titre: "titre",
  commune: ({ insee }: Commune) => `commune ${insee}`,
  price: ({ tariff, nature, payer }: SimulatedPrice) => JSON.stringify([tariff.code, nature, payer]),
} as const;

export function placedSimulation(context: SimulationContext, sheet: string, places: Places): PlacedSimulation {
  const { byPayer, total, communes } = context.simulation;
  const row = (name: string) => places.row(name) ?? 0;
  return {
    context,
    sheet,
    amounts: { ...byPayer, total },
    places: {
      cagb: changePlaces(sheet, row(rowNames.communes), communeColumns.cagb),
      commune: changePlaces(sheet, row(rowNames.communes), communeColumns.commune),
      total: changePlaces(sheet, row(rowNames.titre), communeColumns.commune),
    },
    communes,
    placesOf: (commune) => changePlaces(sheet, row(rowNames.commune(commune)), communeColumns.commune),
    differenceOf: (price) => ({ sheet, row: row(rowNames.price(price)), column: priceColumns.difference }),
  };
}
