import type { Place } from "../cells";
import { changePlaces, type PlacedChanges } from "../placed-changes";
import type { Places } from "../places";
import { columns as at, effectNames, type EffectName } from "./columns";
import { placeOf, totalPlace } from "./commune-tables";
import type { ComparisonContext } from "./context";

/** The row of the titre in the synthesis. */
export const titrePlace = "titre";

/** A comparison, and the cells of « Comparaison » that say what it says. */
export interface PlacedComparison extends PlacedChanges {
  readonly context: ComparisonContext;
  /** What makes up the difference of the titre. */
  readonly effects: Readonly<Record<EffectName, Place>>;
}

export function placedComparison(context: ComparisonContext, sheet: string, places: Places): PlacedComparison {
  const { byPayer, total, communes } = context.comparison;
  const titre = places.row(titrePlace) ?? 0;
  const pair = (row: number) => changePlaces(sheet, row, at);
  return {
    context,
    sheet,
    amounts: { ...byPayer, total },
    places: {
      cagb: pair(places.row(totalPlace("cagb")) ?? 0),
      commune: pair(places.row(totalPlace("commune")) ?? 0),
      total: pair(titre),
    },
    communes,
    placesOf: (commune) => pair(places.row(placeOf("commune", { commune })) ?? 0),
    effects: Object.fromEntries(
      effectNames.map((effect) => [effect, { sheet, row: titre, column: at[effect] }]),
    ) as Record<EffectName, Place>,
  };
}
