import { toSerial } from "../../cells";
import { anomalyOfSheet } from "../anomalies";
import { columnOf, type Column } from "../column";
import type { Proof } from "../ledger";
import type { ExclusionReason } from "../types";
import { entryOfYear } from "./installation-dates";
import type { TableReader } from "./table-reader";
import { StandingReader, type Standing } from "./standing";
import { saysInService } from "../texts/state";
import { blankDate, parseQuantity, shownCell, underHeading } from "../texts/values";

/** The dates when machines arrived and left, as serials of the 1900 system; `blankDate` when not written. */
export interface Dates {
  readonly entered: number;
  readonly withdrawn: number;
}

/** The outcome of a row's machines according to its dates and states. */
export type Service =
  | { readonly kind: "error" }
  | { readonly kind: "left-out"; readonly reason: ExclusionReason; readonly proof: Proof }
  | { readonly kind: "counted"; readonly inService: boolean; readonly installed: boolean; readonly undated: boolean };

/** Reads the dates and the states of rows of machines, and reports their errors. (decisions §2 and §4) */
export class ServiceReader {
  readonly dateIn: Column | null;
  readonly datesOut: readonly Column[];
  private readonly standing: StandingReader;
  private readonly snapshot: number;
  private readonly windowStart: number;
  /** Number of rows counted without a date of entry. */
  private undated = 0;

  constructor(private readonly reader: TableReader) {
    const { table, context } = reader;
    this.snapshot = toSerial(context.campaign.snapshot);
    this.windowStart = toSerial(context.campaign.windowStart);
    const isOfItems = columnOf(table, "label") !== null;
    this.dateIn = columnOf(table, "date-in") ?? (isOfItems ? table.columns.find(isEntryYear) : null) ?? null;
    this.datesOut = table.columns.filter((column) => column.role.kind === "date-out");
    this.standing = new StandingReader(reader);
  }

  /** Whether dates or states decide the natures under which rows are billed. */
  get decidesNatures(): boolean {
    return this.dateIn !== null || this.datesOut.length > 0 || this.standing.columns.length > 0;
  }

  /** Records a row counted without a date of entry. */
  noteUndated(): void {
    this.undated += 1;
  }

  /** Reports the number of these rows. */
  reportUndated(): void {
    const { ledger, table } = this.reader;
    if (this.undated > 0)
      ledger.report(anomalyOfSheet("info", "no-entry-date", table.sheet, { count: this.undated }), table);
  }

  /** Returns the dates of a row, with its earliest exit; null when an error is reported. */
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
      this.reader.report("error", "withdrawn-before-entered", row, last!.index);
      return null;
    }
    return { entered, withdrawn };
  }

  /** Reports, at its date, a row that entered after the day of count; returns whether it did. */
  reportsLater(row: number, { entered }: Dates): boolean {
    if (entered <= this.snapshot) return false;
    const campaign = this.reader.context.campaign.year;
    this.reader.report("warning", "after-snapshot", row, this.dateIn!.index, { campaign });
    return true;
  }

  /** Returns whether a row entered during the campaign. */
  isInWindow({ entered }: Dates): boolean {
    return entered > this.windowStart && entered <= this.snapshot;
  }

  /** Returns whether a dated installation is billed; reports, at its date, one outside the campaign. */
  allowsInstallation(row: number, dates: Dates): boolean {
    if (dates.entered === blankDate || this.isInWindow(dates)) return true;
    this.reportOutside(row, this.dateIn!.index);
    return false;
  }

  /** Reports a date of installation outside the campaign. */
  reportOutside(row: number, column: number): void {
    const campaign = this.reader.context.campaign.year;
    this.reader.report("warning", "installed-outside-window", row, column, { campaign, before: campaign - 1 });
  }

  /** Returns whether a row was not withdrawn on or before the day of count. */
  isKept({ withdrawn }: Dates): boolean {
    return withdrawn === blankDate || withdrawn > this.snapshot;
  }

  /** Returns the outcome of the machines of a row, from its dates, its states and its remarks. */
  read(row: number): Service {
    const dates = this.dates(row);
    if (dates === null) return { kind: "error" };
    if (this.reportsLater(row, dates)) return { kind: "left-out", reason: "after-snapshot", proof: "date" };
    const standing = this.standing.read(row);
    if (standing === null) return { kind: "error" };
    const left = this.leftBy(standing, dates, row);
    if (left === "error") return { kind: "error" };
    if (left !== null) return { kind: "left-out", reason: left, proof: "text" };
    const inService = this.isKept(dates);
    const undated = dates.entered === blankDate;
    const installed = this.isInWindow(dates) || (standing.isNew && undated);
    if (!inService && !installed) return { kind: "left-out", reason: "withdrawn", proof: "date" };
    if (inService && this.standing.reportsRemark(row)) return { kind: "error" };
    return { kind: "counted", inService, installed, undated: undated && !installed };
  }

  /**
   * Returns why the states of a row with a written nature leave it out; null when they do not, `error` when an error is
   * reported.
   */
  leftOut(row: number, dates: Dates): ExclusionReason | "error" | null {
    const standing = this.standing.read(row);
    return standing === null ? "error" : this.leftBy(standing, dates, row);
  }

  private leftBy({ status, column }: Standing, dates: Dates, row: number): ExclusionReason | "error" | null {
    if (column === null) return null;
    const state = this.stateIn(column, row);
    const params = { status: state, word: state, header: column.header };
    if (status === "out" && dates.withdrawn === blankDate) {
      this.reader.report("info", "out-without-date", row, column.index, params);
      return "withdrawn";
    }
    const inService = this.isKept(dates);
    if (status === "stock" && inService) {
      this.reader.report("warning", "in-stock", row, column.index, params);
      return "spare";
    }
    if (status === "repair" && (inService || this.isInWindow(dates)))
      this.reader.report("warning", "in-repair", row, column.index, params);
    const contradicts = status === "in-service" && !inService && (column.flag === "in-service" || saysInService(state));
    return contradicts && this.reportsExit(row, dates, state) ? "error" : null;
  }

  /**
   * Returns a machine's state as messages write it: its text; for a yes, the heading; under « En service ? », the
   * heading with its answer.
   */
  private stateIn({ flag, header, index }: Column, row: number): string {
    const cell = this.reader.cell(row, index);
    const read = parseQuantity(cell);
    if (flag === null || read.kind === "bad") return shownCell(cell);
    return flag === "in-service" && "value" in read ? underHeading(header, shownCell(cell)) : header;
  }

  /** Reports the exit date of a machine that is said to be in service, unless it is accepted; returns whether it did. */
  private reportsExit(row: number, { withdrawn }: Dates, value: string): boolean {
    const { reader, datesOut } = this;
    const { index } = datesOut.find((column) => this.dateAt(column, row) === withdrawn)!;
    if (reader.accepts("in-service-after-exit", row, index)) return false;
    reader.report("error", "in-service-after-exit", row, index, { value, was: shownCell(reader.cell(row, index)) });
    return true;
  }

  private dateAt(column: Column | null, row: number): number {
    if (column === null) return blankDate;
    if (!isEntryYear(column)) return this.reader.dateAt(row, column);
    const { table, context } = this.reader;
    const date = entryOfYear(this.reader.cell(row, column.index), context.campaign, table.date1904);
    if (Number.isNaN(date)) this.reader.reportUnreadable("unreadable-date", row, column.index);
    return date;
  }
}

/** Returns whether a column holds years that the user chose as years of installation. */
function isEntryYear({ role }: Column): boolean {
  return role.kind === "installed-on" && role.unit === "year";
}
