import { fold, frenchDate, fromSerial, remembered, type Cell } from "../../cells";
import { takeYears } from "../../tariff";
import { layouts } from "../layouts";
import { columnOf, type Column } from "../column";
import { rowsOf } from "../table";
import { mergedRows } from "../tables/merged-rows";
import type { TableReader } from "./table-reader";
import { flowCampaign } from "../texts/installed-span";
import { saysSchoolYear, titleYear } from "../texts/title";
import { readDate, shownCell } from "../texts/values";

/** The campaign of each row, where a column says it: rows of others are left out; none of its own is an error. (decisions §4) */
export class RowCampaigns {
  /** Null if no column says years. */
  private readonly column: Column | null = null;
  private readonly merged: ReadonlyMap<number, number> = new Map();
  private readonly isOfSchools: boolean = false;
  /** Its cells say natures too, « En service | Installés en 2014 »: those of no year are the campaign's. */
  private readonly saysNatures: boolean = false;
  /** Of the campaign, no row is. */
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

  /** Tells a row of which the column does not say the campaign; returns whether it is one. */
  tellsUnclear(row: number): boolean {
    if (this.column === null || this.saysNatures || this.yearAt(row) !== null) return false;
    const { header, index } = this.column;
    const cell = this.cell(row);
    // In a list of pupils, it may be a name that slipped there.
    const value = layouts[this.reader.table.layout].isOfPupils ? "" : this.shown(cell);
    // Where none is of the campaign, it is told already.
    if (!this.isNeverOwn) this.reader.reportUnreadable("unclear-campaign", row, index, cell, { value, header });
    return true;
  }

  private cell(row: number): Cell {
    return this.reader.cell(this.merged.get(row) ?? row, this.column!.index);
  }

  /** Returns the campaign that a row's cell says as a title does, a year or its 1 November; null if it says none. */
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
      // Of several campaigns, it is asked as a nature.
      const flow = flowCampaign(read, campaign);
      const isItsOwn =
        flow === "own" || (flow === "mixed" && (read.period !== null || read.since || !this.showsStockOf(year)));
      return isItsOwn ? campaign.year : year === campaign.year ? year + 1 : year;
    });
  }

  /** Returns whether rows say what was in service in a year: what they say was installed then is of the same campaign. */
  private showsStockOf(year: number): boolean {
    return rowsOf(this.reader.table).some((row) => {
      const { nature, years } = this.reader.context.readLabel(this.shown(this.cell(row)));
      return nature === "maintenance" && years.includes(year);
    });
  }

  private shown(cell: Cell): string {
    const day = typeof cell === "number" ? readDate(cell, this.reader.table.date1904) : Number.NaN;
    return day > 0 ? frenchDate(fromSerial(day)) : shownCell(cell);
  }
}

function speaksOfYears(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && takeYears(fold(cell)).years.length > 0);
}
