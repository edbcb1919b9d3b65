import { isBlank, type Steps } from "../../cells";
import { headcount, type Nature, pack } from "../../tariff";
import { unbilledParams } from "../anomalies";
import { layouts } from "../layouts";
import { codeOf, Fact, prestationItem, type Item, type Line } from "../facts";
import { codeCounted, columnOf, countsPupils, isCounted, type Column, type Role } from "../column";
import type { TableReading } from "../table-reading";
import { datesInstalled, type InstalledOn } from "./installation-dates";
import { Locator, type FilledNames, type Place } from "./locator";
import { MachineNumbers } from "./machine-numbers";
import { Labels, type RowLabel } from "./row-labels";
import { RowNatures } from "./row-natures";
import { RowSorter } from "./row-sorter";
import { SchoolNames } from "./school-identities";
import { LevelRows } from "./school-levels";
import type { UndueSection } from "./sections";
import { ServiceReader } from "./service";
import { reportsSeveral } from "./several-machines";
import type { TableReader } from "./table-reader";
import { checkTotals } from "./totals";

/** Between two pauses, about ten milliseconds of work. */
const rowsBetweenPauses = 128;

/**
 * Reads the rows of a table into lines of facts, one for each quantity or each machine, and claims the other rows in
 * the ledger. (decisions §4)
 */
export function* readLines(
  reader: TableReader,
  facts: Fact[],
): Steps<Pick<TableReading, "lines" | "showsPacks" | "undueSections">> {
  const rows = new LineReader(reader, facts);
  yield* rows.read();
  return { lines: rows.lines, showsPacks: rows.showsPacks, undueSections: rows.undueSections };
}

/** A cell of a row that holds a quantity or a date of installation, and what it counts. */
type Counted = Pick<Fact, "column" | "item" | "part" | "heading" | "dates">;

class LineReader {
  private readonly label: Column | null;
  private readonly counts: readonly Column[];
  private readonly dates: readonly InstalledOn[];
  private readonly isOfUnits: boolean;
  /** The columns about a machine, any of which may be the source of its amount. */
  private readonly identifying: readonly number[];
  private readonly service: ServiceReader;
  private readonly levels: LevelRows;
  private readonly locator: Locator;
  private readonly sorter: RowSorter;
  private readonly names: SchoolNames;
  private readonly natures: RowNatures;
  private readonly numbers: MachineNumbers;
  private readonly labels: Labels | null;
  readonly lines: Line[] = [];
  /** The last item read, with its school: « dont installés » in the next row concerns it. */
  private last: { readonly row: number; readonly item: Item; readonly place: Place } | null = null;

  constructor(
    private readonly reader: TableReader,
    private readonly facts: Fact[],
  ) {
    const { table } = reader;
    this.isOfUnits = layouts[table.layout].listsUnits;
    this.label = columnOf(table, "label");
    this.counts = table.columns.filter(({ role }) => isCounted(role));
    this.dates = table.columns.filter(datesInstalled);
    this.service = new ServiceReader(reader);
    this.levels = new LevelRows(reader);
    this.numbers = new MachineNumbers(reader, { counts: !this.isOfUnits });
    this.identifying = this.isOfUnits ? this.identifyingColumns() : [];
    this.locator = new Locator(reader, this.fills());
    this.sorter = new RowSorter(reader, this.locator, this.quantities(), (row) => this.levels.isTotal(row));
    this.names = new SchoolNames(reader);
    this.natures = new RowNatures(reader, columnOf(table, "nature"));
    const naming = this.label ?? (this.isOfUnits ? this.machineColumn() : null);
    this.labels = naming === null ? null : new Labels(reader, naming.index);
  }

  get undueSections(): readonly UndueSection[] {
    return this.sorter.sections.undue;
  }

  /** Returns whether the table shows packs, even zero. */
  get showsPacks(): boolean {
    return this.labels?.namesPacks === true || this.counts.some(({ role }) => codeCounted(role) === pack);
  }

