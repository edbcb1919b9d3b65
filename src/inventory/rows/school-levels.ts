import { fold, isBlank } from "../../cells";
import { pupilCode } from "../../tariff";
import { codeCounted, columnOf, type Column } from "../table";
import { SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { totalKind } from "../texts/total-words";
import { nameAt } from "../texts/values";

/** What tells two schools of one place apart; any other level (PS … CM2, a class) is a part of one school's pupils. */
const kinds = /^(?:ecoles? )?(?:maternelles?|mat|elementaires?|elem|primaires?|prim|preelementaires?|annexe)\.?$/;

/** Returns whether a level is a kind of school, which may be part of its name. */
export function isKindOfSchool(level: string): boolean {
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
    return typeof shown === "number" && new SummedRows(this.reader, rows).sums(this.headcount!.index).all.equals(shown);
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
