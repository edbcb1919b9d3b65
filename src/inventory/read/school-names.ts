import { isBlank } from "../../cells";
import type { Column } from "../table";
import { columnOf } from "../table";
import type { CountedSchool } from "./counted";
import { isKindOfSchool } from "./level-rows";
import type { Place } from "./locate";
import { nameOf } from "./name-column";
import { schoolKey } from "./reading-table";
import type { TableReading } from "./reading-table";
import { withKind } from "./row-kind";

/** Roles of columns that may tell the kinds of schools: the others say something else. */
const free: ReadonlySet<string> = new Set(["level", "ignored", "other", "nature"]);

/**
 * Names of schools, of which a table may write the kind in another column: where one commune writes the same name for two
 * kinds (« Centre » | « Maternelle »), they are two schools. A level (PS … CM2) never tells two apart. (decisions §4)
 */
export class SchoolNames {
  private readonly kind: Column | null;
  private readonly split = new Set<string>();

  constructor(private readonly reading: TableReading) {
    const school = columnOf(reading.table, "school");
    this.kind = school === null ? null : this.kindColumn();
    if (this.kind === null || school === null) return;
    const kinds = new Map<string, string>();
    const { table } = reading;
    const commune = columnOf(table, "commune");
    let current = "";
    for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
      current = (commune === null ? null : nameOf(reading.cell(row, commune.index))) ?? current;
      const name = nameOf(reading.cell(row, school.index));
      const kind = this.kindAt(row);
      if (name === null || kind === null) continue;
      const key = `${current}|${name}`;
      const known = kinds.get(key);
      if (known !== undefined && known !== kind) this.split.add(name);
      kinds.set(key, kind);
    }
  }

  /** The school of a row, under its whole name. */
  school(row: number, place: Place): CountedSchool {
    const written = this.kind === null ? null : this.kindAt(row);
    const kind = this.split.has(place.school) ? written : null;
    const name = kind === null ? place.school : withKind(place.school, kind);
    const school = this.reading.school(place.commune, name, place.row, place.column);
    if (kind === null) school.kind = written;
    else school.whole = { key: schoolKey(place.commune, place.school), name: place.school.trim() };
    return school;
  }

  /** The kind written on a row, or null. */
  private kindAt(row: number): string | null {
    const text = nameOf(this.reading.cell(row, this.kind!.index));
    return text === null || !isKindOfSchool(text) ? null : text.trim();
  }

  /** The column of levels, else one that holds kinds of schools and nothing else. */
  private kindColumn(): Column | null {
    const level = columnOf(this.reading.table, "level");
    return level ?? this.reading.table.columns.find((column) => this.holdsKinds(column)) ?? null;
  }

  private holdsKinds({ index, role, rank, texts }: Column): boolean {
    if (!free.has(role.kind) || rank === -1 || texts.length === 0) return false;
    const { bodyTop, bodyBottom } = this.reading.table;
    let found = 0;
    for (let row = bodyTop; row <= bodyBottom; row += 1) {
      const cell = this.reading.cell(row, index);
      if (isBlank(cell)) continue;
      if (typeof cell !== "string" || !isKindOfSchool(cell)) return false;
      found += 1;
    }
    return found > 1;
  }
}
