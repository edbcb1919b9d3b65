import { compareDates } from "../cells";
import { anomaly, message, type Anomaly } from "../messages";
import { claimantOf, dayOfCount, type Campaign, type Convention } from "./convention";
import communes2014 from "./conventions/2014/communes.json";
import convention2014 from "./conventions/2014/convention.json";
import grid2014 from "./conventions/2014/grid.json";
import type { Grid } from "./grid";
import { holdsDay, periodOf } from "./grids";
import { loadConvention, type ConventionFiles } from "./load-convention";

/** The data of the built-in conventions, in order of dates: a folder of `conventions/` and a line here for each. */
const folders: readonly ConventionFiles[] = [{ convention: convention2014, grid: grid2014, communes: communes2014 }];

/** The built-in conventions, oldest first. Throws when the module is loaded if their data is faulty, which is a bug. */
export const builtInConventions: readonly Convention[] = folders.map((files) => {
  const loaded = loadConvention(files, "built-in");
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.error.map(({ code, params }) => message(code, params, "en")).join("\n"));
});

/** The built-in grids. */
export const builtInGrids: readonly Grid[] = builtInConventions.flatMap(({ grids }) => grids);

/**
 * Returns the convention of a campaign: the first one in force on the day of count. When there is none, which
 * `conventionWarnings` reports, returns the one that began last (the first of several that began on the same day), so
 * that a later convention changes no earlier campaign; or else the first one. `among` is in order of dates.
 */
export function builtInConvention(year: number, among: readonly Convention[] = builtInConventions): Convention {
  const inForce = among.find((one) => holdsDay(one, dayOfCount(one, year)));
  const begun = among.filter((one) => compareDates(one.from, dayOfCount(one, year)) <= 0);
  const [first = among[0]!, ...others] = begun;
  return inForce ?? others.reduce((last, one) => (compareDates(one.from, last.from) > 0 ? one : last), first);
}

/**
 * Returns a warning when the convention of a campaign is not in force on its day of count, although a workbook's own
 * tariff may price it: the parties and the credit line have to be verified.
 */
export function conventionWarnings({ year, snapshot, convention }: Campaign): Anomaly[] {
  if (holdsDay(convention, snapshot)) return [];
  const { creditor, id } = convention;
  const period = periodOf(convention);
  const params = {
    campaign: year,
    convention: id,
    period,
    creditor: creditor.name,
    debtor: claimantOf(convention).short,
  };
  return [anomaly("warning", "campaign-without-convention", params)];
}
