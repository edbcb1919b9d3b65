import type { ComparedBilling, OpenedWorkbook } from "../../../sheets";
import type { Grid } from "../../../tariff";

/** Another campaign's workbook, and what it was billed as against this campaign. */
export interface KeptComparison {
  readonly other: OpenedWorkbook;
  /** Those that it was read with, headcounts for one. */
  readonly beside: readonly OpenedWorkbook[];
  readonly against: number;
  readonly billed: ComparedBilling;
}

/** The grids of a file, one of which is tried. */
export interface KeptTrial {
  readonly file: string;
  readonly grids: readonly Grid[];
}

/** What was picked on the disk to be compared with, tried and corrected, for as long as the pane lives. */
export interface KeptAnalyses {
  readonly comparison: KeptComparison | null;
  readonly trial: KeptTrial | null;
  /** The workbook as it was issued, which the one that is open corrects. */
  readonly issued: OpenedWorkbook | null;
}

export const nothingKept: KeptAnalyses = { comparison: null, trial: null, issued: null };
