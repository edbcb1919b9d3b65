import { toSerial } from "../../cells";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { ExclusionReason } from "../types";
import { blankDate, readDate } from "./date";
import { entryOfYear } from "./installed-on";
import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";
import { StandingReader } from "./standing";
import type { Standing } from "./standing";
import { isWithoutResult } from "./without-result";

/** When machines came and left, as serials of the 1900 system; `blankDate` where it is not written. */
export interface Dates {
  readonly entered: number;
  readonly withdrawn: number;
}

/** What a row's dates and status make of its machines. */
export type Service =
  | { readonly kind: "error" }
  | { readonly kind: "left-out"; readonly reason: ExclusionReason }
  | { readonly kind: "counted"; readonly inService: boolean; readonly installed: boolean; readonly undated: boolean };

/** Reads the dates and the states of rows that show machines, and tells what is wrong with them. (decisions §2 and §4) */
export class ServiceReader {
  readonly dateIn: Column | null;
  readonly datesOut: readonly Column[];
  private readonly standing: StandingReader;
  private readonly snapshot: number;
  private readonly windowStart: number;

  constructor(private readonly reading: TableReading) {
    const { table, tools } = reading;
    this.snapshot = toSerial(tools.campaign.snapshot);
    this.windowStart = toSerial(tools.campaign.windowStart);
    this.dateIn = columnOf(table, "date-in") ?? table.columns.find(isEntryYear) ?? null;
    this.datesOut = table.columns.filter((column) => column.role.kind === "date-out");
    this.standing = new StandingReader(reading);
  }

  /** True where dates or states tell what rows are billed for. */
  get tells(): boolean {
    return this.dateIn !== null || this.datesOut.length > 0 || this.standing.columns.length > 0;
  }

  /** The dates of a row, the earliest of its exits; null with its error told. */
  dates(row: number): Dates | null {
    const entered = this.dateAt(this.dateIn, row);
    let withdrawn = blankDate;
    let last = this.datesOut[0] ?? null;
    let failed = Number.isNaN(entered);
    for (const column of this.datesOut) {
      const date = this.dateAt(column, row);
      if (Number.isNaN(date)) failed = true;
      else if (date !== blankDate && (withdrawn === blankDate || date < withdrawn)) [withdrawn, last] = [date, column];
    }
    if (failed) return null;
    if (withdrawn !== blankDate && entered !== blankDate && withdrawn < entered) {
      this.reading.report("error", "withdrawn-before-entered", row, last!.index);
      return null;
    }
    return { entered, withdrawn };
  }

  /** Entered after the snapshot: told on the date. */
  isLater(row: number, { entered }: Dates): boolean {
    if (entered <= this.snapshot) return false;
    const campaign = this.reading.tools.campaign.year;
    this.reading.report("warning", "after-snapshot", row, this.dateIn!.index, { campaign });
    return true;
  }

  /** Entered inside ]1 November N−1, 1 November N]. */
  isInWindow({ entered }: Dates): boolean {
    return entered > this.windowStart && entered <= this.snapshot;
  }

  /** An installation written beside a date: outside the window it is not billed, and told on the date. */
  allowsInstallation(row: number, dates: Dates): boolean {
    if (dates.entered === blankDate || this.isInWindow(dates)) return true;
    const campaign = this.reading.tools.campaign.year;
    const params = { campaign, before: campaign - 1 };
    this.reading.report("warning", "installed-outside-window", row, this.dateIn!.index, params);
    return false;
  }

  /** Not withdrawn on or before the snapshot. */
  isKept({ withdrawn }: Dates): boolean {
    return withdrawn === blankDate || withdrawn > this.snapshot;
  }

  /** What becomes of the machines of a row, from its dates, its states and its remarks. */
  read(row: number): Service {
    const dates = this.dates(row);
    if (dates === null) return { kind: "error" };
    if (this.isLater(row, dates)) return { kind: "left-out", reason: "after-snapshot" };
    const standing = this.standing.read(row);
    if (standing === null) return { kind: "error" };
    const left = this.leftBy(standing, dates, row);
    if (left !== null) return { kind: "left-out", reason: left };
    const inService = this.isKept(dates);
    const undated = dates.entered === blankDate;
    const installed = this.isInWindow(dates) || (standing.isNew && undated);
    if (!inService && !installed) return { kind: "left-out", reason: "withdrawn" };
    if (inService && this.standing.asksOfRemark(row)) return { kind: "error" };
    return { kind: "counted", inService, installed, undated: undated && !installed };
  }

  /** Why a row whose nature is written does not count, by its states; null where it does, `error` where that is told. */
  leftOut(row: number, dates: Dates): ExclusionReason | "error" | null {
    const standing = this.standing.read(row);
    return standing === null ? "error" : this.leftBy(standing, dates, row);
  }

  private leftBy({ status, column }: Standing, dates: Dates, row: number): ExclusionReason | null {
    if (column === null) return null;
    const said = column.flag === null ? shownCell(this.reading.cell(row, column.index)) : column.header;
    const told = { status: said, word: said, header: column.header };
    if (status === "out" && dates.withdrawn === blankDate) {
      this.reading.report("info", "out-without-date", row, column.index, told);
      return "withdrawn";
    }
    const inService = this.isKept(dates);
    if (status === "stock" && inService) {
      this.reading.report("warning", "in-stock", row, column.index, told);
      return "spare";
    }
    if (status === "repair" && (inService || this.isInWindow(dates)))
      this.reading.report("warning", "in-repair", row, column.index, told);
    return null;
  }

  private dateAt(column: Column | null, row: number): number {
    if (column === null) return blankDate;
    const cell = this.reading.cell(row, column.index);
    const { table, tools } = this.reading;
    const date = isEntryYear(column) ? entryOfYear(cell, tools.campaign) : readDate(cell, table.date1904);
    if (isWithoutResult(cell)) this.reading.report("error", "formula-without-result", row, column.index);
    else if (Number.isNaN(date))
      this.reading.report("error", "unreadable-date", row, column.index, { value: shownCell(cell) });
    return date;
  }
}

/** A column of years that the user said to be those of installation. */
function isEntryYear({ role }: Column): boolean {
  return role.kind === "installed-on" && role.unit === "year";
}
