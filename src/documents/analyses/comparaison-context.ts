import type { Comparison } from "../../statement";

/** What a comparison's documents need beside it. */
export interface ComparisonContext {
  readonly comparison: Comparison;
  /** The other workbook's name, and where its campaign was found. */
  readonly file: string;
  readonly campaignFrom: "journal" | "year-before";
  /** How many things each campaign leaves unbilled, being in error: the difference is short of them. */
  readonly errors: Readonly<Record<"before" | "after", number>>;
  readonly annexe: string;
  /** Names of the other sheets to which it leads; null, or no fiche, where the workbook has none. */
  readonly recapitulatif: string | null;
  readonly fiches: ReadonlyMap<string, string>;
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
  departures: "Écoles parties",
};
