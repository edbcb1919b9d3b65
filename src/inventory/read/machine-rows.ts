import { isBlank } from "../../cells";
import type { Steps } from "../../cells";
import { anomalyOfSheet } from "../anomalies";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { CountedSchool } from "./counted";
import { isAccepted } from "./accepted";
import { Labels } from "./labels";
import { Locator } from "./locate";
import { MachineNumbers } from "./machine-numbers";
import type { TableReading } from "./reading-table";
import { RowSorter } from "./rows";
import { SchoolNames } from "./school-names";
import { ServiceReader } from "./service";
import type { Service } from "./service";
import { shownCell } from "./shown";

/** A number of machines before what they are, or in brackets after it; « 24 pouces », « 3D » count none. */
const several =
  /^\s*(?:[2-9]|[1-9]\d)\s+(?:x\s+)?(?!pouces\b|ports\b|en\b|go\b|to\b)\p{L}{2,}|\(\s*(?:x\s*)?(?:[2-9]|[1-9]\d)\s*\)\s*$/iu;
/** « B-1 à B-3 »; « 2011A004 » is one number. */
const range = /\d(?:\s+(?:a|au|jusqu\S*)\s+|\s*(?:à|->|→|…|\.\.\.?)\s*)\S*\d/i;

/** One row a machine, counted as one, its dates in and out telling what it is billed for. */
export function* readMachineRows(reading: TableReading): Steps<void> {
  yield* new MachineRows(reading).read();
}

/** About ten milliseconds of reading. */
const rowsBetweenPauses = 256;

class MachineRows {
  /** The column that says what a machine is; where its table says it, one that tells it from the others. */
  private readonly label: Column;
  private readonly numbers: MachineNumbers;
  private readonly names: SchoolNames;
  private readonly service: ServiceReader;
  private undated = 0;

  constructor(private readonly reading: TableReading) {
    const { table } = reading;
    this.numbers = new MachineNumbers(reading);
    this.names = new SchoolNames(reading);
    this.service = new ServiceReader(reading);
    const telling = columnOf(table, "label") ?? this.numbers.inventory ?? this.numbers.serial;
    this.label = telling ?? this.service.dateIn!;
  }

  *read(): Steps<void> {
    const { reading, service } = this;
    const { table, log } = reading;
    const locator = new Locator(reading, "none");
    // A row that says anything of a machine is one, even without its label.
    const telling = [this.label, this.numbers.inventory, this.numbers.serial, service.dateIn, ...service.datesOut]
      .filter((column) => column !== null)
      .map((column) => column.index);
    const sorter = new RowSorter(reading, locator, telling);
    const labels = new Labels(reading, this.label.index);
    for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
      if (row % rowsBetweenPauses === 0) yield;
      if (sorter.sort(row) !== "detail") continue;
      if (labels.meansNothing(row)) {
        log.exclude(row, "set-aside");
        locator.pass(row);
        continue;
      }
      const cells = table.sheet.rows[row]!;
      if (this.numbers.isDuplicate(row)) continue;
      if (this.isSeveral(row)) continue;
      const named = this.label.role.kind === "label" ? labels.read(row, true) : labels.subject();
      const label = named?.label ?? null;
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
        const school = this.names.school(row, place);
        if (served.kind === "error") school.equipped ||= label.code !== "PORTAIL";
        else {
          // One of a list of servers, say, whose own cells are all blank: its school's name stands for it.
          const { schoolIndex } = locator;
          const source = telling.find((column) => !isBlank(cells[column] ?? null)) ?? schoolIndex ?? this.label.index;
          this.bill(school, label.code, served, { row, column: source });
        }
      }
    }
    labels.finish();
    if (this.undated > 0)
      reading.anomalies.push(anomalyOfSheet("info", "no-entry-date", table.sheet, { count: this.undated }));
  }

  /** « 3 postes clients standard », « B-1 à B-3 » on one row of a list of machines: asked, unless the user accepted it as one. */
  private isSeveral(row: number): boolean {
    const { table } = this.reading;
    for (const column of [this.label, this.numbers.inventory]) {
      const cell = column === null ? null : (table.sheet.rows[row]?.[column.index] ?? null);
      if (column === null || typeof cell !== "string") continue;
      const isSo = column === this.label ? several.test(cell) : range.test(cell);
      if (!isSo || isAccepted(this.reading, "several-machines", row, column.index)) continue;
      this.reading.report("error", "several-machines", row, column.index, { value: cell.trim() });
      return true;
    }
    return false;
  }

  private bill(
    school: CountedSchool,
    code: string,
    { inService, installed, undated }: Extract<Service, { kind: "counted" }>,
    { row, column }: { readonly row: number; readonly column: number },
  ): void {
    const { reading } = this;
    if (undated) this.undated += 1;
    let billed = false;
    let capped = false;
    if (code === "PORTAIL") {
      reading.showsHeadcounts = true;
      school.headcount = { row, column, failed: false };
    }
    // A register of installations lists what was installed, dated or not; what is in service is another table's.
    const isFlow = reading.table.kind === "installations";
    for (const nature of ["maintenance", "installation"] as const) {
      if (nature === "maintenance" ? !inService || isFlow : !installed && !(isFlow && undated)) continue;
      const counted = reading.count(school, code, nature, 1, row, column);
      billed ||= counted.billed;
      capped ||= counted.capped;
    }
    if (billed) reading.log.bill(row);
    else reading.log.exclude(row, capped ? "capped" : "untariffed");
  }
}
