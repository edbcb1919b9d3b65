import type { Anomaly, MessageCode } from "../../messages";
import { pupilCode } from "../../tariff";
import { anomalyOfTable, type Params } from "../anomalies";
import { layouts } from "../layouts";
import { headcountKey, type Count, type CountedSchool } from "../rows/counts";
import { columnOf, countsUnits } from "../table";
import type { ExclusionReason, TableKind } from "../types";
import type { TableOutcome } from "./table-outcome";

/**
 * What a table may show: equipment and headcounts. Two tables may rival each other on one of them only; a table of
 * installations rivals what others show of installations, never what is in service.
 */
export type Facet = "equipment" | "installation" | "headcount";

/** Returns whether a count of a table belongs to a facet. */
export function inFacet({ code, nature }: Pick<Count, "code" | "nature">, facet: Facet): boolean {
  if (facet === "installation" && nature !== "installation") return false;
  return (code === pupilCode) === (facet === "headcount");
}

/** Returns the schools of which a table shows a facet, with its counts. */
export function schoolsOfFacet(outcome: TableOutcome, facet: Facet): Map<string, Map<string, number>> {
  const schools = new Map<string, Map<string, number>>();
  for (const school of outcome.schools.values()) {
    const counts = new Map<string, number>();
    for (const [key, count] of school.counts) if (inFacet(count, facet)) counts.set(key, count.quantity + count.beyond);
    if (facet === "headcount" && school.headcount !== null && counts.size === 0) counts.set(headcountKey, 0);
    if (counts.size > 0) schools.set(school.key, counts);
  }
  return schools;
}

/** Returns whether the table shows the facet, and it was not taken out. */
export function shows(outcome: TableOutcome, facet: "equipment" | "headcount"): boolean {
  if (outcome.dropped.has(facet)) return false;
  return facet === "headcount" ? outcome.showsHeadcounts : !layouts[outcome.table.layout].isOfPupils;
}

/** Takes out of a table a facet that cannot be told from another's; that it shows packs stays known. */
export function refuseFacet(outcome: TableOutcome, facet: Facet): void {
  const { showsPacks } = outcome;
  dropFacet(outcome, facet);
  outcome.showsPacks = showsPacks;
  outcome.refused.add(facet === "headcount" ? facet : "equipment");
}

/** Takes one facet out of a table: it is another table's to show. Returns whether nothing of the table is left. */
export function dropFacet(outcome: TableOutcome, facet: Facet): boolean {
  for (const school of outcome.schools.values()) {
    for (const [key, count] of school.counts) if (inFacet(count, facet)) school.counts.delete(key);
    if (facet === "headcount") school.headcount = null;
    else if (facet === "equipment" || outcome.kind === "installations") school.equipped = false;
  }
  outcome.dropped.add(facet);
  if (facet === "installation" && outcome.kind === "installations") outcome.dropped.add("equipment");
  const left = shows(outcome, "equipment") || shows(outcome, "headcount");
  if (facet === "headcount") outcome.showsHeadcounts = false;
  else if (facet === "equipment") outcome.showsPacks = false;
  return !left;
}

/** Refuses what a table counts of a school, of one prestation and nature: its rows are in error. */
export function refuseCount({ log }: TableOutcome, { counts }: CountedSchool, key: string): void {
  for (const { rows } of counts.get(key)!.cells) for (const row of rows) log.fail(row);
  counts.delete(key);
}

/** Returns the rows of a table of which something is counted. */
export function rowsCounted({ schools }: TableOutcome): Set<number> {
  const rows = new Set<number>();
  for (const { counts } of schools.values())
    for (const { cells } of counts.values()) for (const cell of cells) for (const row of cell.rows) rows.add(row);
  return rows;
}

/** Returns whether nothing is left of a school: no quantity, no equipment, no headcount. */
export function isEmpty(school: CountedSchool): boolean {
  return school.counts.size === 0 && !school.equipped && school.headcount === null;
}

/** Returns whether tables of a kind are read for what they bill. */
export function isBilledKind(kind: TableKind): boolean {
  return kind === "inventory" || kind === "headcounts" || kind === "installations";
}

