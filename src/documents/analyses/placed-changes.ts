import type { Change, MovedCommune } from "../../statement";
import type { Commune } from "../../tariff";
import type { Place } from "../kit/formula";

/** Both parts of a titre, and their sum. */
export const parts = ["cagb", "commune", "total"] as const;
export type Part = (typeof parts)[number];

/** The cells of a document that hold an amount before and after. */
type ChangePlaces = Readonly<Record<"before" | "after", Place>>;

/** What an analysis says of a titre and of each commune’s part, and the cells where it says so. */
export interface PlacedChanges {
  /** Name of its sheet. */
  readonly sheet: string;
  readonly amounts: Readonly<Record<Part, Change>>;
  readonly places: Readonly<Record<Part, ChangePlaces>>;
  readonly communes: readonly MovedCommune[];
  readonly placesOf: (commune: Commune) => ChangePlaces;
}
