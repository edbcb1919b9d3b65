import type { Decimal } from "decimal.js";
import type { KeyedName, Worth } from "../../documents";
import type { ColumnMapping, InventoryReading, Mapping, Point } from "../../inventory";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import type { Choice, ChoiceList, WordKind } from "../../options";
import type { Statement } from "../../statement";
import type { Commune } from "../../tariff";

/** Exact euros: their digits, `1011.05`, or what gives them; never a float. */
export type Amount = string | Pick<Decimal, "toFixed">;

/** A sheet of the source; `otherFile` is null for the workbook that is open. */
export interface SheetPlace {
  readonly sheet: string;
  readonly otherFile: string | null;
}

/** A meaning that a column may be given. */
export interface Meaning extends Pick<ColumnMapping, "role" | "nature"> {
  /** The word written in the options sheet. */
  readonly as: string;
  /** Exact wording of the prestation; null for any other role. */
  readonly prestation: string | null;
}

/** A place of a question, as anomalies name it. */
export interface QuestionPlace {
  readonly file: string | null;
  readonly sheet: string;
  /** A1; null for the whole sheet. */
  readonly cell: string | null;
}

/** A question asked once for all the cells of a point or of a table, with its possible answers. */
export interface Question {
  readonly about: Exclude<Choice["about"], "commune" | "row">;
  /** The word, the heading or the value, as written. */
  readonly word: string;
  /** The kind of word; null for a question about places. */
  readonly kind: WordKind | null;
  /** The code of the point that asks it; null when the user does. */
  readonly code: MessageCode | null;
  /** Each takes a choice; empty for a word, whose choice applies everywhere. */
  readonly places: readonly QuestionPlace[];
  /** As words of the options; a blank one only has to be confirmed. */
  readonly answers: readonly string[];
}

/** A point, with what the pane shows and asks about it. */
export interface PointShown extends Point {
  /** The lists of options that settle each of its anomalies in place; empty when only cells can be corrected. */
  readonly settledIn: readonly ChoiceList[];
  /** The reason for setting aside their rows, when this is the first way to settle them; null otherwise. */
  readonly reason: string | null;
  /** Whether « C’est vérifié » closes it: a warning that no other choice accepts. */
  readonly mayBeChecked: boolean;
  /** The question that settles all its anomalies; null without one. */
  readonly question: Question | null;
  /**
   * For an error, the amount that is not billed; otherwise, the billed amount of its cells. Null when it is unknown.
   */
  readonly worth: Worth | null;
}

export interface Plan {
  /** In the order of their tabs. */
  readonly sheets: readonly KeyedName[];
  /** Names of the generated sheets whose content is replaced. */
  readonly replaced: readonly string[];
  /** Names of the generated sheets that this campaign no longer has. */
  readonly removed: readonly string[];
}

/** A billing as the pane shows it. Its types alone come from the core: a `Decimal` carries what its digits need. */
export interface Preview {
  readonly statement: Statement;
  /** The fates of the rows of each sheet. */
  readonly rows: InventoryReading["rows"];
  /** The account of the numbers of each visible sheet that has some. */
  readonly numbers: InventoryReading["numbers"];
  /** How many quantities were read. */
  readonly quantities: number;
  readonly tables: readonly Mapping[];
  /** Errors first, then warnings, then information; in each, in the order of the workbook. */
  readonly points: readonly PointShown[];
  /** The numbers of points by severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** The amount that was read but is not billed because of errors. */
  readonly unbilled: Decimal;
  /** The headings to be made clear, by `placeKey`. */
  readonly unclear: ReadonlySet<string>;
  /** No headcount was found anywhere. */
  readonly withoutHeadcounts: boolean;
  /** Communes of the campaign, to choose from, by name. */
  readonly members: readonly Commune[];
  /** The meanings that a column may be given. */
  readonly meanings: readonly Meaning[];
  readonly plan: Plan;
}