/** Takes a whole table out of the account, for one reason: each of its rows is excluded, and nothing else is said of it. */
export function excludeTable(
  outcome: TableOutcome,
  kind: TableKind,
  reason: ExclusionReason,
  anomaly: Anomaly | null,
): void {
  empty(outcome);
  outcome.showsHeadcounts = false;
  outcome.showsPacks = false;
  outcome.log.excludeAll(reason);
  outcome.kind = kind;
  if (anomaly !== null) outcome.anomalies.push(anomaly);
}

/**
 * Refuses a whole table: none of its rows is billed until it is settled. That it shows packs or headcounts stays known, so
 * that its schools do not seem to lack what it shows.
 */
export function refuseTable(outcome: TableOutcome, code: MessageCode, params: Params): void {
  empty(outcome);
  outcome.log.failAll();
  outcome.refused.add("equipment");
  if (outcome.showsHeadcounts) outcome.refused.add("headcount");
  outcome.anomalies.push(anomalyOfTable("error", code, outcome.table, params));
}

function empty(outcome: TableOutcome): void {
  outcome.schools.clear();
  outcome.anomalies.length = 0;
}

/** What two tables show of the same thing. */
interface Overlap {
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

/** Finds the schools of which two tables count one same prestation and nature, and whether one says all that the other does. */
export function overlap(a: TableOutcome, b: TableOutcome, facet: Facet): Overlap {
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

/** Returns the share of what one table counts, school by school, that another counts too, whatever the quantities. */
export function coverage(kept: TableOutcome, left: TableOutcome, facet: Facet): number {
  const shown = schoolsOfFacet(kept, facet);
  let [all, covered] = [0, 0];
  for (const [school, counts] of schoolsOfFacet(left, facet))
    for (const key of counts.keys()) {
      all += 1;
      if (shown.get(school)?.has(key) === true) covered += 1;
    }
  return all === 0 ? 1 : covered / all;
}

/** Returns the parts (maternelle, élémentaire, CP…) of which a table gives the headcounts; none if it gives them whole. */
function partsOf({ table }: TableOutcome): ReadonlySet<string> {
  if (table.part !== undefined) return new Set([table.part]);
  return new Set(table.columns.flatMap(({ role }) => (role.kind === "part" ? [role.part] : [])));
}

/** Returns whether two tables, « Maternelles » and « Élémentaires », give parts of the same headcounts, which add up. */
function areParts(a: TableOutcome, b: TableOutcome): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left.size > 0 && right.size > 0 && ![...left].some((part) => right.has(part));
}

/**
 * Returns whether a table gives a part of the headcounts that another gives whole: never more, in each of its schools, which
 * the other must all show.
 */
export function isPartOf(part: TableOutcome, whole: TableOutcome): boolean {
  if (partsOf(part).size === 0 || partsOf(whole).size > 0) return false;
  const shown = schoolsOfFacet(whole, "headcount");
  return [...schoolsOfFacet(part, "headcount")].every(([school, counts]) => {
    const all = shown.get(school)?.get(headcountKey);
    return all !== undefined && (counts.get(headcountKey) ?? 0) <= all;
  });
}

/**
 * Returns what two tables that both show a facet may rival each other on: of equipment, installations alone if one shows
 * nothing else.
 */
export function facetOf(a: TableOutcome, b: TableOutcome, facet: "equipment" | "headcount"): Facet {
  const isFlow = facet === "equipment" && (a.kind === "installations" || b.kind === "installations");
  return isFlow ? "installation" : facet;
}

/** Returns whether each quantity of a table is written with its nature, in its row or over its column. */
export function saysNatures({ table }: TableOutcome): boolean {
  if (columnOf(table, "nature") !== null) return true;
  const counts = table.columns.filter(({ role }) => countsUnits(role));
  return counts.length > 0 && counts.every(({ nature }) => nature !== null);
}

/** Ranks a table's year beside another's: the campaign's before none, none before another one. */
export function yearRank(year: number | null, campaign: number): number {
  return year === campaign ? 2 : year === null ? 1 : 0;
}
