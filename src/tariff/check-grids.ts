import { compareDates, frenchDate } from "../cells";
import type { CivilDate } from "../cells";
import { campaignOfDate } from "./campaign";
import type { Grid } from "./types";

/** Two grids, one after the other in time, that do not fit: `day` is the first in question. */
export interface GridMisfit {
  readonly kind: "overlap" | "gap";
  readonly earlier: Grid;
  readonly later: Grid;
  /** Overlap: the first day in both. Gap: the first 1 November between them, that is the campaign, that no grid prices. */
  readonly day: CivilDate;
}

/**
 * Overlaps (a day in two grids) and gaps (a campaign that falls between two grids) of a set of grids, in order of time.
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

/** `01/11/2014 – 01/11/2015`, as messages show it. */
export function gridPeriod(grid: Grid): string {
  return `${frenchDate(grid.from)} – ${frenchDate(grid.to)}`;
}

function latestEnd(grids: readonly Grid[]): Grid {
  return grids.reduce((left, right) => (compareDates(left.to, right.to) >= 0 ? left : right));
}

/** The first 1 November strictly after a day. */
function nextSnapshot(day: CivilDate): CivilDate {
  const snapshot = campaignOfDate(day).snapshot;
  return compareDates(snapshot, day) > 0 ? snapshot : { ...snapshot, year: snapshot.year + 1 };
}
