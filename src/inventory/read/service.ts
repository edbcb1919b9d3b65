import type { Cell } from "../../cells";
import { toSerial } from "../../cells";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { ExclusionReason } from "../types";
import { blankDate, readDate } from "./date";
import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";
import { readStatus } from "./status";
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

/** Reads the dates and the status of rows that show machines, and tells what is wrong with them. (decisions §2 and §4) */
export class ServiceReader {
  readonly dateIn: Column | null;
  readonly dateOut: Column | null;
  readonly status: Column | null;
  private readonly snapshot: number;
  private readonly windowStart: number;

  constructor(private readonly reading: TableReading) {
    const { table, tools } = reading;
    this.snapshot = toSerial(tools.campaign.snapshot);
    this.windowStart = toSerial(tools.campaign.windowStart);
    this.dateIn = columnOf(table, "date-in");
    this.dateOut = columnOf(table, "date-out");
    this.status = columnOf(table, "status");
  }

  /** The dates of a row; null with its error told. */
  dates(row: number): Dates | null {
    const entered = this.dateAt(this.dateIn, row);
    const withdrawn = this.dateAt(this.dateOut, row);
    if (Number.isNaN(entered) || Number.isNaN(withdrawn)) return null;
    if (withdrawn !== blankDate && entered !== blankDate && withdrawn < entered) {
      this.reading.report("error", "withdrawn-before-entered", row, this.dateOut!.index);
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

  /** What becomes of the machines of a row, from its dates and its status. */
  read(row: number): Service {
    const dates = this.dates(row);
    if (dates === null) return { kind: "error" };
    if (this.isLater(row, dates)) return { kind: "left-out", reason: "after-snapshot" };
    const cell = this.status === null ? null : this.cell(this.status, row);
    const status = typeof cell === "string" ? readStatus(cell) : "in-service";
    const told = { status: shownCell(cell) };
    if (status === "out" && dates.withdrawn === blankDate) {
      this.reading.report("info", "out-without-date", row, this.status!.index, told);
      return { kind: "left-out", reason: "withdrawn" };
    }
    const inService = this.isKept(dates);
    const installed = this.isInWindow(dates);
    if (status === "stock" && inService) {
      this.reading.report("warning", "in-stock", row, this.status!.index, told);
      return { kind: "left-out", reason: "spare" };
    }
    if (!inService && !installed) return { kind: "left-out", reason: "withdrawn" };
    if (status === "repair") this.reading.report("warning", "in-repair", row, this.status!.index, told);
    return { kind: "counted", inService, installed, undated: dates.entered === blankDate };
  }

  private cell(column: Column, row: number): Cell {
    return this.reading.table.sheet.rows[row]?.[column.index] ?? null;
  }

  private dateAt(column: Column | null, row: number): number {
    if (column === null) return blankDate;
    const cell = this.cell(column, row);
    const date = readDate(cell, this.reading.table.date1904);
    if (isWithoutResult(cell)) this.reading.report("error", "formula-without-result", row, column.index);
    else if (Number.isNaN(date))
      this.reading.report("error", "unreadable-date", row, column.index, { value: shownCell(cell) });
    return date;
  }
}
