import type { Options } from "../../../options";
import type { ComparedBilling, OpenedWorkbook } from "../../../billing";
import type { AmountFault, Grid, PriceChange, PricePlace } from "../../../tariff";

/** Another campaign's workbook, and what it was billed as against this campaign. */
export interface KeptComparison {
  readonly other: OpenedWorkbook;
  /** Those that it was read with, headcounts for one. */
  readonly beside: readonly OpenedWorkbook[];
  readonly against: number;
  /** What was accepted of it then. */
  readonly accepted: Options["accepted"];
  readonly billed: ComparedBilling;
}

/** What was typed for a price, and is none. */
export interface RefusedPrice extends PricePlace {
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

/** What was picked on the disk, or typed, to be compared with, tried and corrected, for as long as the pane lives. */
export interface KeptAnalyses {
  readonly comparison: KeptComparison | null;
  readonly trial: KeptTrial | null;
  /** The workbook as it was issued, which the one that is open corrects. */
  readonly issued: OpenedWorkbook | null;
}

export const nothingKept: KeptAnalyses = { comparison: null, trial: null, issued: null };
