import { cellName, fold } from "../../cells";
import type { RepeatRule } from "../../options";
import { pupilCode, type Nature } from "../../tariff";
import { repeatsOf } from "../choices";
import { columnOf } from "../table";
import type { CountedSchool } from "./counts";
import { readQuantityCell, untariffedIn, warnOfSign } from "./quantities";
import { codeOf, type NamedLabel } from "./row-labels";
import type { TableReader } from "./table-reader";

/** What one row came to. */
export interface Outcome {
  billed: boolean;
  untariffed: boolean;
  capped: boolean;
  /** It stands above already, and the first alone counts. */
  repeated: boolean;
}

/** A cell of a school's item, and what its row came to. */
export interface Item {
  readonly school: CountedSchool;
  readonly label: NamedLabel;
  readonly row: number;
  readonly column: number;
  readonly outcome: Outcome;
}

export const noOutcome = (): Outcome => ({ billed: false, untariffed: false, capped: false, repeated: false });

/** What the same thing met twice is: batches that add up, two rows whose nature is written, or what must be asked. */
type Twice = "batches" | "written" | "asked";

/** A part of a headcount, waiting to know whether its total is given too. */
interface Part {
  readonly school: CountedSchool;
  readonly part: string;
  /** Null where its cell is blank. */
  readonly quantity: number | null;
  readonly row: number;
  readonly column: number;
}

/** Counts the quantities of item rows, school by school. */
export class ItemCells {
  private readonly parts: Part[] = [];
  private readonly totals = new Set<CountedSchool>();
  private readonly warnedRows = new Set<number>();
  private readonly first = new Map<string, { readonly row: number; readonly column: number }>();
  private readonly repeats: RepeatRule | null;

  constructor(private readonly reader: TableReader) {
    this.repeats = repeatsOf(reader.table, reader.context.options.repeats);
  }

  /** Returns the row's label as it is written. */
  private written(row: number): string {
    const column = columnOf(this.reader.table, "label")!;
    return String(this.reader.table.sheet.rows[row]?.[column.index] ?? "").trim();
  }

  /** Counts the quantity of one cell under each nature: machines installed in the window are in service too. */
  count(item: Item, natures: readonly Nature[], twice: Twice = "batches"): void {
    const { school, label, row, column, outcome } = item;
    const { reader } = this;
    if (label.kind === "untariffed") {
      this.tellUntariffed(item);
      return;
    }
    const { code, part } = label;
    const isHeadcount = code === pupilCode && natures.includes("maintenance");
    const quantity = isHeadcount ? this.headcountIn(item, part) : readQuantityCell(reader, code, row, column);
    if (quantity === null) school.equipped ||= code !== pupilCode;
    if (quantity === null || quantity === 0) return;
    if (twice === "asked" && this.leavesRepeat(item, code, natures[0]!)) return;
    for (const nature of natures) {
      const counted = reader.count(school, code, nature, quantity, row, column);
      if (counted.repeated && twice !== "batches" && this.repeats !== "added")
        reader.report("warning", "item-twice", row, column, { school: school.name, label: this.written(row) });
      if (counted.billed) outcome.billed = true;
      else if (counted.capped) outcome.capped = true;
      else outcome.untariffed = true;
    }
  }

  private tellUntariffed({ row, column, outcome }: Item): void {
    const { reader, warnedRows } = this;
    const quantity = untariffedIn(reader.cell(row, column));
    if (quantity === null) return;
    if (!warnedRows.has(row))
      reader.report("warning", "untariffed", row, column, { label: this.written(row), quantity });
    warnedRows.add(row);
    outcome.untariffed = true;
  }

  /**
   * Returns the headcount to be counted at once; null if it is told that there is none, or if it is the part of one, which
   * waits.
   */
  private headcountIn({ school, row, column }: Item, part: string | null): number | null {
    const { reader, parts } = this;
    reader.showsHeadcounts = true;
    if (part === null) this.totals.add(school);
    if (reader.isUnwritten(row, column)) {
      if (part === null) reader.reportNoHeadcount(school, row, column);
      else parts.push({ school, part, quantity: null, row, column });
      return null;
    }
    const quantity = readQuantityCell(reader, pupilCode, row, column);
    school.headcount = { row, column };
    if (part !== null && quantity !== null) {
      parts.push({ school, part, quantity, row, column });
      return null;
    }
    if (quantity === 0) warnOfSign(reader, row, column);
    return quantity;
  }

  /**
   * Leaves out a label that comes again for a school, in rows that say no nature, or under two columns that no nature tells
   * apart; returns whether it did. Rooms, batches, or a line copied twice: told, unless the user said which.
   */
  private leavesRepeat({ school, row, column, outcome }: Item, code: string, nature: Nature): boolean {
    const label = this.written(row);
    const heading = this.reader.table.columns.find(({ index }) => index === column);
    // Columns whose headings each say a nature add up, as rows do that each write theirs.
    const apart = heading?.nature === null ? "" : String(column);
    const key = `${school.key}|${code}|${nature}|${apart}|${fold(label)}`;
    const first = this.first.get(key);
    if (first === undefined) this.first.set(key, { row, column });
    if (first === undefined || this.repeats === "added") return false;
    if (this.repeats === "first") {
      outcome.repeated = true;
      this.reader.leaveOut(row, column);
      return true;
    }
    const isAcross = first.row === row;
    const params = {
      school: school.name,
      label,
      first: isAcross ? cellName(first.row, first.column) : String(first.row + 1),
    };
    this.reader.report("error", isAcross ? "item-repeated-across" : "item-repeated", row, column, params);
    return true;
  }

  /** Leaves an item whose error has been told: it shows all the same that the school has equipment, or a headcount. */
  leave({ school, label, row, column }: Omit<Item, "outcome">): void {
    const code = codeOf(label);
    if (code === pupilCode) {
      this.reader.showsHeadcounts = true;
      school.headcount ??= { row, column };
    } else school.equipped ||= code !== null;
  }

  /**
   * Counts the parts of headcounts given without their total; warns, if natures are to be compared, of more installed than in
   * service. (decisions §2, §4)
   */
  finish(comparesNatures: boolean): void {
    const seen = new Set<string>();
    const given = new Set(this.parts.filter((part) => part.quantity !== null).map((part) => part.school));
    for (const { school, part, quantity, row, column } of this.parts) {
      if (this.totals.has(school)) {
        if (!this.reader.log.isBilled(row)) this.reader.log.exclude(row, "part-of-headcount");
        continue;
      }
      if (quantity === null && !given.has(school)) {
        this.reader.reportNoHeadcount(school, row, column);
        given.add(school);
      }
      if (quantity === null || quantity === 0) continue;
      const key = `${school.key}|${part}`;
      if (seen.has(key)) this.reader.report("warning", "item-twice", row, column, { school: school.name, label: part });
      seen.add(key);
      if (this.reader.count(school, pupilCode, "maintenance", quantity, row, column).billed) this.reader.log.bill(row);
    }
    if (!comparesNatures) return;
    for (const school of this.reader.schools.values())
      for (const installed of school.counts.values()) {
        const inService = school.counts.get(`${installed.code}|maintenance`);
        const first = installed.cells[0];
        if (installed.nature !== "installation" || inService === undefined || first === undefined) continue;
        if (installed.quantity > inService.quantity)
          this.reader.report("warning", "more-installed", first.rows[0]!, first.column, {
            installed: installed.quantity,
            inService: inService.quantity,
          });
      }
  }
}
