import { compareDates, frenchDate, type CivilDate } from "../cells";
import { anomaly, failure, success, type Result } from "../messages";
import type { Campaign } from "./convention";
import type { Grid } from "./grid";

/**
 * Returns the grid in force on a campaign's snapshot, or why there is none: prices are never extended beyond the period
 * of a grid. (decisions §1)
 */
export function gridFor(campaign: Campaign, grids: readonly Grid[] = campaign.convention.grids): Result<Grid> {
  const grid = grids.find((one) => holdsDay(one, campaign.snapshot));
  if (grid !== undefined) return success(grid);
  const periods = grids.length === 0 ? "–" : grids.map(periodOf).join("\u00a0; ");
  const params = { campaign: campaign.year, snapshot: frenchDate(campaign.snapshot), periods };
  return failure([anomaly("error", "campaign-without-grid", params)]);
}

/** Returns the grid of a campaign; the last one when none covers it, because a simulated grid need not be in force. */
export function gridToSimulate(grids: readonly Grid[], campaign: Campaign): Grid {
  const inForce = gridFor(campaign, grids);
  return inForce.ok ? inForce.value : grids.at(-1)!;
}

/** Two consecutive grids that overlap or leave a gap. */
interface GridMisfit {
  readonly kind: "overlap" | "gap";
  readonly earlier: Grid;
  readonly later: Grid;
  /** The first day in both grids, or the first day of count between them, whose campaign has no price. */
  readonly day: CivilDate;
}

/** The day of the year on which campaigns are counted. */
export type DayOfCount = Pick<CivilDate, "day" | "month">;

/**
 * Finds the overlaps (a day in two grids) and gaps (a campaign between two grids) of grids, in order of dates. A gap is
 * measured in campaigns, because only the price on the day of count bills anything. (decisions §1)
 */
export function checkGrids(grids: readonly Grid[], count: DayOfCount): GridMisfit[] {
  const sorted = [...grids].sort((left, right) => compareDates(left.from, right.from));
  return sorted.slice(1).flatMap((later, index): GridMisfit[] => {
    const earlier = latestEnd(sorted.slice(0, index + 1));
    if (compareDates(later.from, earlier.to) <= 0) return [{ kind: "overlap", earlier, later, day: later.from }];
    const next = nextSnapshot(earlier.to, count);
    return compareDates(next, later.from) < 0 ? [{ kind: "gap", earlier, later, day: next }] : [];
  });
}

/** The days, both included, on which an act applies. */
type Period = Pick<Grid, "from" | "to">;

/** Returns whether a grid or a convention applies on a day. */
export function holdsDay({ from, to }: Period, day: CivilDate): boolean {
  return compareDates(from, day) <= 0 && compareDates(day, to) <= 0;
}

/** Returns the period of a grid or a convention as messages show it: `01/11/2014 – 01/11/2015`. */
export function periodOf({ from, to }: Period): string {
  return `${frenchDate(from)} – ${frenchDate(to)}`;
}

function latestEnd(grids: readonly Grid[]): Grid {
  return grids.reduce((left, right) => (compareDates(left.to, right.to) >= 0 ? left : right));
}

/** Returns the first day of count strictly after a day. */
function nextSnapshot(day: CivilDate, count: DayOfCount): CivilDate {
  const snapshot = { ...count, year: day.year };
  return compareDates(snapshot, day) > 0 ? snapshot : { ...snapshot, year: day.year + 1 };
}
