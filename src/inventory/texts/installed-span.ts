import { fromSerial, toSerial, type CivilDate } from "../../cells";
import { campaignOfPeriod, firstOfNovember, type Campaign, type DayOfCount, type Period } from "../../tariff";

/** The dates in a text about installations. */
interface Dated {
  readonly years: readonly number[];
  readonly period: Period | null;
  /** Whether the dates begin an open period; the year is then the campaign in which it begins. */
  readonly since: boolean;
}

/** A campaign and its day of count; by default that of 2014. */
export type CountedCampaign = Pick<Campaign, "year"> & Partial<Pick<Campaign, "snapshot">>;

/** The campaign of installations made on some dates: the current one, another one, or part of both. */
export type FlowCampaign = "own" | "other" | "mixed";

/**
 * Returns the period of installations that a text names; two consecutive years are the campaign of the second. Null
 * when it names none.
 */
export function installedSpan({ years, period }: Omit<Dated, "since">, count?: DayOfCount): Period | null {
  if (period !== null) return period;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (!Number.isFinite(first)) return null;
  const isCampaign = last === first + 1;
  return isCampaign ? campaignSpan(last, count) : { from: first * 10_000 + 101, to: last * 10_000 + 1231 };
}

/** Returns the period of a campaign: from the day after the previous day of count to its own. */
function campaignSpan(year: number, { day, month }: DayOfCount = firstOfNovember): Period {
  const first = fromSerial(toSerial({ year: year - 1, month, day }) + 1);
  return { from: dayNumber(first), to: dayNumber({ year, month, day }) };
}

/** Returns a day as a number, such as 20141101. */
export const dayNumber = ({ year, month, day }: CivilDate): number => year * 10_000 + month * 100 + day;

/**
 * Returns the campaign of dated installations; null when undated. The calendar year before is mixed, because its last
 * weeks belong to the campaign. (decisions §4)
 */
export function flowCampaign(dated: Dated, { year, snapshot }: CountedCampaign): FlowCampaign | null {
  const span = installedSpan(dated, snapshot);
  if (span === null) return null;
  const { from, to } = span;
  if (dated.since) return Math.max(...dated.years) < year ? "mixed" : "own";
  if (from === year * 10_000 + 101 && to === year * 10_000 + 1231) return "own";
  const of = campaignOfPeriod(span, snapshot);
  if (of !== null) return of === year ? "own" : "other";
  const own = campaignSpan(year, snapshot);
  return to < own.from || from > own.to ? "other" : "mixed";
}

/** Returns whether periods are all known and do not overlap, so that what was installed in them adds up. */
export function areApart(spans: readonly (Period | null)[]): boolean {
  const known = spans.filter((span) => span !== null).sort((a, b) => a.from - b.from);
  return (
    known.length === spans.length && known.every(({ to }, at) => at + 1 === known.length || to < known[at + 1]!.from)
  );
}
