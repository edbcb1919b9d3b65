import { Decimal } from "decimal.js";
import { fold, isBlank, remembered } from "../../cells";
import { pupilCode } from "../../tariff";
import { codeCounted, columnOf, isCorrected, type Column } from "../table";
import type { CountedSchool } from "./counts";
import type { Place } from "./locator";
import { readQuantityCell } from "./quantities";
import { sumOf } from "./sums";
import type { TableReader } from "./table-reader";
import { schoolKey, withKind } from "../texts/school-names";
import { totalKind } from "../texts/total-words";
import { nameAt, parseQuantity } from "../texts/values";

/** What tells two schools of one place apart; any other level (PS … CM2, a class) is a part of one school's pupils. */
const kinds = /^(?:ecoles? )?(?:maternelles?|mat|elementaires?|elem|primaires?|prim|preelementaires?|annexe)\.?$/;

/** Returns whether a level is a kind of school, which may be part of its name. */
function isKindOfSchool(level: string): boolean {
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

  constructor(private readonly reader: TableReader) {
    const { table } = reader;
    this.level = table.layout === "headcounts" ? columnOf(table, "level") : null;
    this.headcount = table.columns.find(({ role }) => codeCounted(role) === pupilCode) ?? null;
    if (this.headcount === null) this.level = null;
  }

  get isByLevel(): boolean {
    return this.level !== null;
  }

  /** Returns whether a row is the total of one school's levels: beside its name, or below them if it has the sum of theirs. */
  isTotal(row: number): boolean {
    const text = this.levelAt(row);
    if (text === null || totalKind(text) === null) return false;
    const { table } = this.reader;
    const school = columnOf(table, "school");
    if (school === null) return true;
    const name = nameAt(table.sheet, row, school.index);
    if (name !== null) return totalKind(name) === null;
    const rows: number[] = [];
    for (let at = row - 1; at >= table.bodyTop; at -= 1) {
      if (isBlank(this.reader.cell(at, this.level!.index))) break;
      rows.push(at);
      if (nameAt(table.sheet, at, school.index) !== null) break;
    }
    const shown = this.reader.cell(row, this.headcount!.index);
    return typeof shown === "number" && sumOf(this.reader, rows, this.headcount!.index).all.equals(shown);
  }

  /** Returns the level of a row that is a part of its school; null if it has no level, or a kind of school. */
  partAt(row: number): string | null {
    const text = this.levelAt(row);
    return text === null || isKindOfSchool(text) ? null : text;
  }

  /** Reads a part; returns false if the school has that level already. */
  read(school: CountedSchool, level: string, row: number): boolean {
    const rows = this.of(school);
    if (rows.parts.some((part) => fold(part.level) === fold(level))) return false;
    const column = this.headcount!.index;
    const isBlankCell = parseQuantity(this.reader.cell(row, column)).kind === "blank";
    const quantity = isBlankCell ? 0 : readQuantityCell(this.reader, pupilCode, row, column);
    rows.parts.push({ row, level, quantity, blank: isBlankCell });
    school.headcount = { row, column };
    if (isBlankCell || quantity === 0) this.reader.log.exclude(row, "zero");
    return true;
  }

  /** Notes the total of a school's levels. */
  readTotal(school: CountedSchool, row: number): void {
    this.of(school).total = row;
  }

  /** Counts each school's total, or the sum of its parts if it has none. */
  finish(): void {
    const { reader } = this;
    for (const { school, parts, total } of this.schools.values()) {
      if (total !== null) this.countTotal(school, parts, total);
      else {
        this.askBlank(school, parts);
        for (const { row, quantity } of parts)
          if (quantity !== null && quantity > 0) {
            reader.count(school, pupilCode, "maintenance", quantity, row, this.headcount!.index);
            reader.log.bill(row);
          }
      }
    }
  }

  /** Tells a blank among a school's classes, which was forgotten; several among its levels are those that it has not. */
  private askBlank(school: CountedSchool, parts: Rows["parts"]): void {
    const blanks = parts.filter(({ blank }) => blank);
    for (const { row, level } of blanks) {
      if (blanks.length > 1 && !/\bclasses?\b/i.test(level)) continue;
      this.reader.reportNoHeadcount(school, row, this.headcount!.index);
    }
  }

  private countTotal(school: CountedSchool, parts: Rows["parts"], row: number): void {
    const { reader } = this;
    const column = this.headcount!.index;
    if (parseQuantity(reader.cell(row, column)).kind === "blank") {
      reader.reportNoHeadcount(school, row, column);
      return;
    }
    const quantity = readQuantityCell(reader, pupilCode, row, column);
    school.headcount = { row, column };
    for (const part of parts) if (!reader.log.isError(part.row)) reader.log.exclude(part.row, "part-of-headcount");
    if (quantity === null) return;
    const sum = parts.reduce((known, part) => known.plus(part.quantity ?? 0), new Decimal(0));
    if (parts.length > 0 && parts.every((part) => part.quantity !== null) && !sum.equals(quantity))
      reader.report("warning", "headcount-total-differs", row, column, {
        school: school.name,
        shown: quantity,
        expected: sum.toNumber(),
      });
    if (quantity > 0) reader.count(school, pupilCode, "maintenance", quantity, row, column);
    if (quantity > 0) reader.log.bill(row);
    else reader.log.exclude(row, "zero");
  }

  private of(school: CountedSchool): Rows {
    return remembered(this.schools, school.key, () => ({ school, parts: [], total: null }));
  }

  private levelAt(row: number): string | null {
    return nameAt(this.reader.table.sheet, row, this.level?.index ?? null);
  }
}

