import type { Cell } from "../../cells";
import { anomalyOfSheet } from "../anomalies";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { CountedSchool } from "./counted";
import { Labels } from "./labels";
import { Locator } from "./locate";
import type { TableReading } from "./reading-table";
import { RowSorter } from "./rows";
import { ServiceReader } from "./service";
import type { Service } from "./service";
import { shownCell } from "./shown";

/** One row a machine, counted as one, its dates in and out telling what it is billed for. */
export function readMachineRows(reading: TableReading): void {
  new MachineRows(reading).read();
}

class MachineRows {
  private readonly label: Column;
  private readonly inventory: Column | null;
  private readonly serial: Column | null;
  private readonly service: ServiceReader;
  private undated = 0;

  constructor(private readonly reading: TableReading) {
    const { table } = reading;
    this.label = columnOf(table, "label")!;
    this.inventory = columnOf(table, "inventory-number");
    this.serial = columnOf(table, "serial-number");
    this.service = new ServiceReader(reading);
  }

  read(): void {
    const { reading, service } = this;
    const { table, log } = reading;
    const locator = new Locator(reading, "none");
    // A row that says anything of a machine is one, even without its label.
    const telling = [this.label, this.inventory, this.serial, service.dateIn, service.dateOut];
    const sorter = new RowSorter(
      reading,
      locator,
      telling.filter((column) => column !== null).map((column) => column.index),
    );
    const labels = new Labels(reading, this.label.index);
    for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
      if (sorter.sort(row) !== "detail") continue;
      const cells = table.sheet.rows[row]!;
      if (this.isDuplicate(cells, row)) continue;
      const label = labels.read(row, true)?.label ?? null;
      const place = locator.place(row);
      if (label === null || place === null) {
        log.fail(row);
        continue;
      }
      const served = service.read(row);
      if (served.kind === "left-out") log.exclude(row, served.reason);
      else if (label.kind === "untariffed") {
        if (served.kind === "error") continue;
        reading.report("warning", "untariffed", row, this.label.index, {
          label: shownCell(cells[this.label.index] ?? null),
          quantity: 1,
        });
        log.exclude(row, "untariffed");
      } else {
        const school = reading.school(place.commune, place.school, place.row, place.column);
        if (served.kind === "error") school.equipped ||= label.code !== "PORTAIL";
        else this.bill(school, label.code, served, row);
      }
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
      if (inventoryNumbers.meet(number)) {
        reading.report("error", "duplicate-inventory-number", row, this.inventory!.index, {
          number: shownCell(cells[this.inventory!.index] ?? null),
        });
        return true;
      }
    }
    const serial = this.serial === null ? "" : keyOf(cells[this.serial.index] ?? null);
    if (serial !== "") {
      const { serialNumbers } = reading.tools;
      if (serialNumbers.meet(serial))
        reading.report("warning", "duplicate-serial-number", row, this.serial!.index, {
          number: shownCell(cells[this.serial!.index] ?? null),
        });
    }
    return false;
  }

  private bill(
    school: CountedSchool,
    code: string,
    { inService, installed, undated }: Extract<Service, { kind: "counted" }>,
    row: number,
  ): void {
    const { reading } = this;
    const column = this.label.index;
    if (undated) this.undated += 1;
    let billed = false;
    let capped = false;
    if (code === "PORTAIL") {
      reading.showsHeadcounts = true;
      school.headcount = { row, column, failed: false };
    }
    for (const nature of ["maintenance", "installation"] as const) {
      if (nature === "maintenance" ? !inService : !installed) continue;
      const counted = reading.count(school, code, nature, 1, row, column);
      billed ||= counted.billed;
      capped ||= counted.capped;
    }
    if (billed) reading.log.bill(row);
    else reading.log.exclude(row, capped ? "capped" : "untariffed");
  }
}

/** An inventory or serial number as it is compared; empty where it is none: « néant », « NC », « illisible », zeros. */
function keyOf(cell: Cell): string {
  if (typeof cell !== "string" && typeof cell !== "number") return "";
  const text = String(cell).trim().toUpperCase();
  return /[1-9]/.test(text) ? text : "";
}
