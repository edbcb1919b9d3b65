import { fold, isBlank } from "../../cells";
import { pupilCode } from "../../tariff";
import type { TableSchool } from "../facts";
import { codeCounted, columnOf, isCorrected, type Column } from "../table";
import type { Place } from "./locator";
import { SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { commonReader } from "../texts/read-text";
import { schoolKey, withKind } from "../texts/school-names";
import { totalKind } from "../texts/total-words";
import { conceptSet } from "../texts/senses";
import type { TextReading } from "../texts/types";
import { nameAt } from "../texts/values";

/** What tells two schools of one place apart; any other level (PS … CM2, a class) is a part of one school's pupils. */
const kinds = /^(?:ecoles? )?(?:maternelles?|mat|elementaires?|elem|primaires?|prim|preelementaires?|annexe)\.?$/;

/** So many levels at least make a sum that tells; a school has no more of them. */
const fewest = 2;
const most = 60;

const levels = conceptSet("level primary cycle classroom");
const wholes = conceptSet("every whole total");
/** What may say, of a school's rows, that one is of them all. */
const everything = conceptSet("every whole total school establishment count");

const says = ({ meanings }: TextReading, concepts: ReadonlySet<string>): boolean =>
  meanings.some((meaning) => meaning.is === "concept" && concepts.has(meaning.concept));

const isOnly = ({ meanings, names, unread }: TextReading, concepts: ReadonlySet<string>): boolean =>
  names.length === 0 &&
  unread.length === 0 &&
  meanings.length > 0 &&
  meanings.every((meaning) => meaning.is === "concept" && concepts.has(meaning.concept));

/** Returns whether a level is a kind of school, which may be part of its name. */
function isKindOfSchool(level: string): boolean {
  return kinds.test(fold(level));
}

/**
 * The levels of a table of headcounts with a row for each level of a school, and perhaps one for their total, which is then the
 * headcount. (decisions §2 and §4)
 */
export class LevelRows {
  private readonly level: Column | null;
  private readonly headcount: Column | null;

  constructor(private readonly reader: TableReader) {
    const { table } = reader;
    this.headcount = table.columns.find(({ role }) => codeCounted(role) === pupilCode) ?? null;
    this.level = table.layout === "headcounts" && this.headcount !== null ? columnOf(table, "level") : null;
  }

  get isByLevel(): boolean {
    return this.level !== null;
  }

  /** Returns whether a row is the total of one school's levels: beside its name, or below them if it has the sum of theirs. */
  isTotal(row: number): boolean {
    const text = this.levelAt(row);
    if (text === null) return false;
    const { table } = this.reader;
    const school = columnOf(table, "school");
    if (totalKind(text) === null) return school !== null && this.isWhole(row, text, school);
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
    return typeof shown === "number" && new SummedRows(this.reader, rows).sums(this.headcount!.index).all.equals(shown);
  }

  /**
   * Returns whether a row is of all of its school's pupils, though no word of it says a total: « Tous niveaux », « École entière »,
   * or whatever names no level, where its number is the sum of those of the levels beside it.
   */
  private isWhole(row: number, text: string, school: Column): boolean {
    const reading = commonReader.read(text, "label");
    if (says(reading, levels)) return false;
    const { table } = this.reader;
    const commune = columnOf(table, "commune");
    const isSame = (at: number, column: Column | null): boolean =>
      [nameAt(table.sheet, row, column?.index ?? null), null].includes(nameAt(table.sheet, at, column?.index ?? null));
    const isBeside = (at: number): boolean =>
      at >= table.bodyTop &&
      at <= table.bottom &&
      this.levelAt(at) !== null &&
      isSame(at, school) &&
      isSame(at, commune);
    const rows: number[] = [];
    for (const step of [-1, 1]) for (let at = row + step; rows.length < most && isBeside(at); at += step) rows.push(at);
    if (rows.length < fewest) return false;
    if (says(reading, wholes) && isOnly(reading, everything)) return true;
    const shown = this.reader.cell(row, this.headcount!.index);
    const { all } = new SummedRows(this.reader, rows).sums(this.headcount!.index);
    return typeof shown === "number" && shown > 0 && all.equals(shown);
  }

  /** Returns the level of a row that is a part of its school; null if it has no level, or a kind of school. */
  partAt(row: number): string | null {
    const text = this.levelAt(row);
    return text === null || isKindOfSchool(text) ? null : text;
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
  school(row: number, place: Place): TableSchool {
    const written = this.kind === null ? null : this.kindAt(row);
    const kind = this.split.has(place.school) ? written : null;
    const { reader } = this;
    if (kind === null) return reader.school(place.commune, place.school, place.row, place.column, { kind: written });
    const whole = { key: schoolKey(place.commune, place.school), name: place.school.trim() };
    return reader.school(place.commune, withKind(place.school, kind), place.row, place.column, { whole });
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