/** Roles of columns that may tell the kinds of schools: the others say something else. */
const free: ReadonlySet<string> = new Set(["level", "ignored", "other", "nature"]);

/**
 * Names of schools, of which a table may write the kind in another column: where one commune writes the same name for two
 * kinds (« Centre » | « Maternelle »), they are two schools. A level (PS … CM2) never tells two apart. (decisions §4)
 */
export class SchoolNames {
  private readonly kind: Column | null;
  private readonly split = new Set<string>();

  constructor(private readonly reader: TableReader) {
    const school = columnOf(reader.table, "school");
    this.kind = school === null ? null : this.kindColumn();
    if (this.kind === null || school === null) return;
    const kinds = new Map<string, string>();
    const { table } = reader;
    const commune = columnOf(table, "commune");
    let current = "";
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      current = nameAt(table.sheet, row, commune?.index ?? null) ?? current;
      const name = nameAt(table.sheet, row, school.index);
      const kind = this.kindAt(row);
      if (name === null || kind === null) continue;
      const key = `${current}|${name}`;
      const known = kinds.get(key);
      if (known !== undefined && known !== kind) this.split.add(name);
      kinds.set(key, kind);
    }
  }

  /** Returns the school of a row, under its whole name. */
  school(row: number, place: Place): CountedSchool {
    const written = this.kind === null ? null : this.kindAt(row);
    const kind = this.split.has(place.school) ? written : null;
    const name = kind === null ? place.school : withKind(place.school, kind);
    const school = this.reader.school(place.commune, name, place.row, place.column);
    if (kind === null) school.kind = written;
    else school.whole = { key: schoolKey(place.commune, place.school), name: place.school.trim() };
    return school;
  }

  /** Returns the kind written on a row, or null. */
  private kindAt(row: number): string | null {
    const text = nameAt(this.reader.table.sheet, row, this.kind!.index);
    return text === null || !isKindOfSchool(text) ? null : text.trim();
  }

  /** Returns the column of levels, else one that holds kinds of schools and nothing else; null if there is none. */
  private kindColumn(): Column | null {
    const level = columnOf(this.reader.table, "level");
    return level ?? this.reader.table.columns.find((column) => this.holdsKinds(column)) ?? null;
  }

  private holdsKinds(column: Column): boolean {
    if (!free.has(column.role.kind) || isCorrected(column) || column.texts.length === 0) return false;
    const filled = this.reader.cellsOf(column.index).filter((cell) => !isBlank(cell));
    return filled.length > 1 && filled.every((cell) => typeof cell === "string" && isKindOfSchool(cell));
  }
}
