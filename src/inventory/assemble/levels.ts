import { wordsOf } from "../../tariff";
import type { CountedSchool } from "../read/counted";
import { schoolKey } from "../read/reading-table";
import type { TableReading } from "../read/reading-table";
import { withKind } from "../read/row-kind";

/**
 * Headcounts by level (maternelle, CP…) of a school that the other tables name whole: the levels are parts of its headcount,
 * and are added. Where another table knows the levels as schools, they stay schools. (decisions §2)
 */
export function joinLevels(readings: readonly TableReading[]): void {
  for (const reading of readings) {
    if (reading.table.layout !== "headcounts") continue;
    const groups = new Map<string, CountedSchool[]>();
    for (const school of reading.schools.values())
      if (school.whole !== null) groups.set(school.whole.key, [...(groups.get(school.whole.key) ?? []), school]);
    const others = readings.filter((other) => other !== reading);
    for (const [key, levels] of groups) {
      const apart = levels.some((level) => others.some((other) => other.schools.has(level.key)));
      if (!apart && others.some((other) => other.schools.has(key))) join(reading, key, levels);
    }
  }
}

/** Words that schools' names have or not. */
const small: ReadonlySet<string> = new Set(
  "ecole de du des d la le les l public publique communal communale".split(" "),
);

/** What « Centre | Maternelle » and « École maternelle du Centre » have in common, in one commune. */
function wordsOfName({ key, name }: CountedSchool): string {
  const words = wordsOf(name).words.filter((word) => !small.has(word));
  return `${key.slice(0, key.indexOf("|"))}|${[...new Set(words)].sort().join(" ")}`;
}

/** Names a school by its name and its kind, of two columns, where another table writes them in one. (decisions §4) */
export function nameKinds(readings: readonly TableReading[]): void {
  splitAsElsewhere(readings);
  const hasKind = (school: CountedSchool): boolean => school.whole !== null;
  if (!readings.some((reading) => [...reading.schools.values()].some(hasKind))) return;
  for (const reading of readings) {
    const others = readings.filter((other) => other !== reading);
    const named = new Map(
      others.flatMap((other) =>
        [...other.schools.values()].filter((each) => !hasKind(each)).map((each) => [wordsOfName(each), each] as const),
      ),
    );
    for (const school of [...reading.schools.values()].filter(hasKind)) {
      const same = named.get(wordsOfName(school));
      if (same === undefined || reading.schools.has(same.key)) continue;
      reading.schools.delete(school.key);
      reading.schools.set(same.key, { ...school, key: same.key, name: same.name, whole: null });
    }
  }
}

/** « Centre | Maternelle » alone in its table is « Centre (Maternelle) » where another table has « Centre » of two kinds. */
function splitAsElsewhere(readings: readonly TableReading[]): void {
  const split = new Set(readings.flatMap(({ schools }) => [...schools.values()].map(({ whole }) => whole?.key ?? "")));
  for (const reading of readings)
    for (const school of [...reading.schools.values()]) {
      const { key, kind, commune, name, whole } = school;
      if (kind === null || whole !== null || !split.has(key)) continue;
      const own = withKind(name, kind);
      reading.schools.delete(key);
      const named = { ...school, key: schoolKey(commune, own), name: own, kind: null, whole: { key, name } };
      reading.schools.set(named.key, named);
    }
}

function join(reading: TableReading, key: string, levels: readonly CountedSchool[]): void {
  const first = levels[0]!;
  const whole: CountedSchool = { ...first, key, name: first.whole!.name, counts: new Map(), whole: null };
  for (const level of levels) {
    reading.schools.delete(level.key);
    for (const [code, count] of level.counts) {
      const known = whole.counts.get(code);
      if (known === undefined) whole.counts.set(code, { ...count, cells: [...count.cells] });
      else {
        known.quantity += count.quantity;
        for (const cell of count.cells) known.cells.push(cell);
      }
    }
  }
  reading.schools.set(key, whole);
}
