import type { Analysed, BillableWorkbook, ComparedBilling } from "../../billing";
import type { Options } from "../../options";
import type { AmountFault, Grid, PriceChange, PricePlace } from "../../tariff";

/** « Comparer », « Simuler » and « Rectifier ». */
export type AnalysisName = "compare" | "simulate" | "rectify";

/** The analyses whose sheets the next generation adds; null for an analysis that is not open. */
export interface AnalysesShown extends Pick<Analysed, "comparison" | "simulation" | "rectification"> {
  /** Files that the workbook compared was read with. */
  readonly beside: readonly string[];
  /** The prices on trial; null when they are exactly the prices in force. */
  readonly trial: TrialShown | null;
  /** Whether only the communes whose difference calls for a comment are shown. */
  readonly onlyNotable: boolean;
  /** INSEE code of the commune whose comment was just saved: the focus continues from there. */
  readonly lastCommented: string | null;
}

/** Another campaign's workbook, and what it was billed as against this campaign. */
export interface KeptComparison {
  readonly other: BillableWorkbook;
  /** The workbooks read with it, such as headcounts. */
  readonly beside: readonly BillableWorkbook[];
  readonly against: number;
  /** The values that were accepted in it. */
  readonly accepted: Options["accepted"];
  readonly billed: ComparedBilling;
}

/** A text typed for a price that is not a price: the previous price still applies. */
interface RefusedPrice extends PricePlace {
  readonly written: string;
  readonly fault: AmountFault;
}

/** Prices that are tried: those of a grid, and those typed in their place. */
export interface KeptTrial {
  /** The file picked, and its grids, one of which is tried; null for the grid in force, whatever the campaign. */
  readonly from: { readonly file: string; readonly grids: readonly Grid[] } | null;
  /** One for a place at most. */
  readonly typed: readonly PriceChange[];
  readonly refused: readonly RefusedPrice[];
}

export interface TrialShown extends KeptTrial {
  /** The grid before any price is typed: that of the file for the campaign, or the one in force. */
  readonly base: Grid;
}

/** The files picked and the prices typed for comparing, simulating and rectifying, kept as long as the pane is open. */
export interface KeptAnalyses {
  readonly comparison: KeptComparison | null;
  readonly trial: KeptTrial | null;
  /** The workbook as it was issued, which the one that is open corrects. */
  readonly issued: BillableWorkbook | null;
}

export const nothingKept: KeptAnalyses = { comparison: null, trial: null, issued: null };
