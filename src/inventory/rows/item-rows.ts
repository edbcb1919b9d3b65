import { isBlank, type Cell } from "../../cells";
import { pupilCode, type Nature } from "../../tariff";
import { columnOf, countedNature, type Column } from "../table";
import type { ExclusionReason } from "../types";
import { datesInstalled, InstalledRow, type InstalledOn } from "./installed-row";
import { ItemCells, noOutcome, type Item, type Outcome } from "./item-cells";
import { Locator, type Place } from "./locator";
import { codeOf, Labels, type NamedLabel, type RowLabel } from "./row-labels";
import { RowNatures } from "./row-natures";
import { RowSorter } from "./row-sorter";
import { SchoolNames } from "./school-levels";
import { AcrossDates, SchoolsAcross } from "./schools-across";
import { ServiceReader, type Service } from "./service";
import type { TableReader } from "./table-reader";
import { checkTotals } from "./totals";
import { MachineNumbers } from "./machine-numbers";
import { parseQuantity } from "../texts/values";

/** Reads one row an item with its quantity, its nature in the row, in the column or by its date; schools may stand across. */
export function readItemRows(reader: TableReader): void {
  new ItemRows(reader).read();
}

/** An item, and the nature that the heading of its column says. */
type NatureItem = Item & { readonly nature: Nature | null };

class ItemRows {
  private readonly counts: readonly Column[];
  private readonly nature: Column | null;
  private readonly natures: RowNatures;
  private readonly label: Column;
  private readonly locator: Locator;
  private readonly sorter: RowSorter;
  private readonly service: ServiceReader;
  private readonly items: ItemCells;
  private readonly numbers: MachineNumbers;
  private readonly names: SchoolNames;
  /** What the title above the rows says of their nature. */
  private section: Nature | null = null;
  private readonly installed: readonly InstalledOn[];
  private readonly across: SchoolsAcross;
  private readonly dates: AcrossDates;
  /** The item last read, and its school. */
  private last: { readonly row: number; readonly label: NamedLabel; readonly place: Place } | null = null;

  constructor(private readonly reader: TableReader) {
    const { columns } = reader.table;
    this.counts = columns.filter((column) => column.role.kind === "count");
    this.nature = columnOf(reader.table, "nature");
    this.natures = new RowNatures(reader, this.nature);
    this.label = columnOf(reader.table, "label")!;
    this.locator = new Locator(reader, "communes-and-schools");
    const quantities = [...this.counts, this.label].map((column) => column.index);
    this.sorter = new RowSorter(reader, this.locator, quantities);
    this.service = new ServiceReader(reader);
    this.items = new ItemCells(reader);
    this.numbers = new MachineNumbers(reader, { counts: true });
    this.across = new SchoolsAcross(reader, this.locator);
    this.dates = new AcrossDates(reader, this.natures);
    this.names = new SchoolNames(reader);
    this.installed = columns.filter(datesInstalled).filter(({ role }) => role.code === null);
  }

