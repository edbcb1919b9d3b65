import type { TableReading } from "../read/reading-table";
import type { Table } from "../table";
import { columnOf } from "../table";
import { anomalyOfTable } from "./facets";

/** True where the table has a row a commune and names no school: a recap, if other tables hold its detail. */
export function isByCommune(table: Table): boolean {
  const names = (["school", "entity", "location"] as const).some((kind) => columnOf(table, kind) !== null);
  return !names && table.layout !== "pupil-list" && columnOf(table, "commune") !== null;
}

/** The table as if each commune were its own school, so that it is read like any other. */
export function withCommunesAsSchools(table: Table): Table {
  const commune = columnOf(table, "commune")!;
  return { ...table, columns: [...table.columns, { ...commune, role: { kind: "school" } }] };
}

/** What tables count, by commune, prestation and nature, before any cap. */
function sums(readings: readonly TableReading[]): Map<string, number> {
  const byCommune = new Map<string, number>();
  for (const reading of readings)
    for (const school of reading.schools.values())
      for (const [key, count] of school.counts) {
        const at = `${school.commune.insee}|${key}`;
        byCommune.set(at, (byCommune.get(at) ?? 0) + count.quantity + count.beyond);
      }
  return byCommune;
}

/**
 * A table by commune repeats what others detail by school: it is left out where each of its figures is the sum of theirs;
 * else it cannot be billed, since tariffs are by school, and that is an error. (decisions §4: two readings, no guess)
 */
export function settleRecaps(recaps: readonly TableReading[], details: readonly TableReading[]): void {
  if (recaps.length === 0) return;
  const detailed = sums(details);
  for (const recap of recaps) {
    const shown = sums([recap]);
    const equal = shown.size > 0 && [...shown].every(([key, quantity]) => detailed.get(key) === quantity);
    const sound = equal && recap.log.counts().error === 0;
    recap.schools.clear();
    recap.anomalies.length = 0;
    recap.showsHeadcounts = false;
    recap.showsPacks = false;
    if (sound) {
      recap.log.excludeAll("duplicate-source");
      recap.anomalies.push(anomalyOfTable("info", "commune-recap", recap.table, {}));
    } else {
      recap.log.failAll();
      recap.anomalies.push(anomalyOfTable("error", "no-school-column", recap.table, {}));
    }
  }
}
