import { fold, isBlank, isBlankRow, memoByText, toSerial, type Steps } from "../../cells";
import { anomalyOfSheet } from "../anomalies";
import { setAsideRows } from "../choices";
import { bareNumberRank } from "../words/heading-roles";
import { columnOf, isCorrected, rowsOf, type Column } from "../table";
import { saysTotal } from "../words/names";
import { blankDate, nameOf, readDate, shownCell } from "../words/values";
import type { CountedSchool } from "./counts";
import { Locator } from "./locator";
import { numberIn } from "./reader-context";
import { Labels } from "./row-labels";
import { RowSorter } from "./row-sorter";
import { SchoolNames } from "./school-levels";
import { ServiceReader, type Service } from "./service";
import type { TableReader } from "./table-reader";

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
        reader.report("warning", "untariffed", row, this.label.index, {
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
    service.tellUndated();
  }

  /**
   * Returns whether « 3 postes clients standard », « B-1 à B-3 » stands on one row of a list of machines: asked, unless the
   * user accepted it as one.
   */
  private isSeveral(row: number): boolean {
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
    if (code === "PORTAIL") {
      reader.showsHeadcounts = true;
      school.headcount = { row, column, failed: false };
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

/**
 * Counts a list of pupils by name (ONDE, Base élèves), and no more: a row is a pupil of its school, unless it left by the
 * snapshot. Nothing but the columns of the commune, of the school and of leaving is read, so that no name is kept. (decisions
 * §4 and §8)
 */
export function readPupilList(reader: TableReader): void {
  const { table, log } = reader;
  const school = columnOf(table, "school");
  const filled = rowsOf(table).filter((row) => !isBlankRow(table.sheet.rows[row] ?? [], table.left, table.right));
  if (school === null) {
    for (const row of filled) log.fail(row);
    reader.anomalies.push(anomalyOfSheet("error", "pupil-list-without-school", table.sheet, { count: filled.length }));
    return;
  }
  reader.showsHeadcounts = true;
  const locator = new Locator(reader, "none");
  const aside = setAsideRows(reader.table, reader.context.options);
  const leavers = new Leavers(reader);
  let listed = 0;
  let left = 0;
  for (const row of filled) {
    const cells = table.sheet.rows[row]!;
    if (aside.has(row)) {
      log.exclude(row, "set-aside");
      continue;
    }
    if (nameOf(cells[school.index] ?? null) === null && saysTotal(cells)) {
      log.exclude(row, "total");
      continue;
    }
    listed += 1;
    if (leavers.hasLeft(row)) {
      left += 1;
      log.exclude(row, "withdrawn");
      continue;
    }
    const place = locator.place(row);
    if (place === null || log.isError(row)) continue;
    const pupils = reader.school(place.commune, place.school, place.row, place.column);
    reader.count(pupils, "PORTAIL", "maintenance", 1, row, place.column);
    pupils.headcount ??= { row, column: place.column, failed: false };
    log.bill(row);
  }
  reader.anomalies.push(anomalyOfSheet("info", "pupil-list", table.sheet, { count: listed }));
  if (left > 0) reader.anomalies.push(anomalyOfSheet("info", "pupils-who-left", table.sheet, { count: left }));
}

const exits = /\b(?:radiation|radiee?|sortie?|depart|partie?|fin (?:de )?(?:scolarite|scolarisation|inscription))\b/;
const states = /^(?:statut|etat|situation|etat (?:de l )?inscription|situation (?:de l )?eleve|position)\b/;
const gone =
  /^(?:sortie?|partie?|radiee?|radiation|depart|demenagee?|transferee?|exeat|ancien(?:ne)?(?: eleve)?|demissionn?(?:aire|ee?)|retiree?|non (?:inscrite?|scolarisee?|presente?)|absente? definitive?ment)\b/;
const here =
  /^(?:presente?|inscrite?|scolarisee?|active?|admise?|en cours|admission definitive|affectee?|oui|ok|normal|nouveau|nouvelle|maintenue?|passee?|en classe)\b/;

type Said = "gone" | "here" | null;

const saidBy: (text: string) => Said = memoByText((text) => {
  const folded = fold(text);
  if (gone.test(folded)) return "gone";
  return here.test(folded) ? "here" : null;
});

/** Tells the pupils of a nominative list who left by the snapshot: by a date of exit, or by a state that says so. (decisions §4) */
class Leavers {
  private readonly dates: readonly Column[];
  private readonly states: readonly Column[];
  private readonly snapshot: number;

  constructor(private readonly reader: TableReader) {
    const { columns } = reader.table;
    const plain = (column: Column): string => fold(column.header).replace(/[^a-z0-9]+/g, " ");
    const unnamed = columns.filter((column) => column.role.kind !== "pupil" && !isCorrected(column));
    this.dates = unnamed.filter(
      (column) =>
        column.role.kind === "date-out" || (exits.test(plain(column)) && /\bdate\b|\ble\b/.test(plain(column))),
    );
    this.states = unnamed.filter(
      (column) => !this.dates.includes(column) && (column.role.kind === "status" || states.test(plain(column).trim())),
    );
    this.snapshot = toSerial(reader.context.campaign.snapshot);
  }

  /** Returns whether a pupil left; what cannot be read is an error on the cell, and the pupil is not counted meanwhile. */
  hasLeft(row: number): boolean {
    const { reader } = this;
    for (const { index } of this.dates) {
      const cell = reader.cell(row, index);
      const date = readDate(cell, reader.table.date1904);
      if (Number.isNaN(date)) reader.reportUnreadable("unreadable-date", row, index);
      else if (date !== blankDate && date <= this.snapshot) return true;
    }
    for (const { index } of this.states) {
      const cell = reader.cell(row, index);
      if (isBlank(cell)) continue;
      const value = shownCell(cell);
      const said = this.stateOf(value);
      if (said === "gone") return true;
      if (said === null) reader.report("error", "unknown-pupil-state", row, index, { value, word: value });
    }
    return false;
  }

  private stateOf(text: string): Said {
    const chosen = this.reader.context.words.of("state", text);
    if (chosen !== null) return fold(chosen) === "out" ? "gone" : "here";
    return saidBy(text);
  }
}

/** The inventory and serial numbers of rows, over all the tables read together. (decisions §4) */
export class MachineNumbers {
  readonly inventory: Column | null;
  readonly serial: Column | null;
  /** Numbers met. « Id » numbers the rows of one table: those of another say nothing of them. */
  private readonly known: Set<string>;

  /** `counts`: rows may count several machines, and an « Id » then numbers the rows. */
  constructor(
    private readonly reader: TableReader,
    { counts = false } = {},
  ) {
    const column = columnOf(reader.table, "inventory-number");
    const isBare = column?.rank === bareNumberRank;
    this.inventory = isBare && counts ? null : column;
    this.known = isBare ? new Set() : reader.context.inventoryNumbers;
    this.serial = columnOf(reader.table, "serial-number");
  }

  /** Returns whether the inventory number was met before, an error; a serial number is only noted. */
  isDuplicate(row: number): boolean {
    const { reader, inventory, serial } = this;
    const { serialNumbers } = reader.context;
    const cell = inventory === null ? null : reader.cell(row, inventory.index);
    const number = numberIn(cell);
    if (number !== null && this.known.has(number)) {
      reader.report("error", "duplicate-inventory-number", row, inventory!.index, { number: shownCell(cell) });
      return true;
    }
    if (number !== null) this.known.add(number);
    if (serial !== null) serialNumbers.note(reader, row, serial.index);
    return false;
  }
}
