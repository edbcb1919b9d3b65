import type { Comparison } from "../../statement";
import type { Payer } from "../../tariff";

/** Columns of « Comparaison », and their widths. */
export const widths = [28, 11, 8, 8, 13.5, 13.5, 13, 12.5, 12.5, 12.5, 12.5, 30, 34];
export const columns = {
  label: 0,
  code: 1,
  schools: { before: 2, after: 3 },
  before: 4,
  after: 5,
  difference: 6,
  quantities: 7,
  prices: 8,
  arrivals: 9,
  departures: 10,
  remark: 11,
  comment: 12,
} as const;

/** Columns of « Comparaison (détail) », and their widths. */
export const detailWidths = [23, 23, 27, 14, 11.5, 10, 9, 9, 10.5, 10.5, 12.5, 12.5, 12.5, 12.5, 12.5];
export const detailColumns = {
  commune: 0,
  school: 1,
  prestation: 2,
  code: 3,
  nature: 4,
  payer: 5,
  quantity: { before: 6, after: 7 },
  price: { before: 8, after: 9 },
  difference: 10,
  quantities: 11,
  prices: 12,
  arrivals: 13,
  departures: 14,
} as const;

/** The four effects, in the order in which they are shown. */
export const effectNames = ["quantities", "prices", "arrivals", "departures"] as const;
export type EffectName = (typeof effectNames)[number];

export const effectTitles: Readonly<Record<EffectName, string>> = {
  quantities: "Effet quantités",
  prices: "Effet tarifs",
  arrivals: "Écoles arrivées",
  departures: "Écoles parties",
};

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

/** The communes' parts first: they are what is discussed. */
export const bothPayers = ["commune", "cagb"] as const satisfies readonly Payer[];
