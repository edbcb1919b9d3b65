import type { CellBlock } from "../../../../src/cells";
import type { HostSheet } from "./sheet";

/** A native table; its identity is the workbook's. */
export class HostTable {
  showFilterButton = true;
  showHeaders = true;
  showTotals = false;
  style = "TableStyleMedium2";

  constructor(
    readonly id: string,
    public name: string,
    readonly sheet: HostSheet,
    /** Header row included. */
    public block: CellBlock,
  ) {}
}
