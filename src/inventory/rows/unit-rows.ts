import { fold, isBlank, isBlankRow, memoByText, toSerial, type Cell, type Steps } from "../../cells";
import { anomalyOfSheet, isWithoutResult } from "../anomalies";
import { isAccepted } from "../choices";
import { columnOf, type Column } from "../table";
import { textOf, totalKind } from "../words/names";
import { blankDate, readDate, shownCell } from "../words/values";
import { Locator } from "./locator";
import { MachineNumbers } from "./machine-numbers";
import { nameOf } from "./name-column";
import { Labels } from "./row-labels";
import { RowSorter, setAsideRows } from "./row-sorter";
import { SchoolNames } from "./school-levels";
import { ServiceReader, type Service } from "./service";
import type { CountedSchool, TableReading } from "./table-reader";

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

/**
 * A list of pupils by name (ONDE, Base élèves) is counted only: a row is a pupil of its school, unless it left by the
 * snapshot. Nothing but the columns of the commune, of the school and of leaving is read, so that no name is kept.
 * (decisions §4 and §8)
 */
export function readPupilList(reading: TableReading): void {
  const { table, log } = reading;
  const school = columnOf(table, "school");
  let listed = 0;
  if (school === null) {
    for (let row = table.bodyTop; row <= table.bodyBottom; row += 1)
      if (!isBlankRow(table.sheet.rows[row] ?? [], table.left, table.right)) {
        log.fail(row);
        listed += 1;
      }
    reading.anomalies.push(anomalyOfSheet("error", "pupil-list-without-school", table.sheet, { count: listed }));
    return;
  }
  reading.showsHeadcounts = true;
  const locator = new Locator(reading, "none");
  const aside = setAsideRows(reading);
  const leavers = new Leavers(reading);
  let left = 0;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
    if (isBlankRow(cells, table.left, table.right)) continue;
    if (aside.has(row)) {
      log.exclude(row, "set-aside");
      continue;
    }
    if (nameOf(cells[school.index] ?? null) === null && isTotal(cells)) {
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
    const pupils = reading.school(place.commune, place.school, place.row, place.column);
    reading.count(pupils, "PORTAIL", "maintenance", 1, row, place.column);
    pupils.headcount ??= { row, column: place.column, failed: false };
    log.bill(row);
  }
  reading.anomalies.push(anomalyOfSheet("info", "pupil-list", table.sheet, { count: listed }));
  if (left > 0) reading.anomalies.push(anomalyOfSheet("info", "pupils-who-left", table.sheet, { count: left }));
}

/** « Total : 25 élèves » below the list. */
function isTotal(cells: readonly Cell[]): boolean {
  return cells.some((cell) => {
    const text = textOf(cell);
    return text !== null && totalKind(text) !== null;
  });
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

  constructor(private readonly reading: TableReading) {
    const { columns } = reading.table;
    const plain = (column: Column): string => fold(column.header).replace(/[^a-z0-9]+/g, " ");
    const unnamed = columns.filter(({ role, rank }) => role.kind !== "pupil" && rank !== -1);
    this.dates = unnamed.filter(
      (column) =>
        column.role.kind === "date-out" || (exits.test(plain(column)) && /\bdate\b|\ble\b/.test(plain(column))),
    );
    this.states = unnamed.filter(
      (column) => !this.dates.includes(column) && (column.role.kind === "status" || states.test(plain(column).trim())),
    );
    this.snapshot = toSerial(reading.tools.campaign.snapshot);
  }

  /** True for a pupil who left; what cannot be read is an error on the cell, and the pupil is not counted meanwhile. */
  hasLeft(row: number): boolean {
    const { reading } = this;
    for (const { index } of this.dates) {
      const cell = reading.cell(row, index);
      const date = readDate(cell, reading.table.date1904);
      if (isWithoutResult(cell)) reading.report("error", "formula-without-result", row, index);
      else if (Number.isNaN(date)) reading.report("error", "unreadable-date", row, index, { value: shownCell(cell) });
      else if (date !== blankDate && date <= this.snapshot) return true;
    }
    for (const { index } of this.states) {
      const cell = reading.cell(row, index);
      if (isBlank(cell)) continue;
      const value = shownCell(cell);
      const said = this.stateOf(value);
      if (said === "gone") return true;
      if (said === null) reading.report("error", "unknown-pupil-state", row, index, { value, word: value });
    }
    return false;
  }

  private stateOf(text: string): Said {
    const chosen = this.reading.tools.words.of("state", text);
    if (chosen !== null) return fold(chosen) === "out" ? "gone" : "here";
    return saidBy(text);
  }
}
