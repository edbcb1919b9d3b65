import { toSerial, type Cell } from "../../cells";
import type { Campaign, Nature } from "../../tariff";
import type { Column, Role } from "../table";
import type { TableReader } from "./table-reader";
import { blankDate, readDate, shownCell } from "../texts/values";

/** What a dated column adds to a row. */
interface Dated {
  readonly code: string;
  readonly nature: Nature;
  readonly quantity: number;
  readonly column: number;
}

type InstalledRole = Extract<Role, { kind: "installed-on" }>;

/** A column that dates what was installed of one prestation. */
export type InstalledOn = Column & { readonly role: InstalledRole };

/**
 * Returns a year of installation as a day: that of the campaign falls inside its window, a later one after it; a day written
 * there as itself, `blankDate` if nothing is written, NaN for anything else: « 2013-2014 » may be of either campaign.
 */
export function entryOfYear(cell: Cell, { year, snapshot, windowStart }: Campaign, date1904: boolean): number {
  const text = shownCell(cell);
  if (!/^(?:19|20)\d\d$/.test(text)) return readDate(cell, date1904);
  if (Number(text) === year) return toSerial(snapshot);
  return Number(text) < year ? toSerial(windowStart) : toSerial(snapshot) + 1;
}

/** Returns whether a column dates what was installed. */
export function datesInstalled(column: Column): column is InstalledOn {
  return column.role.kind === "installed-on";
}

/** When what a cell dates was installed, for a campaign. */
type When = "blank" | "before" | "campaign" | "after" | "error";

/**
 * One row's dates of installation: a day is one unit, installed on that day; a year, every unit of the row, where it is the
 * campaign's. What came after the snapshot is not in service yet. Where installations are counted beside, dates add none: they
 * say whether these are the campaign's. (decisions §4)
 */
export class InstalledRow {
  private readonly when = new Map<InstalledOn, When>();
  private readonly inService = new Map<string, number>();
  private readonly outside = new Set<InstalledOn>();

  constructor(
    private readonly reader: TableReader,
    private readonly columns: readonly InstalledOn[],
    private readonly row: number,
    /** Prestations whose installations are counted beside the dates. */
    private readonly counted: ReadonlySet<string> = new Set(),
  ) {
    for (const column of columns) this.when.set(column, this.whenAt(column));
  }

  /** Notes how many units of a prestation the row counts in service. */
  noteService(code: string, quantity: number): void {
    this.inService.set(code, (this.inService.get(code) ?? 0) + quantity);
  }

  /** Returns false if a date of a prestation says that it came after the snapshot. */
  allowsService(code: string): boolean {
    return this.counted.has(code) || !this.says(code, "after");
  }

  /**
   * Returns whether installations counted beside the dates are billed: not where a date of theirs is outside the campaign, which
   * is told on it, nor where it cannot be read. (decisions §4)
   */
  allowsInstalled(code: string): boolean {
    const outside = this.columns.find(
      (column) => column.role.code === code && ["before", "after"].includes(this.when.get(column)!),
    );
    if (outside === undefined) return !this.says(code, "error");
    // Once a date, however many columns count what it dates.
    if (!this.outside.has(outside)) this.reader.reportOutsideWindow(this.row, outside.index);
    this.outside.add(outside);
    return false;
  }

  private says(code: string, when: When): boolean {
    return this.columns.some((column) => column.role.code === code && this.when.get(column) === when);
  }

  /**
   * Returns what the dates add: installations of the campaign, and units in service that no column counts (`shown`). One date for
   * several units is an error.
   */
  quantities(shown: readonly string[]): Dated[] {
    const found: Dated[] = [];
    for (const dated of this.columns) {
      const when = this.when.get(dated)!;
      const { code, unit } = dated.role;
      if (code === null || this.counted.has(code)) continue;
      if (when === "blank" || when === "after" || when === "error") continue;
      const isCounted = shown.includes(code);
      const quantity = unit === "day" ? 1 : (this.inService.get(code) ?? 0);
      if (unit === "day" && !isCounted) found.push({ code, nature: "maintenance", quantity: 1, column: dated.index });
      if (when !== "campaign" || quantity === 0) continue;
      const inService = this.inService.get(code) ?? 0;
      if (unit === "day" && inService > 1)
        this.reader.report("error", "one-date-for-several", this.row, dated.index, {
          quantity: inService,
          header: dated.header,
        });
      else found.push({ code, nature: "installation", quantity, column: dated.index });
    }
    return found;
  }

  private whenAt({ index, role: { unit, code } }: InstalledOn): When {
    const { reader, row } = this;
    const { campaign } = reader.context;
    const cell = reader.cell(row, index);
    const { date1904 } = reader.table;
    const date = unit === "year" ? entryOfYear(cell, campaign, date1904) : readDate(cell, date1904);
    if (date === blankDate) return "blank";
    if (Number.isNaN(date)) {
      reader.reportUnreadable(unit === "year" ? "unreadable-year" : "unreadable-date", row, index);
      return "error";
    }
    if (date > toSerial(campaign.snapshot))
      return code !== null && this.counted.has(code) ? "after" : this.tellAfter(index);
    return date > toSerial(campaign.windowStart) ? "campaign" : "before";
  }

  private tellAfter(column: number): When {
    this.reader.report("warning", "after-snapshot", this.row, column, { campaign: this.reader.context.campaign.year });
    return "after";
  }
}
