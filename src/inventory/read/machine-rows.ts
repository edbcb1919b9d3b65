import type { Cell } from "../../cells";
import { CellError, fold, toSerial } from "../../cells";
import { anomalyOfSheet } from "../anomalies";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { ExclusionReason } from "../types";
import type { CountedSchool } from "./counted";
import { blankDate, readDate } from "./date";
import { Labels } from "./labels";
import { Locator } from "./locate";
import type { TableReading } from "./reading-table";
import { RowSorter } from "./rows";
import { readStatus } from "./status";

const noNumber = new Set([
  "",
  "neant",
  "nc",
  "n/c",
  "n/a",
  "na",
  "sans",
  "inconnu",
  "?",
  "x",
  "0",
  "absent",
  "illisible",
  "aucun",
  "s.o.",
]);

/** One row a machine, counted as one, its dates in and out telling what it is billed for. */
export function readMachineRows(reading: TableReading): void {
  new MachineRows(reading).read();
}

class MachineRows {
  private readonly snapshot: number;
  private readonly windowStart: number;
  private readonly label: Column;
  private readonly dateIn: Column | null;
  private readonly dateOut: Column | null;
  private readonly status: Column | null;
  private readonly inventory: Column | null;
  private readonly serial: Column | null;
  private undated = 0;

  constructor(private readonly reading: TableReading) {
    const { table, tools } = reading;
    this.snapshot = toSerial(tools.campaign.snapshot);
    this.windowStart = toSerial(tools.campaign.windowStart);
    this.label = columnOf(table, "label")!;
    this.dateIn = columnOf(table, "date-in");
    this.dateOut = columnOf(table, "date-out");
    this.status = columnOf(table, "status");
    this.inventory = columnOf(table, "inventory-number");
    this.serial = columnOf(table, "serial-number");
  }

