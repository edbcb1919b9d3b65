import type { Cell, WorkbookCells } from "../../cells";
import { builtInGrids, campaignOf, gridFor, readTarifs } from "../../tariff";
import type { Grid } from "../../tariff";

/** No cell's date is read beyond. (decisions §4) */
const lastYear = 2099;

/** Years of the campaigns that have a price in some grid, oldest first. */
export function campaignsOf(grids: readonly Grid[]): number[] {
  const years = new Set<number>();
  for (const { from, to } of grids)
    for (let year = from.year; year <= Math.min(to.year, lastYear); year += 1)
      if ("grid" in gridFor(campaignOf(year), grids)) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/** Campaigns that the product can bill by itself. */
export function builtInCampaigns(): number[] {
  return campaignsOf(builtInGrids);
}

/** Those, and those of a table `Tarifs` of the workbooks; a faulty one offers nothing, and is told when it is billed with. */
export function offeredCampaigns(...workbooks: readonly WorkbookCells[]): number[] {
  const own = workbooks.map(({ sheets, date1904 }) => readTarifs(sheets, date1904));
  return campaignsOf([
    ...builtInGrids,
    ...own.flatMap((tarifs) => (tarifs !== null && "grids" in tarifs ? tarifs.grids : [])),
  ]);
}

/** Zero-based column of the campaign in « Journal ». */
const campaignColumn = 1;

/** The campaign of the last run of the journal, or null. */
export function lastCampaign(runs: readonly (readonly Cell[])[]): number | null {
  const year = runs.at(-1)?.[campaignColumn];
  return typeof year === "number" && Number.isInteger(year) ? year : null;
}
