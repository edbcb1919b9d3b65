import { isBlank, type Steps } from "../../cells";
import { pupilCode } from "../../tariff";
import { columnOf, type Column } from "../table";
import type { CountedSchool } from "./counts";
import { Locator } from "./locator";
import { MachineNumbers } from "./machine-numbers";
import { Labels } from "./row-labels";
import { RowSorter } from "./row-sorter";
import { SchoolNames } from "./school-levels";
import { ServiceReader, type Service } from "./service";
import type { TableReader } from "./table-reader";
import { shownCell } from "../texts/values";

/** A number of machines before what they are, or in brackets after it; « 24 pouces », « 3D » count none. */
const several =
  /^\s*(?:[2-9]|[1-9]\d)\s+(?:x\s+)?(?!pouces\b|ports\b|en\b|go\b|to\b)\p{L}{2,}|\(\s*(?:x\s*)?(?:[2-9]|[1-9]\d)\s*\)\s*$/iu;
/** « B-1 à B-3 »; « 2011A004 » is one number. */
const range = /\d(?:\s+(?:a|au|jusqu\S*)\s+|\s*(?:à|->|→|…|\.\.\.?)\s*)\S*\d/i;

/** Reads one row a machine, counted as one, its dates in and out telling what it is billed for. */
export function* readMachineRows(reader: TableReader): Steps<void> {
  yield* new MachineRows(reader).read();
}

/** About ten milliseconds of reading. */
const rowsBetweenPauses = 128;

class MachineRows {
  /** The column that says what a machine is; where its table says it, one that tells it from the others. */
  private readonly label: Column;
  private readonly numbers: MachineNumbers;
  private readonly names: SchoolNames;
  private readonly service: ServiceReader;

  constructor(private readonly reader: TableReader) {
    const { table } = reader;
    this.numbers = new MachineNumbers(reader);
    this.names = new SchoolNames(reader);
    this.service = new ServiceReader(reader);
    const telling = columnOf(table, "label") ?? this.numbers.inventory ?? this.numbers.serial;
    this.label = telling ?? this.service.dateIn!;
  }

  *read(): Steps<void> {
    const { reader, service } = this;
    const { table, log } = reader;
    const locator = new Locator(reader, "none");
    // A row that says anything of a machine is one, even without its label.
    const telling = [this.label, this.numbers.inventory, this.numbers.serial, service.dateIn, ...service.datesOut]
      .filter((column) => column !== null)
      .map((column) => column.index);
    const sorter = new RowSorter(reader, locator, telling);
    const labels = new Labels(reader, this.label.index);
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      if (row % rowsBetweenPauses === 0) yield;
      if (sorter.sort(row) !== "detail") continue;
      if (labels.meansNothing(row)) {
        log.exclude(row, "set-aside");
        locator.pass(row);
        continue;
      }
      const cells = table.sheet.rows[row]!;
      if (this.numbers.tellsDuplicate(row)) continue;
      if (this.tellsSeveral(row)) continue;
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
        reader.report("warning", "untariffed", row, this.label.index, {
          label: shownCell(cells[this.label.index] ?? null),
          quantity: 1,
        });
        log.exclude(row, "untariffed");
      } else {
        const school = this.names.school(row, place);
        if (served.kind === "error") school.equipped ||= label.code !== pupilCode;
        else {
          // One of a list of servers, say, whose own cells are all blank: its school's name stands for it.
          const { schoolIndex } = locator;
          const source = telling.find((column) => !isBlank(cells[column] ?? null)) ?? schoolIndex ?? this.label.index;
          this.bill(school, label.code, served, { row, column: source });
        }
      }
    }
    labels.finish();
    service.tellUndated();
  }

  /**
   * Tells « 3 postes clients standard », « B-1 à B-3 » on one row of a list of machines, unless the user accepted it as one;
   * returns whether it did.
   */
  private tellsSeveral(row: number): boolean {
    for (const column of [this.label, this.numbers.inventory]) {
      const cell = column === null ? null : this.reader.cell(row, column.index);
      if (column === null || typeof cell !== "string") continue;
      const isSo = column === this.label ? several.test(cell) : range.test(cell);
      if (!isSo || this.reader.accepts("several-machines", row, column.index)) continue;
      this.reader.report("error", "several-machines", row, column.index, { value: cell.trim() });
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
    const { reader } = this;
    if (undated) this.service.noteUndated();
    let billed = false;
    let capped = false;
    if (code === pupilCode) {
      reader.showsHeadcounts = true;
      school.headcount = { row, column };
    }
    // A register of installations lists what was installed, dated or not; what is in service is another table's.
    const isFlow = reader.table.kind === "installations";
    for (const nature of ["maintenance", "installation"] as const) {
      if (nature === "maintenance" ? !inService || isFlow : !installed && !(isFlow && undated)) continue;
      const counted = reader.count(school, code, nature, 1, row, column);
      billed ||= counted.billed;
      capped ||= counted.capped;
    }
    if (billed) reader.log.bill(row);
    else reader.log.exclude(row, capped ? "capped" : "untariffed");
  }
}
