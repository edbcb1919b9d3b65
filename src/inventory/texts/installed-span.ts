import { fromSerial, toSerial, type CivilDate } from "../../cells";
import { campaignOfPeriod, firstOfNovember, type Campaign, type DayOfCount, type Period } from "../../tariff";

/** The dates that a text names, and what they are of. */
interface Dated {
  readonly years: readonly number[];
  readonly period: Period | null;
  /** From then on: its year is the campaign in which that begins. */
  readonly since: boolean;
}

/** A campaign, and its day of count; by default that of 2014. */
export type CountedCampaign = Pick<Campaign, "year"> & Partial<Pick<Campaign, "snapshot">>;

/** Which campaign what was installed on some dates is of: this one, another, some of it either. */
export type FlowCampaign = "own" | "other" | "mixed";

/** Returns the days of an installation that a text names, those of a campaign for two years in a row; null when none. */
export function installedSpan({ years, period }: Omit<Dated, "since">, count?: DayOfCount): Period | null {
  if (period !== null) return period;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (!Number.isFinite(first)) return null;
  const isCampaign = last === first + 1;
  return isCampaign ? campaignSpan(last, count) : { from: first * 10_000 + 101, to: last * 10_000 + 1231 };
}

/** Returns the days of a campaign, as a period: from the day after that of the count of the year before. */
function campaignSpan(year: number, { day, month }: DayOfCount = firstOfNovember): Period {
  const first = fromSerial(toSerial({ year: year - 1, month, day }) + 1);
  return { from: dayNumber(first), to: dayNumber({ year, month, day }) };
}

/** Returns a day as a number: 20141101. */
export const dayNumber = ({ year, month, day }: CivilDate): number => year * 10_000 + month * 100 + day;

/** Returns the campaign of an installation's dates; null when undated. The year before is mixed, for its November. (decisions §4) */
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

/** Returns whether no day stands in two of some spans: what was installed on them adds up. */
export function areApart(spans: readonly (Period | null)[]): boolean {
  const known = spans.filter((span) => span !== null).sort((a, b) => a.from - b.from);
  return (
    known.length === spans.length && known.every(({ to }, at) => at + 1 === known.length || to < known[at + 1]!.from)
  );
}
