import type { TableReading } from "../read/reading-table";
import { columnOf } from "../table";
import type { Facet } from "./facets";
import { schoolsOfFacet } from "./facets";

/** What two tables show of the same thing. */
export interface Overlap {
  /** Schools of which both count one same prestation and nature. */
  readonly shared: readonly string[];
  /** Their share of the schools of the smaller. */
  readonly share: number;
  /** Everything they both count is equal. */
  readonly equal: boolean;
  /** Everything they both count is equal, and this one counts all that the other does. */
  readonly fuller: "first" | "second" | null;
}

const none: Overlap = { shared: [], share: 0, equal: true, fuller: null };

/** The schools of which two tables count one same prestation and nature, and whether one says all that the other does. */
export function overlap(a: TableReading, b: TableReading, facet: Facet): Overlap {
  if (facet === "headcount" && areParts(a, b)) return none;
  const left = schoolsOfFacet(a, facet);
  const right = schoolsOfFacet(b, facet);
  const shared: string[] = [];
  let equal = true;
  let secondInFirst = [...right.keys()].every((school) => left.has(school));
  let firstInSecond = [...left.keys()].every((school) => right.has(school));
  for (const [school, counts] of left) {
    const others = right.get(school);
    if (others === undefined) continue;
    const same = [...counts.keys()].filter((key) => others.has(key));
    if (same.length > 0) shared.push(school);
    if (same.some((key) => counts.get(key) !== others.get(key))) equal = false;
    if (same.length < others.size) secondInFirst = false;
    if (same.length < counts.size) firstInSecond = false;
  }
  const smaller = Math.min(left.size, right.size);
  return {
    shared,
    share: smaller === 0 ? 0 : shared.length / smaller,
    equal,
    fuller: !equal ? null : secondInFirst ? "first" : firstInSecond ? "second" : null,
  };
}

/** The share of what one table counts, school by school, that another counts too, whatever the quantities. */
export function coverage(kept: TableReading, left: TableReading, facet: Facet): number {
  const shown = schoolsOfFacet(kept, facet);
  let [all, covered] = [0, 0];
  for (const [school, counts] of schoolsOfFacet(left, facet))
    for (const key of counts.keys()) {
      all += 1;
      if (shown.get(school)?.has(key) === true) covered += 1;
    }
  return all === 0 ? 1 : covered / all;
}

/** The parts (maternelle, élémentaire, CP…) of which a table gives the headcounts; none where it gives them whole. */
function partsOf({ table }: TableReading): ReadonlySet<string> {
  if (table.part !== undefined) return new Set([table.part]);
  return new Set(table.columns.flatMap(({ role }) => (role.kind === "part" ? [role.part] : [])));
}

/** « Maternelles » on one sheet, « Élémentaires » on another: parts of the same headcounts, which add up. */
function areParts(a: TableReading, b: TableReading): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left.size > 0 && right.size > 0 && ![...left].some((part) => right.has(part));
}

/** True where a table gives a part of the headcounts that another gives whole: never more, in any school that both show. */
export function isPartOf(part: TableReading, whole: TableReading): boolean {
  if (partsOf(part).size === 0 || partsOf(whole).size > 0) return false;
  const shown = schoolsOfFacet(whole, "headcount");
  return [...schoolsOfFacet(part, "headcount")].every(([school, counts]) => {
    const all = shown.get(school)?.get("PORTAIL|maintenance");
    return all !== undefined && (counts.get("PORTAIL|maintenance") ?? 0) <= all;
  });
}

/** What two tables may rival each other on where they both show equipment: installations alone, if one shows nothing else. */
export function facetOf(a: TableReading, b: TableReading, facet: "equipment" | "headcount"): Facet {
  const isFlow = facet === "equipment" && (a.kind === "installations" || b.kind === "installations");
  return isFlow ? "installation" : facet;
}

/** Whether each quantity of a table is written with its nature, in its row or over its column. */
export function saysNatures({ table }: TableReading): boolean {
  if (columnOf(table, "nature") !== null) return true;
  const counts = table.columns.filter(({ role }) => role.kind === "count" && role.code !== "PORTAIL");
  return counts.length > 0 && counts.every(({ nature }) => nature !== null);
}
