import type { WorkbookCells } from "../cells";
import type { Options } from "../options";
import type { Campaign, Grid } from "../tariff";

/** What is read: all the workbooks together, for one campaign, with one grid and the options in force. */
export interface ReadingRequest {
  readonly workbooks: readonly WorkbookCells[];
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
}
