import { isBlank } from "../../cells";
import type { TableSchool } from "../facts";
import { columnOf, isCorrected, type Column } from "../column";
import { isKindOfSchool, schoolKey, withKind } from "../texts/school-names";
import { nameAt } from "../texts/values";
import type { Place } from "./locator";
import type { TableReader } from "./table-reader";

/** Roles of columns that may hold the kinds of schools. */
const free: ReadonlySet<string> = new Set(["level", "ignored", "other", "nature"]);

/**
 * The names of schools: in a commune, one name with two kinds (« Centre » | « Maternelle ») is two schools. (decisions
 * §4)
 */
export class SchoolNames {
  private readonly kind: Column | null;
  private readonly split: ReadonlySet<string>;

  constructor(private readonly reader: TableReader) {
    const school = columnOf(reader.table, "school");
    this.kind = school === null ? null : this.kindColumn();
    this.split = this.kind === null || school === null ? new Set() : this.namesOfSeveral(school);
  }

  /** Returns the school of a row, its kind included in its name when necessary. */
  school(row: number, place: Place): TableSchool {
    const written = this.kindAt(row);
    const { reader } = this;
    if (written === null || !this.split.has(place.school))
      return reader.school(place.commune, place.school, place.row, place.column, { kind: written });
    const whole = { key: schoolKey(place.commune, place.school), name: place.school.trim() };
    return reader.school(place.commune, withKind(place.school, written), place.row, place.column, { whole });
  }

  /** Returns the names that occur with two kinds in one commune. */
  private namesOfSeveral(school: Column): ReadonlySet<string> {
    const { table } = this.reader;
    const commune = columnOf(table, "commune");
    const names = new Set<string>();
    const kinds = new Map<string, string>();
    let current = "";
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      current = nameAt(table.sheet, row, commune?.index ?? null) ?? current;
      const name = nameAt(table.sheet, row, school.index);
      const kind = this.kindAt(row);
      if (name === null || kind === null) continue;
      const key = `${current}|${name}`;
      const known = kinds.get(key);
      if (known !== undefined && known !== kind) names.add(name);
      kinds.set(key, kind);
    }
    return names;
  }

  /** Returns the kind of school in a row, or null. */
  private kindAt(row: number): string | null {
    const text = nameAt(this.reader.table.sheet, row, this.kind?.index ?? null);
    return text === null || !isKindOfSchool(text) ? null : text.trim();
  }

  /** Returns the column of levels, otherwise one that only holds kinds of schools; null when there is none. */
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
