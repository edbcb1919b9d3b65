import { Decimal } from "decimal.js";
import { firstSerial, isFilteredOut, isShownAsDate, lastSerial, shift1904, toSerial, type Cell } from "../../cells";
import { takeYears, type Campaign, type Nature } from "../../tariff";
import type { Column, Role } from "../table";
import {
  blankDate,
  isNothing,
  isUnitOf,
  isWithoutResult,
  parseQuantity,
  readDate,
  shownCell,
  type ParsedQuantity,
} from "../words/values";
import type { TableReader } from "./table-reader";

const badCodes = {
  negative: "quantity-negative",
  fractional: "quantity-fractional",
  text: "quantity-text",
  "too-large": "quantity-too-large",
  error: "quantity-error",
} as const;

/** Serials of days that an inventory may date, in either system; what is below, shown as a date, is a number. (decisions §4) */
const days = { from1900: firstSerial, from1904: firstSerial - shift1904, to: lastSerial };
/** More in one cell is a slip of the keyboard until the user says otherwise. */
const plausible = { pupils: 1500, units: 300 };

/** Reads a cell's quantity as decisions §4 do, under a prestation; null with its error told. A blank is 0. */
export function readQuantityCell(reader: TableReader, code: string | null, row: number, column: number): number | null {
  const cell = reader.cell(row, column);
  const read = parseQuantity(cell);
  if (reader.shared.isShared(row, column)) {
    tellShared(reader, row, column);
    return null;
  }
  switch (read.kind) {
    case "blank":
      return 0;
    case "value":
      return valueIn(reader, read, cell, code, row, column);
    case "mark":
      if (reader.isPerSchool(code) && (!read.isLetter || reader.answersYes(column))) return read.value;
      reader.report("error", read.isLetter ? "quantity-letter-o" : "quantity-mark", row, column, {
        value: shownCell(cell),
      });
      return null;
    case "bad":
      if (read.reason === "text" && reader.namesPrestations(column)) tellLabels(reader, row, column);
      else if (isWithoutResult(cell)) tellWithoutResult(reader, row, column);
      else reader.report("error", badCodes[read.reason], row, column, { value: shownCell(cell) });
      return null;
  }
}

function valueIn(
  reader: TableReader,
  read: Extract<ParsedQuantity, { kind: "value" }>,
  cell: Cell,
  code: string | null,
  row: number,
  column: number,
): number | null {
  const { table } = reader;
  const value = shownCell(cell);
  const counted = { value, quantity: read.value };
  const told = code === null ? "" : reader.prestationName(code);
  if (isShownAsDate(table.sheet, row, column)) {
    const first = table.date1904 ? days.from1904 : days.from1900;
    if (read.value >= first && read.value <= days.to) {
      reader.report("error", "quantity-is-date", row, column, { value });
      return null;
    }
    reader.report("warning", "quantity-shown-as-date", row, column, counted);
  }
  const priced = reader.context.grid.rows.find((candidate) => candidate.code === code);
  if (read.unit !== null && priced !== undefined && !isUnitOf(read.unit, priced)) {
    reader.report("error", "quantity-other-unit", row, column, { value, prestation: told });
    return null;
  }
  const most = code === "PORTAIL" ? plausible.pupils : plausible.units;
  if (read.value > most && !reader.isRecap && !reader.accepts("implausible-quantity", row, column)) {
    reader.report("error", "implausible-quantity", row, column, { ...counted, prestation: told, most });
    return null;
  }
  if (read.warned) reader.report("warning", "quantity-with-text", row, column, counted);
  return read.value;
}

/**
 * Tells a formula without a result. A sum of a recap is compared with the detail, and never billed: one that nobody knows
 * leaves nothing unbilled.
 */
function tellWithoutResult(reader: TableReader, row: number, column: number): void {
  if (reader.isRecap) reader.report("warning", "total-without-result", row, column);
  else reader.report("error", "formula-without-result", row, column);
}

/** Tells a column of kinds of machines under a heading of quantities: one cause, told once at its heading. */
function tellLabels(reader: TableReader, row: number, column: number): void {
  reader.log.fail(row);
  const heading = reader.table.columns.find(({ index }) => index === column)!;
  if (reader.labelsTold.has(column)) return;
  reader.labelsTold.add(column);
  reader.report("error", "column-of-labels", heading.headerRow, column, {
    header: heading.header,
    word: heading.header,
    value: shownCell(reader.cell(row, column)),
  });
}

/**
 * Tells one number for several schools or prestations: nobody knows which has how many. Told once, on the cell that writes
 * it.
 */
function tellShared(reader: TableReader, row: number, column: number): void {
  const { top, left } = reader.shared.anchorOf(row, column)!;
  if (top === row && left === column)
    reader.report("error", "merged-quantity", row, column, { value: shownCell(reader.cell(row, column)) });
  else reader.log.fail(row);
}

/** Warns of a dash for pupils: it is no pupil, to be looked at. */
export function warnOfSign(reader: TableReader, row: number, column: number): void {
  const value = shownCell(reader.cell(row, column));
  if (value !== "0") reader.report("warning", "quantity-with-text", row, column, { value, quantity: 0 });
}