  *read(): Steps<void> {
    const { table } = this.reader;
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      if (row % rowsBetweenPauses === 0) yield;
      const kind = this.sorter.sort(row);
      if (kind !== null) this.readRow(row, kind === "headcount-total");
    }
    this.labels?.finish();
    if (!this.isOfUnits)
      checkTotals(this.reader, this.locator, this.sorter.totals, this.sorter.summed, this.numbered());
  }

  private readRow(row: number, isLevelsTotal: boolean): void {
    const { reader, locator, labels } = this;
    if (this.natures.meansNothing(row) || labels?.meansNothing(row) === true) {
      reader.leaveOut(row, "set-aside", "choice");
      locator.pass(row);
      return;
    }
    if (reader.shared.hides(row)) {
      reader.fail(row);
      locator.pass(row);
      return;
    }
    if (this.isOfUnits) return this.readMachine(row);
    if (this.leavesOutOfService(row)) return;
    if (this.label === null) {
      if (this.levels.isAmongAbove(row)) {
        this.reader.leaveOut(row, "part-of-headcount", "text");
        return locator.pass(row);
      }
      const place = locator.place(row);
      if (place !== null) this.add(row, place, null, this.cellsOf(row), isLevelsTotal);
      return;
    }
    // A table with quantities may also number its machines; with natures, one number has a row for each nature.
    if (this.natures.column === null && this.numbers.reportsDuplicate(row)) return;
    if (labels!.reportsOther(row)) return locator.pass(row);
    if (!(labels!.isPart(row) && this.readPart(row))) this.readItem(row);
  }

  /** Leaves out the column of a school headed « En stock », beside the one in service; returns whether it did. */
  private leavesOutOfService(row: number): boolean {
    const { reader, natures } = this;
    const header = reader.table.turned ? natures.notInService(row) : null;
    if (header === null) return false;
    reader.report("info", "out-of-service-column", row, natures.column!.index, { header });
    reader.leaveOut(row, "not-in-service", "text");
    this.locator.pass(row);
    return true;
  }

  private readItem(row: number): void {
    const { reader, locator } = this;
    const quantified = this.counts.some((column) => !reader.isUnwritten(row, column.index));
    const read = this.labels!.read(row, quantified);
    const place = read !== null || quantified ? locator.place(row) : null;
    if (read === null) reader.leaveOut(row, "title", "structure");
    else if (place !== null) this.addItem(row, place, read);
  }

  /**
   * Reads « dont installés » just below an item of the same school as a part of that item; returns false when there is
   * no such item.
   */
  private readPart(row: number): boolean {
    const { last } = this;
    if (last?.row !== row - 1) return false;
    const place = this.locator.place(row);
    if (place === null) return true;
    if (place.commune !== last.place.commune || place.school !== last.place.school) return false;
    this.addItem(row, place, { label: last.item, nature: "installation" });
    return true;
  }

  private addItem(row: number, place: Place, read: RowLabel): void {
    this.last = { row, item: read.label, place };
    const isHeadcount = read.label.kind === "prestation" && read.label.code === headcount;
    const part = read.label.kind === "prestation" ? read.label.part : null;
    const isHere = ({ index }: Column): boolean => isHeadcount || !this.reader.isUnwritten(row, index);
    const item = read.label;
    this.add(
      row,
      place,
      read.nature,
      [
        ...this.counts
          .filter((column) => column.role.kind === "count" && isHere(column))
          .map(({ index, nature }): Counted => ({ column: index, item, part, heading: nature, dates: null })),
        ...this.dates
          .filter(({ role, index }) => role.code === null && !isBlank(this.reader.cell(row, index)))
          .map(({ index, role }): Counted => ({ column: index, item, part, heading: null, dates: role.unit })),
      ],
      false,
    );
  }

  private readMachine(row: number): void {
    const { reader, labels } = this;
    if (this.numbers.reportsDuplicate(row) || reportsSeveral(reader, this.machineColumn(), this.numbers.inventory, row))
      return;
    const named = this.label === null ? labels!.subject() : labels!.read(row, true);
    const place = this.locator.place(row);
    if (named === null || place === null) return reader.fail(row);
    // A row of a register is one access, however many pupils have it.
    if (codeOf(named.label) === headcount) {
      const params = { school: this.names.school(row, place).name, ...unbilledParams(reader.context.grid) };
      return reader.report("error", "missing-headcount", row, this.machineColumn().index, params);
    }
    // When all the other cells of a machine are blank, the cell of its school is its source.
    const column =
      this.identifying.find((index) => !isBlank(reader.cell(row, index))) ??
      this.locator.schoolIndex ??
      this.machineColumn().index;
    const unit: Counted = { column, item: named.label, part: null, heading: null, dates: null };
    this.add(row, place, named.nature, [unit], false);
  }

  private add(
    row: number,
    place: Place,
    labelNature: Nature | null,
    cells: readonly Counted[],
    isLevelsTotal: boolean,
  ): void {
    const level = isLevelsTotal ? null : this.levels.partAt(row);
    const line: Line = {
      table: this.reader.table,
      row,
      who: this.names.school(row, place),
      at: { row: place.row, column: place.column },
      labelNature,
      section: this.sorter.sections.current.nature,
      level: isLevelsTotal ? "total" : level === null ? null : { text: level },
      facts: [],
    };
    for (const { column, item, part, heading, dates } of cells) {
      const fact = new Fact(this.facts.length, line, column, item, part ?? level, heading, dates);
      this.facts.push(fact);
      line.facts.push(fact);
    }
    this.lines.push(line);
  }

  /**
   * Returns what the columns of a school's row count: each quantity written, each date of installation, and each
   * headcount.
   */
  private cellsOf(row: number): Counted[] {
    const counted = (column: Column): Counted[] => {
      const item = itemOf(column, this.reader.table.subject ?? null);
      if (item === null) return [];
      const part = column.role.kind === "part" ? column.role.part : null;
      return [{ column: column.index, item, part, heading: part === null ? column.nature : null, dates: null }];
    };
    const units = this.counts.filter(({ role, index }) => !countsPupils(role) && !this.reader.isUnwritten(row, index));
    const pupils = this.counts.filter(({ role }) => countsPupils(role));
    const dates = this.dates.flatMap(({ index, role, words }): Counted[] => {
      if (role.code === null || isBlank(this.reader.cell(row, index))) return [];
      return [
        { column: index, item: prestationItem(role.code, { words }), part: null, heading: null, dates: role.unit },
      ];
    });
    return [...units.flatMap(counted), ...dates, ...pupils.flatMap(counted)];
  }

  /** Returns the column that identifies machines: their kind, otherwise their number, otherwise their date of entry. */
  private machineColumn(): Column {
    return this.label ?? this.numbers.inventory ?? this.numbers.serial ?? this.service.dateIn!;
  }

  /** Returns the columns about a machine, the one that identifies it first. */
  private identifyingColumns(): number[] {
    const { service, numbers } = this;
    return [this.machineColumn(), numbers.inventory, numbers.serial, service.dateIn, ...service.datesOut].flatMap(
      (column) => column?.index ?? [],
    );
  }

  /** Returns the columns that make a row billable. */
  private quantities(): number[] {
    if (this.isOfUnits) return [...this.identifying];
    return this.label === null ? this.numbered() : [...this.numbered(), this.label.index];
  }

  /** Returns the columns of quantities, which totals sum. */
  private numbered(): number[] {
    const of = (kind: Role["kind"]) => this.counts.filter(({ role }) => role.kind === kind);
    const columns = this.label === null ? [...of("count"), ...of("part"), ...of("untariffed")] : of("count");
    return columns.map(({ index }) => index);
  }

  private fills(): FilledNames {
    if (this.isOfUnits) return "none";
    return this.label !== null || this.levels.isByLevel ? "communes-and-schools" : "communes";
  }
}

/** Returns what a heading counts, in a table whose subject may be one equipment; null when its rows name it, or it counts nothing. */
function itemOf(column: Column, subject: string | null): Item | null {
  const { role, header, words, weak, qualifiers } = column;
  if (role.kind === "untariffed")
    return { kind: "untariffed", words: subject === null ? header : `${subject} › ${header}` };
  const code = role.kind === "part" ? headcount : codeCounted(role);
  return code === null ? null : prestationItem(code, { words, weak, qualifiers });
}
