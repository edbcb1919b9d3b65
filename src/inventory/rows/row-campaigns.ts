import { fold, remembered, type Cell } from "../../cells";
import { takeYears } from "../../tariff";
import { layouts } from "../layouts";
import { columnOf, type Column } from "../column";
import { rowsOf } from "../table";
import { mergedRows } from "../tables/merged-rows";
import type { TableReader } from "./table-reader";
import { flowCampaign } from "../texts/installed-span";
import { saysSchoolYear, titleYear } from "../texts/title";
import { shownDay } from "../texts/values";

/**
 * The campaign of each row, when a column gives it: rows of other campaigns are left out, and it is an error when no
 * row is of the current one. (decisions §4)
 */
export class RowCampaigns {
  /** Null when no column gives years. */
  private readonly column: Column | null = null;
  private readonly merged: ReadonlyMap<number, number> = new Map();
  private readonly isOfSchools: boolean = false;
  /**
   * Whether its cells give natures too, « En service | Installés en 2014 »: a cell without a year is then of the
   * current campaign.
   */
  private readonly saysNatures: boolean = false;
  /** Whether no row is of the current campaign. */
  private readonly isNeverOwn: boolean = false;
  private readonly known = new Map<Cell, number | null>();

  constructor(private readonly reader: TableReader) {
    const { table, context } = reader;
    const column = columnOf(table, "campaign");
    if (column === null || !reader.cellsOf(column.index).some(speaksOfYears)) return;
    this.column = column;
    this.merged = mergedRows(table.sheet, column.index);
    this.isOfSchools = table.kind === "headcounts" || table.turned !== null || saysSchoolYear(column.header);
    this.saysNatures = columnOf(table, "nature")?.index === column.index;
    const campaign = context.campaign.year;
    const years = new Set(rowsOf(table).flatMap((row) => this.yearAt(row) ?? []));
    const others = [...years].filter((year) => year !== campaign).sort((a, b) => a - b);
    if (others.length === 0) return;
    const isUndated = this.saysNatures && rowsOf(table).some((row) => this.yearAt(row) === null);
    this.isNeverOwn = !years.has(campaign) && !isUndated;
    const params = { header: column.header, year: others.join(", "), campaign };
    if (this.isNeverOwn) reader.report("error", "no-row-of-campaign", column.headerRow, column.index, params);
    else reader.report("info", "other-year-rows", column.headerRow, column.index, params);
  }

  /** Returns whether a row is of another campaign. */
  isOther(row: number): boolean {
    const year = this.yearAt(row);
    return year !== null && year !== this.reader.context.campaign.year;
  }

  /** Reports a row whose campaign is unclear; returns whether it is one. */
  reportsUnclear(row: number): boolean {
    if (this.column === null || this.saysNatures || this.yearAt(row) !== null) return false;
    const { header, index } = this.column;
    const cell = this.cell(row);
    // In a list of pupils, the text may be a misplaced name.
    const value = layouts[this.reader.table.layout].isOfPupils ? "" : this.shown(cell);
    // When no row is of the campaign, an error is already reported.
    if (!this.isNeverOwn) this.reader.reportUnreadable("unclear-campaign", row, index, cell, { value, header });
    return true;
  }

  private cell(row: number): Cell {
    return this.reader.cell(this.merged.get(row) ?? row, this.column!.index);
  }

  /**
   * Returns the campaign in the cell of a row, a year or a day of count, read as in a title; null when there is none.
   */
  private yearAt(row: number): number | null {
    if (this.column === null) return null;
    const cell = this.cell(row);
    if (typeof cell !== "string" && !Number.isInteger(cell)) return null;
    return remembered(this.known, cell, () => {
      const { campaign, readLabel } = this.reader.context;
      const text = this.shown(cell);
      const read = this.saysNatures ? readLabel(text) : null;
      const year = titleYear(text, this.isOfSchools && read?.nature !== "installation", campaign);
      if (read?.nature !== "installation" || year === null) return year;
      // Installations of several campaigns are asked about as natures.
      const flow = flowCampaign(read, campaign);
      const isItsOwn =
        flow === "own" || (flow === "mixed" && (read.period !== null || read.since || !this.showsStockOf(year)));
      return isItsOwn ? campaign.year : year === campaign.year ? year + 1 : year;
    });
  }

  /**
   * Returns whether rows give the equipment in service in a year: the installations of that year are then of the same
   * campaign.
   */
  private showsStockOf(year: number): boolean {
    return rowsOf(this.reader.table).some((row) => {
      const { nature, years } = this.reader.context.readLabel(this.shown(this.cell(row)));
      return nature === "maintenance" && years.includes(year);
    });
  }

  private shown(cell: Cell): string {
    return shownDay(cell, this.reader.table.date1904);
  }
}

function speaksOfYears(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && takeYears(fold(cell)).years.length > 0);
}
