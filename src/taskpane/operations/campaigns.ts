import type { Cell, WorkbookCells } from "../../cells";
import { journalColumns } from "../../documents";
import type { Nouns } from "../../messages";
import {
  builtInGrids,
  campaignOf,
  conventionOfWorkbooks,
  gridFor,
  readTarifs,
  type Convention,
  type Grid,
  nounsOfWorkbooks,
} from "../../tariff";
import type { SessionContext } from "./context";

/** Offers campaigns to choose from, said in the nouns of the convention that they are of; one saved in the document stays among them until the workbook is read. */
export function offerCampaigns(
  context: SessionContext,
  campaigns: readonly number[],
  nouns: Nouns | null = null,
): void {
  const { campaign, source } = context.state;
  const all = new Set(campaigns);
  if (campaign !== null && source.kind === "unread") all.add(campaign);
  context.dispatch({ type: "campaigns-known", campaigns: [...all].sort((a, b) => a - b), nouns });
}

/** No cell's date is read beyond. (decisions §4) */
const latestYear = 2099;

/** Returns the years of the campaigns that have a price in some grid, oldest first; `convention`: by default, the built-in one of each. */
export function campaignsOf(grids: readonly Grid[], convention?: Convention): number[] {
  const years = new Set<number>();
  for (const { from, to } of grids)
    for (let year = from.year; year <= Math.min(to.year, latestYear); year += 1)
      if (gridFor(campaignOf(year, convention), grids).ok) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/** Returns the campaigns that the product can bill by itself. */
export function builtInCampaigns(): number[] {
  return campaignsOf(builtInGrids);
}

/**
 * Returns the campaigns of the workbooks' own convention; where they have none, the built-in ones and those of a table `Tarifs` of
 * theirs. What is faulty offers nothing, and is told when it is billed with.
 */
export function offeredCampaigns(...workbooks: readonly WorkbookCells[]): number[] {
  const convention = conventionOfWorkbooks(workbooks);
  if (convention?.ok === true) return campaignsOf(convention.value.grids, convention.value);
  const own = workbooks.map(({ sheets, date1904 }) => readTarifs(sheets, date1904));
  return campaignsOf([...builtInGrids, ...own.flatMap((tarifs) => (tarifs?.ok === true ? tarifs.value : []))]);
}

/** Offers the campaigns of workbooks, in the nouns of their own convention where they say one. */
export function offerOwnCampaigns(context: SessionContext, workbooks: readonly WorkbookCells[]): void {
  offerCampaigns(context, offeredCampaigns(...workbooks), nounsOfWorkbooks(workbooks));
}

/** Returns the campaign of the last run of the journal; null when there is none, or it was written over. */
export function lastCampaign(runs: readonly (readonly Cell[])[]): number | null {
  const year = runs.at(-1)?.[journalColumns.campaign];
  return typeof year === "number" && Number.isInteger(year) ? year : null;
}
