import { isBlank } from "../../cells";
import type { TableSchool } from "../facts";
import { columnOf, isCorrected, type Column } from "../table";
import type { Place } from "./locator";
import type { TableReader } from "./table-reader";
import { isKindOfSchool } from "./school-levels";
import { schoolKey, withKind } from "../texts/school-names";
import { nameAt } from "../texts/values";

/** Roles of columns that may tell schools of one name apart: the others say something else. */
const free: ReadonlySet<string> = new Set(["level", "ignored", "other", "nature"]);

/** A column that tells schools of one name apart, and the names for which it does. */
interface Teller {
  readonly column: Column;
  readonly tells: (text: string) => boolean;
  readonly names: ReadonlySet<string>;
}

/**
 * Names of schools, of which a table may write the kind in another column: where one commune writes the same name
 * for two kinds (« Centre » | « Maternelle »), they are two schools. A level (PS … CM2) never tells two apart.
 * (decisions §4)
 */
export class SchoolNames {
  private readonly tellers: readonly Teller[];

  constructor(private readonly reader: TableReader) {
    const found = columnOf(reader.table, "school") === null ? [] : [this.kinds()];
    this.tellers = found.flatMap((teller) => (teller === null ? [] : [{ ...teller, names: this.namesTold(teller) }]));
  }

  /** Returns the school of a row, under its whole name. */
  school(row: number, place: Place): TableSchool {
    const { reader } = this;
    for (const teller of this.tellers) {
      const written = this.writtenAt(row, teller);
      if (written === null || !teller.names.has(place.school)) continue;
      const whole = { key: schoolKey(place.commune, place.school), name: place.school.trim() };
      return reader.school(place.commune, withKind(place.school, written), place.row, place.column, { whole });
    }
    const kind = this.tellers.map((teller) => this.writtenAt(row, teller)).find((written) => written !== null) ?? null;
    return reader.school(place.commune, place.school, place.row, place.column, { kind });
  }

  /** Returns the names that stand beside two texts of a column in one commune. */
  private namesTold(teller: Omit<Teller, "names">): ReadonlySet<string> {
    const { table } = this.reader;
    const [commune, school] = [columnOf(table, "commune"), columnOf(table, "school")!];
    const names = new Set<string>();
    const known = new Map<string, string>();
    let current = "";
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      current = nameAt(table.sheet, row, commune?.index ?? null) ?? current;
      const name = nameAt(table.sheet, row, school.index);
      const written = this.writtenAt(row, teller);
      if (name === null || written === null) continue;
      const key = `${current}|${name}`;
      const first = known.get(key);
      if (first !== undefined && first !== written) names.add(name);
      known.set(key, written);
    }
    return names;
  }

  /** Returns what a row writes in such a column, or null where it is none of what tells schools apart. */
  private writtenAt(row: number, { column, tells }: Omit<Teller, "names">): string | null {
    const text = nameAt(this.reader.table.sheet, row, column.index);
    return text === null || !tells(text) ? null : text.trim();
  }

  /** Returns the column of levels, else one that holds kinds of schools and nothing else; null if there is none. */
  private kinds(): Omit<Teller, "names"> | null {
    const level = columnOf(this.reader.table, "level");
    const column = level ?? this.columnOf(isKindOfSchool);
    return column === null ? null : { column, tells: isKindOfSchool };
  }

  /** Returns the first column whose texts all are so, two at least; null if there is none. */
  private columnOf(tells: (text: string) => boolean): Column | null {
    const holds = (column: Column): boolean => {
      if (!free.has(column.role.kind) || isCorrected(column) || column.texts.length === 0) return false;
      const filled = this.reader.cellsOf(column.index).filter((cell) => !isBlank(cell));
      return filled.length > 1 && filled.every((cell) => typeof cell === "string" && tells(cell));
    };
    return this.reader.table.columns.find(holds) ?? null;
  }
}
