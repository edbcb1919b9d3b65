import { latestYear, type Cell, type Steps, type WorkbookCells } from "../../cells";
import { journalColumns } from "../../documents";
import { campaignMentionedInSteps } from "../../inventory";
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
import type { OpenedWorkbook } from "../../workbook";
import type { Notice } from "../state/state";
import type { SessionContext } from "./context";
import { runsOf } from "./snapshot";

/**
 * Offers campaigns, in the nouns of their convention; the one saved in the document stays among them until the workbook
 * is read.
 */
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

/**
 * Returns the years of the campaigns with a price in some grid, oldest first. `convention`: by default, the built-in
 * one of each campaign.
 */
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
 * Returns the campaigns of the workbooks' own convention; without one, the built-in ones and those of a table `Tarifs`.
 * Faulty sheets offer nothing, and are reported by billing.
 */
export function offeredCampaigns(...workbooks: readonly WorkbookCells[]): number[] {
  const convention = conventionOfWorkbooks(workbooks);
  if (convention?.ok === true) return campaignsOf(convention.value.grids, convention.value);
  const own = workbooks.map(({ sheets, date1904 }) => readTarifs(sheets, date1904));
  return campaignsOf([...builtInGrids, ...own.flatMap((tarifs) => (tarifs?.ok === true ? tarifs.value : []))]);
}

/** Offers the campaigns of workbooks, in the nouns of their own convention when they have one. */
export function offerOwnCampaigns(context: SessionContext, workbooks: readonly WorkbookCells[]): void {
  offerCampaigns(context, offeredCampaigns(...workbooks), nounsOfWorkbooks(workbooks));
}

/** A proposed campaign, and the notice of its origin; null for the campaign saved in the document. */
interface ProposedCampaign {
  readonly campaign: number;
  readonly notice: Notice | null;
}

/**
 * Proposes one of the offered campaigns: the one in the titles of sheets, else the saved one, else that of the last run
 * of the Journal, else the year in the file name. Null without one, or when the file name has several.
 */
export function* proposedCampaignInSteps(
  { cells, journalRows }: Pick<OpenedWorkbook, "cells" | "journalRows">,
  offered: readonly number[],
  kept: number | null,
): Steps<ProposedCampaign | null> {
  const own = conventionOfWorkbooks([cells]);
  const { snapshot } = campaignOf(offered.at(-1) ?? latestYear, own?.ok === true ? own.value : undefined);
  const titled = yield* campaignMentionedInSteps(cells.sheets, offered, snapshot);
  if (titled !== null && titled.year !== kept)
    return proposed(titled.year, titled.cell === null ? { sheet: titled.sheet } : { title: titled.text });
  if (kept !== null) return { campaign: kept, notice: null };
  const last = lastCampaign(runsOf({ journalRows }));
  if (last !== null && offered.includes(last)) return proposed(last, { journal: "1" });
  const [named, ...others] = new Set(yearsIn(cells.file).filter((year) => offered.includes(year)));
  return named === undefined || others.length > 0 ? null : proposed(named, { file: cells.file });
}

function proposed(campaign: number, from: Notice["params"]): ProposedCampaign {
  return { campaign, notice: { code: "pane-campaign-proposed", params: { year: campaign, ...from } } };
}

function yearsIn(file: string): number[] {
  return [...file.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year));
}

/** Returns the campaign of the last run of the Journal; null when there is none, or it was overwritten. */
function lastCampaign(runs: readonly (readonly Cell[])[]): number | null {
  const year = runs.at(-1)?.[journalColumns.campaign];
  return typeof year === "number" && Number.isInteger(year) ? year : null;
}
