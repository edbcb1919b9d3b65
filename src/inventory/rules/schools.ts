import { addTo, remembered } from "../../cells";
import { wordsOf } from "../../tariff";
import type { TableSchool } from "../facts";
import type { TableReading } from "../table-reading";
import { schoolKey, withKind } from "../texts/school-names";

/** The school of the reading with which a table's school is matched. */
interface Identity {
  readonly key: string;
  readonly name: string;
  readonly whole: TableSchool["whole"];
}

/** Matches the schools of each table with the schools of the reading. (decisions §2, Schools match) */
export class Schools {
  private readonly known = new Map<TableSchool, Identity>();

  constructor(private readonly isRead: (reading: TableReading) => boolean) {}

  keyOf(school: TableSchool): string {
    return this.of(school).key;
  }

  nameOf(school: TableSchool): string {
    return this.of(school).name;
  }

  private of(school: TableSchool): Identity {
    return this.known.get(school) ?? school;
  }

  /** Matches a school of a table with a school of another. */
  nameAs(school: TableSchool, { key, name, whole }: TableSchool): void {
    this.known.set(school, { key, name, whole });
  }

  /** Returns the schools of a table by key, none when the table is not read. */
  private ofTable(reading: TableReading): Map<string, TableSchool[]> {
    const schools = new Map<string, TableSchool[]>();
    if (this.isRead(reading))
      for (const school of reading.reader.schools.values()) addTo(schools, this.keyOf(school), school);
    return schools;
  }

  /**
   * Matches schools with separate name and kind columns with those of another table that has both in one name.
   * (decisions §4)
   */
  nameKinds(tables: readonly TableReading[]): void {
    this.splitAsElsewhere(tables);
    const all = tables.map((table) => [...this.ofTable(table).values()].flat());
    const isSplit = (school: TableSchool): boolean => this.of(school).whole !== null;
    const hasKind = (school: TableSchool): boolean => school.kind !== null || isSplit(school);
    if (!all.some((schools) => schools.some(hasKind))) return;
    for (const schools of all) {
      const others = all.filter((other) => other !== schools).flat();
      const whole = others.filter((each) => !isSplit(each));
      const named = new Map(whole.map((each) => [wordsOfName(each, this.nameOf(each)), each]));
      const plain = new Set(others.filter((each) => !hasKind(each)).map((each) => this.keyOf(each)));
      const own = new Set(schools.map((school) => this.keyOf(school)));
      for (const school of schools.filter(hasKind)) {
        const name = this.nameOf(school);
        // Another table has this very name, without a kind.
        if (!isSplit(school) && plain.has(this.keyOf(school))) continue;
        const same = named.get(wordsOfName(school, isSplit(school) ? name : withKind(name, school.kind!)));
        if (same === undefined || own.has(this.keyOf(same))) continue;
        this.known.set(school, { key: this.keyOf(same), name: this.nameOf(same), whole: null });
      }
    }
  }

  /** Names « Centre | Maternelle » « Centre (Maternelle) », when another table has « Centre » of two kinds. */
  private splitAsElsewhere(tables: readonly TableReading[]): void {
    const all = tables.flatMap((table) => [...this.ofTable(table).values()].flat());
    const split = new Set(all.map(({ whole }) => whole?.key ?? ""));
    for (const school of all) {
      const { key, kind, commune, name, whole } = school;
      if (kind === null || whole !== null || !split.has(key)) continue;
      const own = withKind(name, kind);
      this.known.set(school, { key: schoolKey(commune, own), name: own, whole: { key, name } });
    }
  }

  /**
   * Joins headcounts by level into one school, when other tables have the whole school and none has its levels as
   * schools. (decisions §2)
   */
  joinLevels(tables: readonly TableReading[]): void {
    const keys = new Map<TableReading, Set<string>>();
    const keysOf = (table: TableReading): Set<string> =>
      remembered(keys, table, () => new Set(this.ofTable(table).keys()));
    for (const reading of tables) {
      if (reading.table.layout !== "headcounts") continue;
      const groups = new Map<string, TableSchool[]>();
      for (const school of [...this.ofTable(reading).values()].flat()) {
        const { whole } = this.of(school);
        if (whole !== null) addTo(groups, whole.key, school);
      }
      const others = tables.filter((other) => other !== reading);
      for (const [key, levels] of groups) {
        const isApart = levels.some((level) => others.some((other) => keysOf(other).has(this.keyOf(level))));
        if (isApart || !others.some((other) => keysOf(other).has(key))) continue;
        for (const level of levels) this.known.set(level, { key, name: this.of(level).whole!.name, whole: null });
        keys.delete(reading);
      }
    }
  }
}

/** Words that the name of a school may have or lack. */
const small: ReadonlySet<string> = new Set(
  "ecole de du des d la le les l public publique communal communale".split(" "),
);

/** Returns the key common to « Centre | Maternelle » and « École maternelle du Centre » in one commune. */
function wordsOfName({ commune }: TableSchool, name: string): string {
  const words = wordsOf(name).filter((word) => !small.has(word));
  return `${commune.insee}|${[...new Set(words)].sort().join(" ")}`;
}
