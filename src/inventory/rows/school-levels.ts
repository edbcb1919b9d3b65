import { fold, isBlank, remembered } from "../../cells";
import { communeKey, headcount } from "../../tariff";
import { codeCounted, columnOf, type Column } from "../column";
import { rowsOf } from "../table";
import { SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { commonReader } from "../texts/read-text";
import { totalKind } from "../texts/total-words";
import { isKindOfSchool } from "../texts/school-names";
import { conceptSet } from "../texts/senses";
import type { TextReading } from "../texts/types";
import { nameAt, parseQuantity } from "../texts/values";

/** The fewest levels whose sum is convincing, and the most levels of a school. */
const fewest = 2;
const most = 60;

const levels = conceptSet("level primary cycle classroom");
/** Concepts that may stand for all the pupils of a school. */
const everything = conceptSet("every whole total school establishment count");

const says = ({ concepts }: TextReading, some: ReadonlySet<string>): boolean =>
  concepts.some(({ concept }) => some.has(concept));

const isOnly = ({ meanings, names, unread }: TextReading, concepts: ReadonlySet<string>): boolean =>
  names.length === 0 &&
  unread.length === 0 &&
  meanings.length > 0 &&
  meanings.every((meaning) => meaning.is === "concept" && concepts.has(meaning.concept));

/**
 * The rows of a table of headcounts by level, and the total of each school, which is its headcount. (decisions §2 and
 * §4)
 */
export class LevelRows {
  private readonly level: Column | null;
  private readonly headcount: Column | null;
  /** Whether a text that is not a level stands for all the levels of a school, by folded text. */
  private readonly wholes = new Map<string, boolean>();

  constructor(private readonly reader: TableReader) {
    const { table } = reader;
    this.headcount = table.columns.find(({ role }) => codeCounted(role) === headcount) ?? null;
    this.level = table.layout === "headcounts" && this.headcount !== null ? columnOf(table, "level") : null;
  }

  get isByLevel(): boolean {
    return this.level !== null;
  }

  /**
   * Returns whether a row is the total of a school's levels: one with the name of the school, or one below them with
   * their sum.
   */
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
   * Returns whether a row counts all the pupils of a school: « Tous niveaux », or a text that is not a level with the
   * sum of the levels beside it.
   */
  private isWhole(row: number, text: string, school: Column): boolean {
    const reading = commonReader.read(text, "label");
    if (says(reading, levels)) return false;
    if (isOnly(reading, everything) && this.besides(row, school).length > 0) return true;
    return remembered(this.wholes, fold(text), () =>
      rowsOf(this.reader.table)
        .filter((at) => fold(this.levelAt(at) ?? "") === fold(text))
        .every((at) => this.sumsUp(at, school)),
    );
  }

  /** Returns whether the pupils of a row are the sum of the levels beside it, two at least. */
  private sumsUp(row: number, school: Column): boolean {
    const rows = this.besides(row, school);
    if (rows.length < fewest) return false;
    const pupils = [row, ...rows].map((at) => parseQuantity(this.reader.cell(at, this.headcount!.index)));
    const [shown, ...parts] = pupils.map((each) => ("value" in each ? each.value : 0));
    return shown! > 0 && parts.reduce((sum, each) => sum + each, 0) === shown;
  }

  /** Returns the other rows with levels of the same school, just above and below a row. */
  private besides(row: number, school: Column): number[] {
    const { table } = this.reader;
    const commune = columnOf(table, "commune");
    const keyAt = (at: number, column: Column | null): string | null => {
      const name = nameAt(table.sheet, at, column?.index ?? null);
      return name === null ? null : communeKey(name);
    };
    const isSame = (at: number, column: Column | null): boolean =>
      [keyAt(row, column), null].includes(keyAt(at, column));
    const isBeside = (at: number): boolean =>
      at >= table.bodyTop &&
      at <= table.bottom &&
      this.levelAt(at) !== null &&
      isSame(at, school) &&
      isSame(at, commune);
    const rows: number[] = [];
    for (const step of [-1, 1]) for (let at = row + step; rows.length < most && isBeside(at); at += step) rows.push(at);
    return rows;
  }

  /** Returns the level of a row; null when it has none, or a kind of school. */
  partAt(row: number): string | null {
    const text = this.levelAt(row);
    return text === null || isKindOfSchool(text) ? null : text;
  }

  /** Returns whether a row is a part of the level above: « dont ULIS ». */
  isAmongAbove(row: number): boolean {
    return /^\s*\(?dont\b/i.test(this.levelAt(row) ?? "");
  }

  private levelAt(row: number): string | null {
    return nameAt(this.reader.table.sheet, row, this.level?.index ?? null);
  }
}
