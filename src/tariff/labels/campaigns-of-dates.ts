import type { DayOfCount } from "../grids";
import { firstOfNovember, inYear, type Period } from "./dates";

/** The first month of a school year. */
export const september = 9;

/**
 * Returns the campaign of years named together; null when there are none. N−1/N is campaign N; a school year N/N+1,
 * which contains the day of count of campaign N, 1 November N, is campaign N. (decisions §4)
 */
export function campaignOfYears(
  years: readonly number[],
  isSchoolYear: boolean,
  { month }: DayOfCount = firstOfNovember,
): number | null {
  if (years.length === 0) return null;
  return isSchoolYear && month >= september ? Math.min(...years) : Math.max(...years);
}

/**
 * Returns the campaign of what begins on a day. Campaign N ends on its day of count, 1 November N: what begins on that
 * day or later in the year belongs to the next campaign. (decisions §2)
 */
export const campaignFrom = (named: number, begins: number, count: DayOfCount): number =>
  begins >= inYear(count) ? named + 1 : named;

/** Returns the campaign that contains a whole period, 2014 for « nov.-déc. 2013 »; null when it spans two campaigns. */
export function campaignOfPeriod({ from, to }: Period, count: DayOfCount = firstOfNovember): number | null {
  const begins = campaignFrom(Math.floor(from / 10_000), from % 10_000, count);
  const ends = campaignOfDay(to, count);
  return begins === ends ? begins : null;
}

/** Returns the campaign of a day, given as 20131101; the day of count, 1 November, is the last one of its campaign. */
export function campaignOfDay(day: number, count: DayOfCount = firstOfNovember): number {
  return day % 10_000 <= inYear(count) ? Math.floor(day / 10_000) : Math.floor(day / 10_000) + 1;
}
