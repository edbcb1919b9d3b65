import { Decimal } from "decimal.js";
import { fold, isBlank } from "../../cells";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { CountedSchool } from "./counted";
import { nameOf } from "./name-column";
import { quantityIn } from "./quantity-in";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";
import { sumOf } from "./sums";
import { totalKind } from "./total-label";

/** What tells two schools of one place apart; any other level (PS … CM2, a class) is a part of one school's pupils. */
const kinds = /^(?:ecoles? )?(?:maternelles?|mat|elementaires?|elem|primaires?|prim|preelementaires?|annexe)\.?$/;

/** True where a level is a kind of school, which may be part of its name. */
export function isKindOfSchool(level: string): boolean {
  return kinds.test(fold(level));
}

interface Rows {
  readonly school: CountedSchool;
  readonly parts: {
    readonly row: number;
    readonly level: string;
    readonly quantity: number | null;
    readonly blank: boolean;
  }[];
  total: number | null;
}

/**
 * Headcounts with a row for each level of a school, and perhaps one for their total, which is then the headcount: its parts
 * are left out. (decisions §2 and §4)
 */
export class LevelRows {
  private readonly level: Column | null;
  private readonly headcount: Column | null;
  private readonly schools = new Map<string, Rows>();

  constructor(private readonly reading: TableReading) {
    const { table } = reading;
    this.level = table.layout === "headcounts" ? columnOf(table, "level") : null;
    this.headcount = table.columns.find(({ role }) => role.kind === "count" && role.code === "PORTAIL") ?? null;
    if (this.headcount === null) this.level = null;
  }

  get isByLevel(): boolean {
    return this.level !== null;
  }

  /** True for the total of one school's levels: beside its name, or below them where it has the sum of theirs. */
  isTotal(row: number): boolean {
    const text = this.levelAt(row);
    if (text === null || totalKind(text) === null) return false;
    const { table } = this.reading;
    const school = columnOf(table, "school");
    if (school === null) return true;
    const nameAt = (at: number): string | null => nameOf(this.reading.cell(at, school.index));
    const name = nameAt(row);
    if (name !== null) return totalKind(name) === null;
    const rows: number[] = [];
    for (let at = row - 1; at >= table.bodyTop; at -= 1) {
      if (isBlank(this.reading.cell(at, this.level!.index))) break;
      rows.push(at);
      if (nameAt(at) !== null) break;
    }
    const shown = this.reading.cell(row, this.headcount!.index);
    return typeof shown === "number" && sumOf(this.reading, rows, this.headcount!.index).all.equals(shown);
  }

  /** The level of a row that is a part of its school, or null: no level, or a kind of school. */
  partAt(row: number): string | null {
    const text = this.levelAt(row);
    return text === null || isKindOfSchool(text) ? null : text;
  }

  /** Reads a part; false where the school has that level already. */
  read(school: CountedSchool, level: string, row: number): boolean {
    const rows = this.of(school);
    if (rows.parts.some((part) => fold(part.level) === fold(level))) return false;
    const column = this.headcount!.index;
    const isBlankCell = readQuantity(this.reading.cell(row, column)).kind === "blank";
    const quantity = isBlankCell ? 0 : quantityIn(this.reading, "PORTAIL", row, column);
    rows.parts.push({ row, level, quantity, blank: isBlankCell });
    school.headcount = { row, column, failed: (school.headcount?.failed ?? false) || quantity === null };
    if (isBlankCell || quantity === 0) this.reading.log.exclude(row, "zero");
    return true;
  }

  /** Notes the total of a school's levels. */
  readTotal(school: CountedSchool, row: number): void {
    this.of(school).total = row;
  }

  /** Counts each school's total, or the sum of its parts where it has none. */
  finish(): void {
    const { reading } = this;
    for (const { school, parts, total } of this.schools.values()) {
      if (total !== null) this.countTotal(school, parts, total);
      else {
        this.askBlank(school, parts);
        for (const { row, quantity } of parts)
          if (quantity !== null && quantity > 0) {
            reading.count(school, "PORTAIL", "maintenance", quantity, row, this.headcount!.index);
            reading.log.bill(row);
          }
      }
    }
  }

  /** A blank among a school's classes was forgotten; several among its levels are those that it has not. */
  private askBlank(school: CountedSchool, parts: Rows["parts"]): void {
    const blanks = parts.filter(({ blank }) => blank);
    for (const { row, level } of blanks) {
      if (blanks.length > 1 && !/\bclasses?\b/i.test(level)) continue;
      this.reading.report("error", "missing-headcount", row, this.headcount!.index, { school: school.name });
      school.headcount = { row, column: this.headcount!.index, failed: true };
    }
  }

  private countTotal(school: CountedSchool, parts: Rows["parts"], row: number): void {
    const { reading } = this;
    const column = this.headcount!.index;
    if (readQuantity(reading.cell(row, column)).kind === "blank") {
      reading.report("error", "missing-headcount", row, column, { school: school.name });
      school.headcount = { row, column, failed: true };
      return;
    }
    const quantity = quantityIn(reading, "PORTAIL", row, column);
    school.headcount = { row, column, failed: quantity === null };
    for (const part of parts) if (!reading.log.isError(part.row)) reading.log.exclude(part.row, "part-of-headcount");
    if (quantity === null) return;
    const sum = parts.reduce((known, part) => known.plus(part.quantity ?? 0), new Decimal(0));
    if (parts.length > 0 && parts.every((part) => part.quantity !== null) && !sum.equals(quantity))
      reading.report("warning", "headcount-total-differs", row, column, {
        school: school.name,
        shown: quantity,
        expected: sum.toNumber(),
      });
    if (quantity > 0) reading.count(school, "PORTAIL", "maintenance", quantity, row, column);
    if (quantity > 0) reading.log.bill(row);
    else reading.log.exclude(row, "zero");
  }

  private of(school: CountedSchool): Rows {
    const known = this.schools.get(school.key) ?? { school, parts: [], total: null };
    this.schools.set(school.key, known);
    return known;
  }

  private levelAt(row: number): string | null {
    return this.level === null ? null : nameOf(this.reading.cell(row, this.level.index));
  }
}
