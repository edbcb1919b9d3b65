import { compareDates, dateOfCell, latestYear, type Cell, type CivilDate } from "../cells";
import { builtInConvention } from "./built-in";
import { dayOfCount, type Campaign, type Convention } from "./convention";

/** Returns campaign N of a convention, by default of the built-in one. (decisions §2) */
export function campaignOf(year: number, convention: Convention = builtInConvention(year)): Campaign {
  return {
    year,
    snapshot: dayOfCount(convention, year),
    windowStart: dayOfCount(convention, year - 1),
    convention,
  };
}

/**
 * Returns the campaign given by a cell or a text: a year (`2014`), or its day of count as an Excel date or a written
 * date. Null for anything else, and outside 2000–2099, the range in which dates of cells are read. (decisions §4, §6)
 */
export function parseCampaign(cell: Cell): Campaign | null {
  if (/^20\d\d$/.test(String(cell).trim())) return campaignOf(Number(cell));
  const day = dateOfCell(cell, false);
  if (day === null || day.year < 2000 || day.year > latestYear) return null;
  const campaign = campaignOf(day.year);
  return compareDates(day, campaign.snapshot) === 0 ? campaign : null;
}

/** Returns the campaign that bills an installation made on a date: its year's up to the day of count, else the next. */
export function campaignOfDate(date: CivilDate): Campaign {
  const campaign = campaignOf(date.year);
  return compareDates(date, campaign.snapshot) > 0 ? campaignOf(date.year + 1) : campaign;
}
