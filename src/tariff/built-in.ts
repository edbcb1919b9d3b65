import { compareDates } from "../cells";
import { anomaly, message, type Anomaly } from "../messages";
import type { Campaign } from "./campaign";
import { claimantOf, dayOfCount, type Convention } from "./convention";
import communes2014 from "./conventions/2014/communes.json";
import convention2014 from "./conventions/2014/convention.json";
import grid2014 from "./conventions/2014/grid.json";
import type { Grid } from "./grid";
import { holdsDay, periodOf } from "./grids";
import { loadConvention, type ConventionFiles } from "./load-convention";

/** The conventions that the product brings: a folder of `conventions/` each, and its line here, in the order of days. */
const folders: readonly ConventionFiles[] = [{ convention: convention2014, grid: grid2014, communes: communes2014 }];

/** The conventions that the product brings, oldest first. A fault in their data is a bug: it throws at start. */
export const builtInConventions: readonly Convention[] = folders.map((files) => {
  const loaded = loadConvention(files, "built-in");
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.error.map(({ code, params }) => message(code, params, "en")).join("\n"));
});

/** The prices that the product brings. */
export const builtInGrids: readonly Grid[] = builtInConventions.flatMap(({ grids }) => grids);

/**
 * Returns the convention that holds a campaign, by its year: the first one in force on its day of count. Where there is none,
 * which `conventionWarnings` tells: the last one that had begun, the first of those of one day, so that one of later changes nothing
 * before it; the first one where none had. `among`: oldest first.
 */
export function builtInConvention(year: number, among: readonly Convention[] = builtInConventions): Convention {
  const inForce = among.find((one) => holdsDay(one, dayOfCount(one, year)));
  const begun = among.filter((one) => compareDates(one.from, dayOfCount(one, year)) <= 0);
  const [first = among[0]!, ...others] = begun;
  return inForce ?? others.reduce((last, one) => (compareDates(one.from, last.from) > 0 ? one : last), first);
}

/**
 * Returns a warning where the convention of a campaign, which a workbook's own tariff may price, does not hold it: its parties and
 * its credit line are to be verified.
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
