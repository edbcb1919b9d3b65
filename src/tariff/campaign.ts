import { compareDates, dateOfCell, type Cell, type CivilDate } from "../cells";

/** A campaign: its year N, its snapshot 1 November N, and its window ]1 November N−1, 1 November N]. (decisions §2) */
export interface Campaign {
  readonly year: number;
  readonly snapshot: CivilDate;
  /** 1 November N−1: excluded from the window. */
  readonly windowStart: CivilDate;
}

/** Returns campaign N: snapshot 1 November N, window ]1 November N−1, 1 November N]. (decisions §2) */
export function campaignOf(year: number): Campaign {
  return { year, snapshot: firstOfNovember(year), windowStart: firstOfNovember(year - 1) };
}

/**
 * Returns the campaign that a cell or a text names: a year (`2014`) or its 1 November, an Excel date or one as people write it;
 * null for anything else, and outside 2000–2099, where no cell's date is read either. (decisions §4, §6)
 */
export function parseCampaign(cell: Cell): Campaign | null {
  if (/^20\d\d$/.test(String(cell).trim())) return campaignOf(Number(cell));
  const day = dateOfCell(cell, false);
  if (day === null || day.year < 2000 || day.year > 2099) return null;
  return compareDates(day, firstOfNovember(day.year)) === 0 ? campaignOf(day.year) : null;
}

/** Returns the campaign that bills an installation of that date: 1 November N is still campaign N's, 2 November is N+1's. */
export function campaignOfDate(date: CivilDate): Campaign {
  const isAfter = compareDates(date, firstOfNovember(date.year)) > 0;
  return campaignOf(isAfter ? date.year + 1 : date.year);
}

function firstOfNovember(year: number): CivilDate {
  return { year, month: 11, day: 1 };
}
