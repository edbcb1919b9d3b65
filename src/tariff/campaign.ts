import { compareDates, dateOfCell, type Cell, type CivilDate } from "../cells";
import { builtInConvention } from "./built-in";
import { dayOfCount, type Convention } from "./convention";

/**
 * A campaign of a convention: its year N, its snapshot, which is the day of the count in N, 1 November in 2014, and its window
 * ]the same day of N−1, snapshot]. (decisions §2)
 */
export interface Campaign {
  readonly year: number;
  readonly snapshot: CivilDate;
  /** The day of the count in N−1: excluded from the window. */
  readonly windowStart: CivilDate;
  readonly convention: Convention;
}

/** Returns campaign N of a convention; by default of the built-in one that holds it. (decisions §2) */
export function campaignOf(year: number, convention: Convention = builtInConvention(year)): Campaign {
  return {
    year,
    snapshot: dayOfCount(convention, year),
    windowStart: dayOfCount(convention, year - 1),
    convention,
  };
}

/**
 * Returns the campaign that a cell or a text names: a year (`2014`) or its day of count, an Excel date or one as people write it;
 * null for anything else, and outside 2000–2099, where no cell's date is read either. (decisions §4, §6)
 */
export function parseCampaign(cell: Cell): Campaign | null {
  if (/^20\d\d$/.test(String(cell).trim())) return campaignOf(Number(cell));
  const day = dateOfCell(cell, false);
  if (day === null || day.year < 2000 || day.year > 2099) return null;
  const campaign = campaignOf(day.year);
  return compareDates(day, campaign.snapshot) === 0 ? campaign : null;
}

/** Returns the campaign that bills an installation of that date: the day of the count is still of its year, the next one is not. */
export function campaignOfDate(date: CivilDate): Campaign {
  const campaign = campaignOf(date.year);
  return compareDates(date, campaign.snapshot) > 0 ? campaignOf(date.year + 1) : campaign;
}
