import { Decimal } from "decimal.js";
import { sum, type Change, type ChangedCommune, type Comparison } from "../../statement";
import type { Commune, Payer } from "../../tariff";
import type { Place } from "../kit/formula";

/** Both parts of a titre, and their sum. */
export const parts = ["cagb", "commune", "total"] as const;
export type Part = (typeof parts)[number];

/** Returns what each part has. */
export function byPart<T>(of: (part: Part) => T): Record<Part, T> {
  return Object.fromEntries(parts.map((part) => [part, of(part)])) as Record<Part, T>;
}

/** The documents that analyses link to; null, or without fiches, when the workbook has none. */
export interface AnalysisContext {
  /** Names of their sheets. */
  readonly annexe: string;
  readonly recapitulatif: string | null;
  readonly fiches: ReadonlyMap<string, string>;
  readonly titre: { readonly name: string; readonly cells: Readonly<Record<Part, Place>> } | null;
  /** The status note of documents with accepted errors. */
  readonly provisional: string | null;
}

/** The cells of a document that hold an amount before and after. */
type ChangePlaces = Readonly<Record<"before" | "after", Place>>;

/** The changes of a titre and of each commune's part, with the cells that show them. */
export interface PlacedChanges {
  /** Name of its sheet. */
  readonly sheet: string;
  /** The payers whose parts are shown. */
  readonly payers: readonly Payer[];
  readonly amounts: Readonly<Record<Part, Change>>;
  readonly places: Readonly<Record<Part, ChangePlaces>>;
  readonly communes: readonly ChangedCommune[];
  readonly placesOf: (commune: Commune) => ChangePlaces;
}

/** The data of the documents of a comparison. */
export interface ComparisonContext extends AnalysisContext {
  readonly comparison: Comparison;
  /** The other workbook's name, and where its campaign was found. */
  readonly file: string;
  readonly campaignFrom: "journal" | "year-before";
  /**
   * The number of points that each campaign leaves unbilled because they are in error: the difference does not include
   * them.
   */
  readonly errors: Readonly<Record<"before" | "after", number>>;
}

/** The names of both sides in headings: « 2014 » and « 2015 », « actuel » and « en projet ». */
export type Labels = Readonly<Record<"before" | "after", string>>;

/** Returns how both campaigns are called: by their year, or « avant » and « après » when it is the same. */
export function labelsOf({ before, after }: Comparison): Labels {
  const [first, second] = [before.campaign.year, after.campaign.year].map(String);
  return first === second ? { before: "avant", after: "après" } : { before: first!, after: second! };
}

/** The four effects, in the order in which they are shown. */
export const effectNames = ["quantities", "prices", "arrivals", "departures"] as const;
export type EffectName = (typeof effectNames)[number];

/** Titles in the bracket notation of texts. */
export const effectTitles: Readonly<Record<EffectName, string>> = {
  quantities: "Effet quantités",
  prices: "Effet tarifs",
  arrivals: "[Écoles arrivées|arrivés]",
  departures: "Fin de facturation",
};

/** A step from one titre to another: an effect or a prestation. */
interface Moved {
  /** Its name within a sentence. */
  readonly name: string;
  readonly change: Decimal;
}

/**
 * Returns the step with the largest amount in the direction of a difference; null when the difference is zero, or no
 * step has its direction.
 */
export function heaviestOf<T extends Pick<Moved, "change">>(steps: readonly T[], difference: Decimal): T | null {
  if (difference.isZero()) return null;
  const weight = ({ change }: Pick<Moved, "change">) => (difference.isPositive() ? change : change.neg());
  const [most] = [...steps].sort((a, b) => weight(b).comparedTo(weight(a)));
  return most !== undefined && weight(most).isPositive() && !most.change.isZero() ? most : null;
}

/** A commune, and what changes for it. */
interface MovedCommune {
  readonly commune: Commune;
  readonly difference: Decimal;
}

/** Returns the change of each commune's share and its causes. */
export function dueChanges(communes: readonly ChangedCommune[]): MovedCommune[] {
  return communes.map(({ commune, byPayer }) => ({ commune, difference: byPayer.commune.difference }));
}

/**
 * Returns the finding of a table of communes: « Besançon porte 61 % de la hausse », « des hausses » when other communes
 * decrease; null when the changes add up to zero. `isSimulated`: for a tariff that is not in force.
 */
export function communesFinding(communes: readonly MovedCommune[], isSimulated = false): string | null {
  const whole = sum(communes.map(({ difference }) => difference));
  const way = whole.comparedTo(0);
  const moved = communes.filter(({ difference }) => difference.comparedTo(0) === way);
  const [most] = [...moved].sort((a, b) => b.difference.abs().comparedTo(a.difference.abs()));
  if (way === 0 || most === undefined) return null;
  const change = way > 0 ? "hausse" : "baisse";
  const bears = isSimulated ? "porterait" : "porte";
  const others = communes.some(({ difference }) => difference.comparedTo(0) === -way);
  if (moved.length === 1 && !others) return `${most.commune.name} ${bears} toute la ${change}`;
  const part = most.difference.div(sum(moved.map(({ difference }) => difference)));
  const share = part.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(0);
  return `${most.commune.name} ${bears} ${share}\u00a0% ${others ? `des ${change}s` : `de la ${change}`}`;
}