/**
 * Returns what is shown of an equipment that has no tariff, as written, or null if there is none: nothing of it is billed
 * anyway.
 */
export function untariffedIn(cell: Cell): string | null {
  const read = parseQuantity(cell);
  if (isNothing(read)) return null;
  return read.kind === "value" ? String(read.value) : shownCell(cell);
}

/** The sums of some rows of a column: of every number typed, of those that a SUM sees (text is not one), of those in sight. */
interface Sums {
  readonly all: Decimal;
  readonly numeric: Decimal;
  /** What a SUBTOTAL gives of a filtered list. */
  readonly visible: Decimal;
}

export function sumOf(reader: TableReader, rows: readonly number[], column: number): Sums {
  const { sheet, columns } = reader.table;
  const marked = columns.some(
    ({ index, role }) => index === column && role.kind === "count" && reader.isPerSchool(role.code),
  );
  let all = new Decimal(0);
  let numeric = new Decimal(0);
  let visible = new Decimal(0);
  for (const row of rows) {
    const cell = reader.cell(row, column);
    if (typeof cell === "number") {
      all = all.plus(cell);
      numeric = numeric.plus(cell);
      if (!isFilteredOut(sheet, row)) visible = visible.plus(cell);
      continue;
    }
    const read = parseQuantity(cell);
    if (read.kind === "value" || (marked && read.kind === "mark")) all = all.plus(read.value);
  }
  return { all, numeric, visible };
}

/** Returns those of some columns whose cell in a row is the sum of some other rows. */
export function sumsAmong(
  reader: TableReader,
  row: number,
  rows: readonly number[],
  columns: readonly number[],
): number[] {
  return columns.filter((column) => {
    const shown = reader.cell(row, column);
    if (typeof shown !== "number") return false;
    const { all, numeric, visible } = sumOf(reader, rows, column);
    return all.equals(shown) || numeric.equals(shown) || (reader.table.sheet.filtered && visible.equals(shown));
  });
}

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
 * Returns a year of installation as a day: that of the campaign falls inside its window, a later one after it; `blankDate` if
 * none is written, NaN if it is no year.
 */
export function entryOfYear(cell: Cell, { year, snapshot, windowStart }: Campaign): number {
  const text = cell === null ? "" : String(cell).trim();
  if (text === "" || /^[-–—/]$/.test(text)) return blankDate;
  if (!/^(?:19|20)\d\d$/.test(text)) return Number.NaN;
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
 * campaign's. What came after the snapshot is not in service yet. (decisions §4)
 */
export class InstalledRow {
  private readonly when = new Map<InstalledOn, When>();
  private readonly inService = new Map<string, number>();

  constructor(
    private readonly reader: TableReader,
    private readonly columns: readonly InstalledOn[],
    private readonly row: number,
  ) {
    for (const column of columns) this.when.set(column, this.whenAt(column));
  }

  /** Notes what is in service of a prestation; returns false if its date says that it came after the snapshot. */
  allowsService(code: string, quantity: number | null): boolean {
    if (quantity !== null) this.inService.set(code, (this.inService.get(code) ?? 0) + quantity);
    return !this.columns.some((column) => column.role.code === code && this.when.get(column) === "after");
  }

  /**
   * Returns what the dates add: installations of the campaign, and units in service that no column counts. One date for
   * several units is an error.
   */
  quantities(counted: readonly string[]): Dated[] {
    const found: Dated[] = [];
    for (const dated of this.columns) {
      const when = this.when.get(dated)!;
      const { code, unit } = dated.role;
      if (code === null || when === "blank" || when === "after" || when === "error") continue;
      const isCounted = counted.includes(code);
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

  private whenAt({ index, role: { unit } }: InstalledOn): When {
    const { reader, row } = this;
    const { campaign } = reader.context;
    const cell = reader.cell(row, index);
    if (unit === "year") {
      const value = shownCell(cell);
      if (parseQuantity(cell).kind === "blank" || /^[-–—/]$/.test(value)) return "blank";
      const year = typeof cell === "number" ? cell : (takeYears(value).years[0] ?? Number.NaN);
      if (!Number.isInteger(year) || year < 1990 || year > 2099) return this.tellUnreadable("unreadable-year", index);
      if (year > campaign.year) return this.tellAfter(index);
      return year === campaign.year ? "campaign" : "before";
    }
    const date = readDate(cell, reader.table.date1904);
    if (date === blankDate) return "blank";
    if (Number.isNaN(date)) return this.tellUnreadable("unreadable-date", index);
    if (date > toSerial(campaign.snapshot)) return this.tellAfter(index);
    return date > toSerial(campaign.windowStart) ? "campaign" : "before";
  }

  private tellUnreadable(code: "unreadable-date" | "unreadable-year", column: number): "error" {
    this.reader.reportUnreadable(code, this.row, column);
    return "error";
  }

  private tellAfter(column: number): When {
    this.reader.report("warning", "after-snapshot", this.row, column, { campaign: this.reader.context.campaign.year });
    return "after";
  }
}
