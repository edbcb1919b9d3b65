import type { TableReading } from "../read/reading-table";
import type { Table } from "../table";
import { columnOf } from "../table";
import { anomalyOfTable } from "./facets";
import { isBilledKind } from "./set-apart";

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

/** What a recap shows of the detail: the same sums, other sums of the same things, or things that no table details. */
function compare(recap: TableReading, detailed: ReadonlyMap<string, number>): "equal" | "differs" | "alone" {
  const shown = sums([recap]);
  if (shown.size === 0 || recap.log.counts().error > 0) return "alone";
  const communes = new Set([...detailed.keys()].map((key) => key.slice(0, key.indexOf("|"))));
  const things = new Set([...detailed.keys()].map((key) => key.slice(key.indexOf("|"))));
  const covered = [...shown.keys()].every((key) => {
    const cut = key.indexOf("|");
    return communes.has(key.slice(0, cut)) && things.has(key.slice(cut));
  });
  if (!covered) return "alone";
  return [...shown].every(([key, quantity]) => detailed.get(key) === quantity) ? "equal" : "differs";
}

/**
 * A table by commune beside tables that detail the same things by school is a recap: like a total it is left out and
 * compared, a difference being a warning. Alone it cannot be billed, since tariffs are by school: an error. (decisions §4)
 */
export function settleRecaps(recaps: readonly TableReading[], details: readonly TableReading[]): void {
  if (recaps.length === 0) return;
  const detailed = sums(details);
  for (const recap of recaps) {
    // What is left out for what it is, or as the user said, is no recap either.
    if (!isBilledKind(recap.kind)) continue;
    const kind = compare(recap, detailed);
    if (kind !== "alone") recap.kind = "repeats";
    recap.schools.clear();
    recap.anomalies.length = 0;
    recap.showsHeadcounts = false;
    recap.showsPacks = false;
    if (kind === "alone") recap.log.failAll();
    else recap.log.excludeAll("duplicate-source");
    const [severity, code] = (
      {
        equal: ["info", "commune-recap"],
        differs: ["warning", "recap-differs"],
        alone: ["error", "no-school-column"],
      } as const
    )[kind];
    recap.anomalies.push(anomalyOfTable(severity, code, recap.table, {}));
  }
}
