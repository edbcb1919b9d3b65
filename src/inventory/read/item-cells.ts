import type { Nature } from "../../tariff";
import { columnOf } from "../table";
import type { CountedSchool } from "./counted";
import type { NamedLabel } from "./labels";
import { codeOf } from "./labels";
import { quantityIn, untariffedIn, warnOfSign } from "./quantity-in";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";

/** What one row came to. */
export interface Outcome {
  billed: boolean;
  untariffed: boolean;
  capped: boolean;
}

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

  constructor(private readonly reading: TableReading) {}

  /** The row's label as it is written. */
  private written(row: number): string {
    const column = columnOf(this.reading.table, "label")!;
    return String(this.reading.table.sheet.rows[row]?.[column.index] ?? "").trim();
  }

  /** Counts the quantity of one cell under a nature. */
  count(school: CountedSchool, label: NamedLabel, nature: Nature, row: number, column: number, outcome: Outcome): void {
    this.countEach(school, label, [nature], row, column, outcome, true);
  }

  /** Counts the quantity of one cell under each nature: machines installed in the window are in service too. */
  countEach(
    school: CountedSchool,
    label: NamedLabel,
    natures: readonly Nature[],
    row: number,
    column: number,
    outcome: Outcome,
    tellsTwice = false,
  ): void {
    const { reading } = this;
    const cell = reading.table.sheet.rows[row]?.[column] ?? null;
    const code = codeOf(label);
    if (label.kind === "untariffed") {
      const quantity = untariffedIn(cell);
      if (quantity === null) return;
      if (!this.warnedRows.has(row))
        reading.report("warning", "untariffed", row, column, { label: this.written(row), quantity });
      this.warnedRows.add(row);
      outcome.untariffed = true;
      return;
    }
    const isHeadcount = code === "PORTAIL" && natures.includes("maintenance");
    if (isHeadcount) {
      reading.showsHeadcounts = true;
      const blank = readQuantity(cell).kind === "blank" && !reading.shared.isShared(row, column);
      if (blank && label.part !== null) {
        this.parts.push({ school, part: label.part, quantity: null, row, column });
        return;
      }
      if (label.part === null) this.totals.add(school);
      if (blank) {
        reading.report("error", "missing-headcount", row, column, { school: school.name });
        school.headcount = { row, column, failed: true };
        return;
      }
    }
    const quantity = quantityIn(reading, code, row, column);
    if (isHeadcount) school.headcount = { row, column, failed: quantity === null };
    if (isHeadcount && label.part === null && quantity === 0) warnOfSign(reading, row, column);
    if (quantity === null) {
      school.equipped ||= code !== "PORTAIL";
      return;
    }
    if (isHeadcount && label.part !== null) {
      this.parts.push({ school, part: label.part, quantity, row, column });
      return;
    }
    if (quantity === 0) return;
    for (const nature of natures) {
      const counted = reading.count(school, code!, nature, quantity, row, column);
      if (counted.repeated && tellsTwice)
        reading.report("warning", "item-twice", row, column, { school: school.name, label: this.written(row) });
      if (counted.billed) outcome.billed = true;
      else if (counted.capped) outcome.capped = true;
      else outcome.untariffed = true;
    }
  }

  /** An item whose error has been told: it shows all the same that the school has equipment, or a headcount. */
  leave(school: CountedSchool, label: NamedLabel, row: number, column: number): void {
    const code = codeOf(label);
    if (code === "PORTAIL") {
      this.reading.showsHeadcounts = true;
      school.headcount ??= { row, column, failed: true };
    } else school.equipped ||= code !== null;
  }

  /** Counts the parts of headcounts given without their total, and looks for more installed than in service. (decisions §2, §4) */
  finish(natures: boolean): void {
    const seen = new Set<string>();
    const given = new Set(this.parts.filter((part) => part.quantity !== null).map((part) => part.school));
    for (const { school, part, quantity, row, column } of this.parts) {
      if (this.totals.has(school)) {
        if (!this.reading.log.isBilled(row)) this.reading.log.exclude(row, "duplicate-source");
        continue;
      }
      if (quantity === null && !given.has(school)) {
        this.reading.report("error", "missing-headcount", row, column, { school: school.name });
        school.headcount = { row, column, failed: true };
        given.add(school);
      }
      if (quantity === null || quantity === 0) continue;
      const key = `${school.key}|${part}`;
      if (seen.has(key))
        this.reading.report("warning", "item-twice", row, column, { school: school.name, label: part });
      seen.add(key);
      if (this.reading.count(school, "PORTAIL", "maintenance", quantity, row, column).billed)
        this.reading.log.bill(row);
    }
    if (!natures) return;
    for (const school of this.reading.schools.values())
      for (const installed of school.counts.values()) {
        const inService = school.counts.get(`${installed.code}|maintenance`);
        const first = installed.cells[0];
        if (installed.nature !== "installation" || inService === undefined || first === undefined) continue;
        if (installed.quantity > inService.quantity)
          this.reading.report("warning", "more-installed", first.rows[0]!, first.column, {
            installed: installed.quantity,
            inService: inService.quantity,
          });
      }
  }
}
