import type { CountedSchool } from "../read/counted";
import type { TableReading } from "../read/reading-table";

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