  read(): void {
    const { reader, counts, locator, sorter } = this;
    const { table, log } = reader;
    const across = this.across.columns.length > 0;
    const labels = new Labels(reader, this.label.index);
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      if (sorter.sort(row) !== "detail") continue;
      if (this.natures.meansNothing(row) || labels.meansNothing(row)) {
        log.exclude(row, "set-aside");
        locator.pass(row);
        continue;
      }
      // A register with a column of quantities may number its machines; with natures, one number has a row for each.
      if (this.nature === null && this.numbers.tellsDuplicate(row)) continue;
      this.section = sorter.sections.current.nature;
      const quantified = counts.some((column) => !reader.isUnwritten(row, column.index));
      const understood = across ? table.acrossRows?.get(row) : undefined;
      if (understood !== undefined) {
        if (!labels.isChosen(row)) reader.anomalies.push(...understood.anomalies);
        this.readUnderstood(understood.column, row, labels);
        continue;
      }
      if (this.nature === null && labels.tellsOtherYear(row)) {
        locator.pass(row);
        continue;
      }
      if (!across && labels.isPart(row) && this.readPart(row)) continue;
      const read = labels.read(row, quantified);
      if (read !== null && across) this.readAcross(read, row);
      else {
        const place = !across && (read !== null || quantified) ? locator.place(row) : null;
        if (read === null) log.exclude(row, "title");
        else if (place !== null) this.readItem(read, place, row);
      }
    }
    this.items.finish(!this.isByService());
    labels.finish();
    const columns = counts.map((column) => column.index);
    checkTotals(reader, locator, sorter.totals, sorter.summed, columns);
    this.service.tellUndated();
  }

  /** Reads « dont installés » right below an item of the same school as of that item; returns false if it is of none. */
  private readPart(row: number): boolean {
    const { last } = this;
    if (last?.row !== row - 1) return false;
    const place = this.locator.place(row);
    if (place === null) return true;
    if (place.commune !== last.place.commune || place.school !== last.place.school) return false;
    this.readItem({ label: last.label, nature: "installation" }, place, row);
    return true;
  }

  private cell(row: number, column: Column): Cell {
    return this.reader.cell(row, column.index);
  }

  /** Returns whether dates and states tell what rows that write no nature are billed for, as with machines. */
  private isByService(): boolean {
    return this.nature === null && this.service.tells;
  }

  /**
   * Returns what a row without a nature is billed for. Without a column of dates, spare parts alone are known to be
   * installed.
   */
  private naturesOf({ inService, installed }: Extract<Service, { kind: "counted" }>, code: string | null): Nature[] {
    if (this.service.dateIn === null && countedNature(code, null) === "installation") return ["installation"];
    return [...(inService ? (["maintenance"] as const) : []), ...(installed ? (["installation"] as const) : [])];
  }

  /** Reads a row whose label heads it as a heading does a column: what it counts, refuses, or leaves out. */
  private readUnderstood(column: Column, row: number, labels: Labels): void {
    const { reader, dates } = this;
    const read = labels.readAs(row, column);
    if (read !== null) return this.readAcross(read, row);
    const isFilled = this.across.columns.some((count) => !isBlank(this.cell(row, count)));
    if (datesInstalled(column)) {
      if (dates.count(row, column, this.across.filledAt(row))) reader.log.bill(row);
      else reader.log.exclude(row, "zero");
    } else if (column.role.kind !== "refused") reader.log.exclude(row, isFilled ? reasonOf(column) : "title");
    else if (isFilled) {
      reader.log.fail(row);
      for (const [, school] of this.across.filledAt(row)) school.equipped = true;
    } else reader.log.exclude(row, "zero");
  }

  private readAcross({ label, nature }: RowLabel, row: number): void {
    const outcome = noOutcome();
    const code = codeOf(label);
    const written = this.natures.of(row, code);
    if (written === null) return this.natures.tell(row);
    for (const column of this.across.columns) {
      const school = this.across.at(column, row);
      if (school === null) continue;
      const said = written ?? nature ?? this.sectionFor(code);
      const counted = written ?? column.nature ?? countedNature(code, said);
      const isShown = counted === "maintenance" || !this.isZero(row, column);
      if (code !== null && isShown && !this.dates.allows(code, counted, column)) {
        this.reader.leaveOut(row, column.index);
        continue;
      }
      const item = { school, label, row, column: column.index, outcome };
      this.items.count(item, [counted], said !== null ? "written" : "asked");
    }
    this.close(row, outcome);
  }

  private readItem(read: RowLabel, place: Place, row: number): void {
    const { label } = read;
    const school = this.names.school(row, place);
    this.last = { row, label, place };
    const outcome = noOutcome();
    const code = codeOf(label);
    // A headcount of 0 is one, a blank one an error: only equipment may be nothing.
    const items = this.counts
      .filter((column) => code === pupilCode || !this.isZero(row, column))
      .map(({ index, nature }): NatureItem => ({ school, label, row, column: index, outcome, nature }));
    const reason = items.length === 0 ? null : this.countItems(items, read.nature);
    if (reason === null) this.close(row, outcome);
    else this.reader.log.exclude(row, reason);
  }

  /** Counts the items of a row, each under its natures; returns why the row is left out, or null. */
  private countItems(items: readonly NatureItem[], labelled: Nature | null): ExclusionReason | null {
    const { row, label } = items[0]!;
    const code = codeOf(label);
    const written = this.natures.of(row, code);
    if (written === null && !(this.section !== null && isBlank(this.natures.cell(row)))) {
      this.natures.tell(row);
      return this.leave(items);
    }
    const dated = this.datedRow(code, row);
    if (dated?.allowsService(code!) === false) return "after-snapshot";
    const above = labelled ?? this.sectionFor(code);
    const isSaid = items.every(({ nature }) => (written ?? nature ?? above) !== null);
    return !isSaid && this.isByService()
      ? this.countByService(items, dated)
      : this.countByNature(items, dated, written ?? null, above);
  }

  /** Counts what the dates and the states of a row say that it is billed for. */
  private countByService(items: readonly NatureItem[], dated: InstalledRow | null): ExclusionReason | null {
    const { row, label } = items[0]!;
    const { service } = this;
    const served = service.read(row);
    if (served.kind === "error") return this.leave(items);
    if (served.kind === "left-out") return served.reason;
    if (served.undated && service.dateIn !== null) service.noteUndated();
    const natures = this.naturesOf(served, codeOf(label));
    for (const item of items) this.items.count(item, natures);
    // Years that stand for the entry have said already what was installed.
    if (served.inService && service.dateIn?.role.kind !== "installed-on") this.countInstalled(items, dated);
    return null;
  }

  /** Counts what a row, its heading or the title above says that it is billed for, as its dates allow. */
  private countByNature(
    items: readonly NatureItem[],
    dated: InstalledRow | null,
    written: Nature | null,
    above: Nature | null,
  ): ExclusionReason | null {
    const { row, label, outcome } = items[0]!;
    const { service } = this;
    const dates = service.dates(row);
    if (dates === null) return this.leave(items);
    if (service.tellsLater(row, dates)) return "after-snapshot";
    const left = service.leftOut(row, dates);
    if (left !== null) return left === "error" ? this.leave(items) : left;
    const twice = (written ?? above) === null ? "asked" : "written";
    let isWithdrawn = false;
    for (const item of items) {
      const nature = written ?? item.nature ?? countedNature(codeOf(label), above);
      const isBilled = nature === "maintenance" ? service.isKept(dates) : service.allowsInstallation(row, dates);
      if (isBilled) this.items.count(item, [nature], twice);
      else this.reader.leaveOut(row, item.column);
      if (nature === "maintenance" && !isBilled) isWithdrawn = true;
    }
    // Where rows or headings say what was installed, dates only confirm it.
    const saysInstalled =
      this.nature !== null || above !== null || items.some(({ nature }) => nature === "installation");
    if (!saysInstalled) this.countInstalled(items, dated);
    return isWithdrawn && !outcome.billed ? "withdrawn" : null;
  }

  /** Notes what a row shows, though its error is told: nothing else is said of it. */
  private leave([first]: readonly NatureItem[]): null {
    this.items.leave(first!);
    return null;
  }

  /** Returns the nature that the title above gives: none to pupils, who are counted once whatever the title. */
  private sectionFor(code: string | null): Nature | null {
    return code === pupilCode ? null : this.section;
  }

  /** Returns what a column of years, or of days, says of the row's prestation; null if the table has none. */
  private datedRow(code: string | null, row: number): InstalledRow | null {
    if (code === null || this.installed.length === 0) return null;
    const columns = this.installed.map((column) => ({ ...column, role: { ...column.role, code } }));
    const dated = new InstalledRow(this.reader, columns, row);
    for (const column of this.counts)
      if ((column.nature ?? "maintenance") === "maintenance") {
        const read = parseQuantity(this.cell(row, column));
        if (read.kind === "value") dated.noteService(code, read.value);
      }
    return dated;
  }

  /** Counts what the row's dates say that was installed. */
  private countInstalled([first]: readonly NatureItem[], dated: InstalledRow | null): void {
    const { school, row, label, outcome } = first!;
    const code = codeOf(label)!;
    for (const { nature, quantity, column } of dated?.quantities([code]) ?? [])
      if (this.reader.count(school, code, nature, quantity, row, column).billed) outcome.billed = true;
  }

  private close(row: number, outcome: Outcome): void {
    if (outcome.billed) this.reader.log.bill(row);
    else if (outcome.repeated) this.reader.log.exclude(row, "duplicate-source");
    else this.reader.log.exclude(row, outcome.untariffed ? "untariffed" : outcome.capped ? "capped" : "zero");
  }

  /** Returns whether there is nothing to count in the cell. */
  private isZero(row: number, column: Column): boolean {
    const read = parseQuantity(this.cell(row, column));
    const isZero = read.kind === "blank" || (read.kind === "value" && read.value === 0);
    return isZero && !this.reader.shared.isShared(row, column.index);
  }
}

/** Returns why a row whose heading counts nothing is left out. */
function reasonOf({ why }: Column): ExclusionReason {
  return why === "other-year" ? why : why === "total" ? "subtotal" : "not-counted";
}