  read(): void {
    const { reading } = this;
    const { table, log } = reading;
    const locator = new Locator(reading, false, false);
    const sorter = new RowSorter(reading, locator, [this.label.index]);
    const labels = new Labels(reading, this.label.index);
    for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
      if (sorter.sort(row) !== "detail") continue;
      const cells = table.sheet.rows[row]!;
      if (this.isDuplicate(cells, row)) continue;
      const label = labels.read(row, true);
      const place = locator.place(row);
      if (label === null || place === null) {
        log.fail(row);
        continue;
      }
      const left = this.leftOut(cells, row);
      if (left === "error") {
        if (label.kind === "prestation")
          reading.school(place.commune, place.school, place.row, place.column).equipped ||= label.code !== "PORTAIL";
        continue;
      }
      if (left !== null) {
        log.exclude(row, left);
        continue;
      }
      if (label.kind === "untariffed") {
        reading.report("warning", "untariffed", row, this.label.index, {
          label: String(cells[this.label.index]).trim(),
          quantity: 1,
        });
        log.exclude(row, "untariffed");
        continue;
      }
      this.bill(reading.school(place.commune, place.school, place.row, place.column), label.code, cells, row);
    }
    labels.finish();
    if (this.undated > 0)
      reading.anomalies.push(anomalyOfSheet("info", "no-entry-date", table.sheet, { count: this.undated }));
  }

  /** The same inventory number twice is an error on the second, the same serial number a warning. */
  private isDuplicate(cells: readonly Cell[], row: number): boolean {
    const { reading } = this;
    const number = this.inventory === null ? "" : keyOf(cells[this.inventory.index] ?? null);
    if (number !== "") {
      const { inventoryNumbers } = reading.tools;
      if (inventoryNumbers.has(number)) {
        reading.report("error", "duplicate-inventory-number", row, this.inventory!.index, {
          number: String(cells[this.inventory!.index]).trim(),
        });
        return true;
      }
      inventoryNumbers.add(number);
    }
    const serial = this.serial === null ? "" : keyOf(cells[this.serial.index] ?? null);
    if (serial !== "") {
      const { serialNumbers } = reading.tools;
      if (serialNumbers.has(serial))
        reading.report("warning", "duplicate-serial-number", row, this.serial!.index, {
          number: String(cells[this.serial!.index]).trim(),
        });
      else serialNumbers.add(serial);
    }
    return false;
  }

  /** Why the whole machine is left out, told where it must be; `error` where a date cannot be read. */
  private leftOut(cells: readonly Cell[], row: number): ExclusionReason | "error" | null {
    const { reading } = this;
    const entered = this.dateAt(this.dateIn, cells, row);
    const withdrawn = this.dateAt(this.dateOut, cells, row);
    if (Number.isNaN(entered) || Number.isNaN(withdrawn)) return "error";
    if (withdrawn !== blankDate && entered !== blankDate && withdrawn < entered) {
      reading.report("error", "withdrawn-before-entered", row, this.dateOut!.index);
      return "error";
    }
    if (entered > this.snapshot) {
      reading.report("warning", "after-snapshot", row, this.dateIn!.index, { campaign: reading.tools.campaign.year });
      return "after-snapshot";
    }
    const text = this.status === null ? null : (cells[this.status.index] ?? null);
    const status = typeof text === "string" ? readStatus(text) : "in-service";
    if (status === "out" && withdrawn === blankDate) {
      reading.report("info", "out-without-date", row, this.status!.index, { status: String(text).trim() });
      return "withdrawn";
    }
    if (status === "stock" && (withdrawn === blankDate || withdrawn > this.snapshot)) {
      reading.report("warning", "in-stock", row, this.status!.index, { status: String(text).trim() });
      return "spare";
    }
    if (withdrawn !== blankDate && withdrawn <= this.snapshot && !this.installedInWindow(entered)) return "withdrawn";
    if (status === "repair")
      reading.report("warning", "in-repair", row, this.status!.index, { status: String(text).trim() });
    return null;
  }

  private dateAt(column: Column | null, cells: readonly Cell[], row: number): number {
    if (column === null) return blankDate;
    const cell = cells[column.index] ?? null;
    const date = readDate(cell, this.reading.table.date1904);
    if (Number.isNaN(date))
      this.reading.report("error", "unreadable-date", row, column.index, {
        value: cell instanceof CellError ? cell.code : String(cell).trim(),
      });
    return date;
  }

  /** Inside ]1 November N−1, 1 November N]. */
  private installedInWindow(entered: number): boolean {
    return entered !== blankDate && entered > this.windowStart && entered <= this.snapshot;
  }

  private bill(school: CountedSchool, code: string, cells: readonly Cell[], row: number): void {
    const { reading } = this;
    const entered =
      this.dateIn === null ? blankDate : readDate(cells[this.dateIn.index] ?? null, reading.table.date1904);
    const withdrawn =
      this.dateOut === null ? blankDate : readDate(cells[this.dateOut.index] ?? null, reading.table.date1904);
    if (entered === blankDate) this.undated += 1;
    const inService = withdrawn === blankDate || withdrawn > this.snapshot;
    const column = this.label.index;
    let billed = false;
    let capped = false;
    if (code === "PORTAIL") reading.showsHeadcounts = true;
    if (inService) {
      const counted = reading.count(school, code, "maintenance", 1, row, column);
      billed ||= counted.billed;
      capped ||= counted.capped;
    }
    if (this.installedInWindow(entered)) {
      const counted = reading.count(school, code, "installation", 1, row, column);
      billed ||= counted.billed;
      capped ||= counted.capped;
    }
    if (code === "PORTAIL") school.headcount = { row, column, failed: false };
    if (billed) reading.log.bill(row);
    else reading.log.exclude(row, capped ? "capped" : "untariffed");
  }
}

/** An inventory or serial number as it is compared; empty where it is none. */
function keyOf(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell !== "string") return "";
  const text = cell.trim();
  if (text.length > 4) return text.toUpperCase();
  return noNumber.has(fold(text)) ? "" : text.toUpperCase();
}
