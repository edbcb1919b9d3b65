import { CellError, compareDates, fromSerial, isBlank } from "../cells";
import type { Cell, CivilDate } from "../cells";
import { readDate } from "../inventory";
import { campaignOf, campaignOfDate } from "../tariff";
import type { Campaign, Grid } from "../tariff";
import { Refusal, refusalOfError } from "./refusal";

/**
 * The campaign of the argument `[campagne]`: a year, or its 1 November (an Excel date of the 1900 system, or a date in
 * text), nothing else. Left out: the newest campaign of the newest grid, never today's. (decisions §6)
 */
export function campaignArgument(cell: Cell, grids: readonly Grid[]): Campaign | Refusal {
  if (cell instanceof CellError) return refusalOfError(cell);
  if (isBlank(cell)) return newestCampaign(grids) ?? new Refusal("#N/A", "function-no-campaign");
  if (/^20\d\d$/.test(String(cell).trim())) return campaignOf(Number(cell));
  const serial = readDate(cell, false);
  const day = serial > 0 ? fromSerial(serial) : null;
  return day !== null && isFirstOfNovember(day)
    ? campaignOf(day.year)
    : new Refusal("#VALUE!", "function-bad-campaign");
}

/** The last campaign whose 1 November a grid covers, looking from the newest grid; null where none covers one. */
function newestCampaign(grids: readonly Grid[]): Campaign | null {
  const newestFirst = [...grids].sort((left, right) => compareDates(right.to, left.to));
  for (const { from, to } of newestFirst) {
    const last = campaignOfDate(to);
    const campaign = isFirstOfNovember(to) ? last : campaignOf(last.year - 1);
    if (compareDates(from, campaign.snapshot) <= 0) return campaign;
  }
  return null;
}

function isFirstOfNovember({ month, day }: CivilDate): boolean {
  return month === 11 && day === 1;
}