/** Returns the year of the campaign. */
export function campaignYear({ statement }: Pick<Preview, "statement">): number {
  return statement.campaign.year;
}

/** Returns a key of a place. */
export function placeKey({ file, sheet, cell }: Pick<Anomaly, "file" | "sheet" | "cell">): string {
  return JSON.stringify([file, sheet, cell]);
}

/** Returns a key of an anomaly, stable from one reading to the next. */
export function anomalyKey({ code, file, sheet, cell }: Pick<Anomaly, "code" | "file" | "sheet" | "cell">): string {
  return JSON.stringify([code, file, sheet, cell]);
}

/** Returns the row number of an address; 0 when it has none. */
export function rowOf(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0);
}

/** Returns what a run writes over, adds and takes away. */
export function planOf(sheets: readonly KeyedName[], generatedSheets: readonly KeyedName[]): Plan {
  const wanted = new Set(sheets.map(({ key }) => key));
  return {
    sheets: sheets.map(({ key, name }) => ({ key, name })),
    replaced: generatedSheets.filter(({ key }) => wanted.has(key)).map(({ name }) => name),
    removed: generatedSheets.filter(({ key }) => !wanted.has(key)).map(({ name }) => name),
  };
}

/** The list of points, and the open one. */
export interface PointList {
  readonly filter: "all" | Anomaly["severity"] | "choices";
  /** Index of the open point among the preview's. */
  readonly point: number | null;
  /** Which of its cells is shown. */
  readonly place: number;
  /** How many points are drawn. */
  readonly drawn: number;
}

/** Returns the indexes of the points that the filter lets through, in order. */
export function shownPoints(points: readonly Pick<Point, "severity">[], filter: PointList["filter"]): number[] {
  return points.flatMap(({ severity }, index) => (filter === "all" || severity === filter ? [index] : []));
}

/**
 * Returns the point after (+1) or before (−1) the open one among those that the filter shows, cyclically; the first or
 * the last when none is open, null when there is none. Information is skipped unless it is filtered: it needs no
 * action.
 */
export function neighbour(
  points: readonly Pick<Point, "severity">[],
  { filter, point }: Pick<PointList, "filter" | "point">,
  direction: 1 | -1,
): number | null {
  const shown = shownPoints(points, filter === "choices" ? "all" : filter);
  const toTreat = filter === "info" ? shown : shown.filter((index) => points[index]!.severity !== "info");
  const among = toTreat.length > 0 ? toTreat : shown;
  if (among.length === 0) return null;
  const forward = direction === 1;
  if (point === null) return among[forward ? 0 : among.length - 1]!;
  const next = forward ? among.find((index) => index > point) : among.findLast((index) => index < point);
  return next ?? among[forward ? 0 : among.length - 1]!;
}

/** A point, and one of its cells. */
interface PlaceOfPoint {
  readonly point: number;
  readonly place: number;
}

/**
 * Returns where to continue after a cell was dealt with and everything was read again: the next cell of its point, or
 * that of a later point, else the first one; null when none is left.
 */
export function pointAfter(
  before: readonly PointShown[],
  treated: number,
  after: readonly PointShown[],
  place = 0,
): PlaceOfPoint | null {
  const left = new Map<string, PlaceOfPoint>();
  for (const [point, { severity, anomalies }] of after.entries())
    if (severity !== "info")
      for (const [at, anomaly] of anomalies.entries()) left.set(anomalyKey(anomaly), { point, place: at });
  const others = before[treated]?.anomalies.slice(place + 1) ?? [];
  for (const anomaly of [...others, ...before.slice(treated + 1).flatMap(({ anomalies }) => anomalies)]) {
    const found = left.get(anomalyKey(anomaly));
    if (found !== undefined) return found;
  }
  const first = after.findIndex(({ severity }) => severity !== "info");
  return first < 0 ? null : { point: first, place: 0 };
}
