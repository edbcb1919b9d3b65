import { addTo } from "../../cells";
import type { TableReading } from "../table-reading";
import { partsOf, type Counts, type Facet, type Facets } from "./facets";

/** Two tables that show the same facet of at least one school, in reading order. */
export interface Pair {
  readonly first: TableReading;
  readonly second: TableReading;
  readonly facet: Facet;
}

/** What two tables have in common. */
interface Overlap {
  /** Keys of the schools of which both count the same prestation and nature. */
  readonly shared: readonly string[];
  /** Their share of the schools of the smaller table. */
  readonly share: number;
  /** Whether all the quantities in common are equal. */
  readonly equal: boolean;
  /** The table that counts all that the other does, when all the quantities in common are equal; otherwise null. */
  readonly fuller: "first" | "second" | null;
}

/** Returns the pairs of tables that may compete, equipment first, each table with the previous ones. */
export function pairsOf(tables: readonly TableReading[], facets: Facets): Pair[] {
  return (["equipment", "headcount"] as const).flatMap((facet) => {
    const bySchool = new Map<string, number[]>();
    const pairs: Pair[] = [];
    tables.forEach((second, later) => {
      const rivals = new Set<number>();
      for (const school of facets.of(second, facet).keys()) {
        for (const earlier of bySchool.get(school) ?? []) rivals.add(earlier);
        addTo(bySchool, school, later);
      }
      for (const earlier of [...rivals].sort((a, b) => a - b)) {
        const first = tables[earlier]!;
        pairs.push({ first, second, facet: rivalFacet(first, second, facet, facets) });
      }
    });
    return pairs;
  });
}

/**
 * Returns the facet on which two tables may compete: for equipment, installations only, when one of them is a table of
 * installations.
 */
function rivalFacet(a: TableReading, b: TableReading, facet: "equipment" | "headcount", facets: Facets): Facet {
  const isFlow = (each: TableReading): boolean => facets.kindOf(each) === "installations";
  return facet === "equipment" && (isFlow(a) || isFlow(b)) ? "installation" : facet;
}

/**
 * Returns the schools of which two tables count the same prestation and nature, and whether one counts all that the
 * other does.
 */
export function overlapOf({ first, second, facet }: Pair, facets: Facets): Overlap {
  if (facet === "headcount" && areParts(first, second)) return { shared: [], share: 0, equal: true, fuller: null };
  const [left, right] = [facets.of(first, facet), facets.of(second, facet)];
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

/** Returns the share of what one table counts, school by school, that another counts too, whatever the quantities. */
export function coverage(kept: Counts, left: Counts): number {
  let [all, covered] = [0, 0];
  for (const [school, counts] of left)
    for (const key of counts.keys()) {
      all += 1;
      if (kept.get(school)?.has(key) === true) covered += 1;
    }
  return all === 0 ? 1 : covered / all;
}

/**
 * Returns whether two tables, « Maternelles » and « Élémentaires », give different parts of headcounts, which add up.
 */
function areParts(a: TableReading, b: TableReading): boolean {
  const [left, right] = [partsOf(a.table), partsOf(b.table)];
  return left.size > 0 && right.size > 0 && ![...left].some((part) => right.has(part));
}
