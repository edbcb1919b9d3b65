import { civilDate, compareDates, frenchDate, parseIsoDate, type CivilDate } from "../cells";
import { anomaly, failure, success, type Result } from "../messages";
import { loadBuiltIn } from "./act-fields";
import { conventionFolders } from "./built-in";
import { loadGrid } from "./load-grid";
import type { Campaign, Grid } from "./types";

/**
 * Returns the grid in force on the campaign's snapshot, or why there is none: nothing is extrapolated beyond the days a grid was
 * voted for. (decisions §1)
 */
export function gridFor(campaign: Campaign, grids: readonly Grid[] = builtInGrids): Result<Grid> {
  const { snapshot } = campaign;
  const grid = grids.find(({ from, to }) => compareDates(from, snapshot) <= 0 && compareDates(snapshot, to) <= 0);
  if (grid !== undefined) return success(grid);
  const periods = grids.length === 0 ? "–" : grids.map(gridPeriod).join("\u00a0; ");
  const params = { campaign: campaign.year, snapshot: frenchDate(snapshot), periods };
  return failure([anomaly("error", "campaign-without-grid", params)]);
}

/** Returns, among several grids, the one of a campaign; where none covers it, the last: a grid simulated need not be in force. */
export function gridToSimulate(grids: readonly Grid[], campaign: Campaign): Grid {
  const inForce = gridFor(campaign, grids);
  return inForce.ok ? inForce.value : grids.at(-1)!;
}

/** Returns campaign N: snapshot 1 November N, window ]1 November N−1, 1 November N]. (decisions §2) */
export function campaignOf(year: number): Campaign {
  return { year, snapshot: firstOfNovember(year), windowStart: firstOfNovember(year - 1) };
}

/**
 * Returns the campaign named by a year (`2014`) or by its 1 November (`2014-11-01`, `01/11/2014`); null for anything else, and
 * outside 2000–2099, where no cell's date is read either. (decisions §4, §6)
 */
export function parseCampaign(text: string): Campaign | null {
  const written = text.trim();
  if (/^20\d\d$/.test(written)) return campaignOf(Number(written));
  const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written);
  const day =
    french === null ? parseIsoDate(written) : civilDate(Number(french[3]), Number(french[2]), Number(french[1]));
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

/** Two grids, one after the other in time, that do not fit: `day` is the first in question. */
interface GridMisfit {
  readonly kind: "overlap" | "gap";
  readonly earlier: Grid;
  readonly later: Grid;
  /** Overlap: the first day in both. Gap: the first 1 November between them, that is the campaign, that no grid prices. */
  readonly day: CivilDate;
}

/**
 * Finds the overlaps (a day in two grids) and gaps (a campaign that falls between two grids) of a set of grids, in order of time.
 * A gap is counted in campaigns, since only the price on 1 November bills something. (decisions §1)
 */
export function checkGrids(grids: readonly Grid[]): GridMisfit[] {
  const sorted = [...grids].sort((left, right) => compareDates(left.from, right.from));
  return sorted.slice(1).flatMap((later, index): GridMisfit[] => {
    const earlier = latestEnd(sorted.slice(0, index + 1));
    if (compareDates(later.from, earlier.to) <= 0) return [{ kind: "overlap", earlier, later, day: later.from }];
    const next = nextSnapshot(earlier.to);
    return compareDates(next, later.from) < 0 ? [{ kind: "gap", earlier, later, day: next }] : [];
  });
}

/** Returns the days of a grid, `01/11/2014 – 01/11/2015`, as messages show them. */
export function gridPeriod(grid: Grid): string {
  return `${frenchDate(grid.from)} – ${frenchDate(grid.to)}`;
}

function latestEnd(grids: readonly Grid[]): Grid {
  return grids.reduce((left, right) => (compareDates(left.to, right.to) >= 0 ? left : right));
}

/** Returns the first 1 November strictly after a day. */
function nextSnapshot(day: CivilDate): CivilDate {
  const snapshot = campaignOfDate(day).snapshot;
  return compareDates(snapshot, day) > 0 ? snapshot : { ...snapshot, year: snapshot.year + 1 };
}

/**
 * The voted grids the product knows, oldest first. A fault in them is a bug: it throws at start. Years between two of them are
 * none: a campaign of those days is refused, or has the grid of its workbook.
 */
export const builtInGrids: readonly Grid[] = loadAll(conventionFolders.map(({ grid }) => grid));

function loadAll(files: readonly unknown[]): Grid[] {
  const grids = loadBuiltIn(files, loadGrid);
  const overlap = checkGrids(grids).find(({ kind }) => kind === "overlap");
  if (overlap !== undefined) throw new Error(`Grids ${overlap.earlier.id} and ${overlap.later.id} overlap.`);
  return grids;
}
