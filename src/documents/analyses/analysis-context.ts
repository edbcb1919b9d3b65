import type { Change, ChangedCommune, Comparison } from "../../statement";
import type { Commune } from "../../tariff";
import type { Place } from "../kit/formula";

/** Both parts of a titre, and their sum. */
export const parts = ["cagb", "commune", "total"] as const;
export type Part = (typeof parts)[number];

/** The documents beside which analyses stand; null, or no fiche, where the workbook has none. */
export interface AnalysisContext {
  /** Names of their sheets. */
  readonly annexe: string;
  readonly recapitulatif: string | null;
  readonly fiches: ReadonlyMap<string, string>;
  readonly titre: { readonly name: string; readonly cells: Readonly<Record<Part, Place>> } | null;
  /** What they say of errors accepted. */
  readonly provisional: string | null;
}

/** The cells of a document that hold an amount before and after. */
type ChangePlaces = Readonly<Record<"before" | "after", Place>>;

/** What an analysis says of a titre and of each commune’s part, and the cells where it says so. */
export interface PlacedChanges {
  /** Name of its sheet. */
  readonly sheet: string;
  readonly amounts: Readonly<Record<Part, Change>>;
  readonly places: Readonly<Record<Part, ChangePlaces>>;
  readonly communes: readonly ChangedCommune[];
  readonly placesOf: (commune: Commune) => ChangePlaces;
}

/** What a comparison's documents need beside it. */
export interface ComparisonContext extends AnalysisContext {
  readonly comparison: Comparison;
  /** The other workbook's name, and where its campaign was found. */
  readonly file: string;
  readonly campaignFrom: "journal" | "year-before";
  /** How many things each campaign leaves unbilled, being in error: the difference is short of them. */
  readonly errors: Readonly<Record<"before" | "after", number>>;
}

/** How both campaigns are called in headings: by their year, unless it is the same. */
export interface Labels {
  readonly before: string;
  readonly after: string;
}

export function labelsOf({ before, after }: Comparison): Labels {
  const [first, second] = [before.campaign.year, after.campaign.year].map(String);
  return first === second ? { before: "avant", after: "après" } : { before: first!, after: second! };
}

/** The four effects, in the order in which they are shown. */
export const effectNames = ["quantities", "prices", "arrivals", "departures"] as const;
export type EffectName = (typeof effectNames)[number];

export const effectTitles: Readonly<Record<EffectName, string>> = {
  quantities: "Effet quantités",
  prices: "Effet tarifs",
  arrivals: "Écoles arrivées",
  departures: "Fin de facturation",
};
