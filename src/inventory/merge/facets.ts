import { cellName, sourceName } from "../../cells";
import type { Anomaly } from "../../messages";
import { anomalyAt } from "../anomalies";
import type { Count, CountedSchool, TableReading } from "../rows/table-reader";
import { columnOf, type Table } from "../table";
import type { ExclusionReason, TableKind } from "../types";

/**
 * What a table may show: equipment and headcounts. Two tables may rival each other on one of them only; a table of
 * installations rivals what others show of installations, never what is in service.
 */
export type Facet = "equipment" | "installation" | "headcount";

/** Whether a count of a table belongs to a facet. */
export function inFacet({ code, nature }: Pick<Count, "code" | "nature">, facet: Facet): boolean {
  if (facet === "installation" && nature !== "installation") return false;
  return (code === "PORTAIL") === (facet === "headcount");
}

/** The schools of which a table shows a facet, with its counts. */
export function schoolsOfFacet(reading: TableReading, facet: Facet): Map<string, Map<string, number>> {
  const schools = new Map<string, Map<string, number>>();
  for (const school of reading.schools.values()) {
    const counts = new Map<string, number>();
    for (const [key, count] of school.counts) if (inFacet(count, facet)) counts.set(key, count.quantity + count.beyond);
    if (facet === "headcount" && school.headcount !== null && counts.size === 0) counts.set("PORTAIL|maintenance", 0);
    if (counts.size > 0) schools.set(school.key, counts);
  }
  return schools;
}

/** True where the table shows the facet, and it was not taken out. */
export function shows(reading: TableReading, facet: "equipment" | "headcount"): boolean {
  if (reading.dropped.has(facet)) return false;
  return facet === "headcount" ? reading.showsHeadcounts : !["headcounts", "pupil-list"].includes(reading.table.layout);
}

/** Takes one facet out of a table: it is another table's to show. True where nothing of the table is left. */
export function dropFacet(reading: TableReading, facet: Facet): boolean {
  for (const school of reading.schools.values()) {
    for (const [key, count] of school.counts) if (inFacet(count, facet)) school.counts.delete(key);
    if (facet === "headcount") school.headcount = null;
    else if (facet === "equipment" || reading.kind === "installations") school.equipped = false;
  }
  reading.dropped.add(facet);
  if (facet === "installation" && reading.kind === "installations") reading.dropped.add("equipment");
  const left = shows(reading, "equipment") || shows(reading, "headcount");
  if (facet === "headcount") reading.showsHeadcounts = false;
  else if (facet === "equipment") reading.showsPacks = false;
  return !left;
}

/** The rows of a table of which something is counted. */
export function rowsCounted({ schools }: TableReading): Set<number> {
  const rows = new Set<number>();
  for (const { counts } of schools.values())
    for (const { cells } of counts.values()) for (const cell of cells) for (const row of cell.rows) rows.add(row);
  return rows;
}

/** The first cell of a table's headings. */
function headingOf(table: Table): { row: number; column: number } {
  const column = table.columns.find((candidate) => candidate.texts.length > 0)?.index ?? table.left;
  return { row: table.headerTop, column };
}

/** An anomaly on the first header cell of a table. */
export function anomalyOfTable(
  severity: Anomaly["severity"],
  code: Anomaly["code"],
  table: Table,
  params: Record<string, string | number>,
): Anomaly {
  const { row, column } = headingOf(table);
  return anomalyAt(severity, code, table.sheet, row, column, params);
}

/** Where a table stands, as it is named to people: « Parc!A4 ». */
export function placeOf(table: Table): string {
  const { row, column } = headingOf(table);
  return sourceName(table.ref.name, cellName(row, column), table.ref.otherFile);
}

/** A school with nothing left to bill and no row of its own in error. */
export function isEmpty(school: CountedSchool): boolean {
  return school.counts.size === 0 && !school.equipped && school.headcount === null;
}

/** Kinds of tables that are read for what they bill. */
export function isBilledKind(kind: TableKind): boolean {
  return kind === "inventory" || kind === "headcounts" || kind === "installations";
}

/** Takes a whole table out of the account, for one reason: each of its rows is excluded, and nothing else is said of it. */
export function leaveOut(
  reading: TableReading,
  kind: TableKind,
  reason: ExclusionReason,
  anomaly: Anomaly | null,
): void {
  empty(reading);
  reading.showsHeadcounts = false;
  reading.showsPacks = false;
  reading.log.excludeAll(reason);
  reading.kind = kind;
  if (anomaly !== null) reading.anomalies.push(anomaly);
}

/**
 * Refuses a whole table: none of its rows is billed until it is settled. That it shows packs or headcounts stays known, so
 * that its schools do not seem to lack what it shows.
 */
export function refuse(reading: TableReading, anomaly: Anomaly): void {
  empty(reading);
  reading.log.failAll();
  reading.refused.add("equipment");
  if (reading.showsHeadcounts) reading.refused.add("headcount");
  reading.anomalies.push(anomaly);
}

function empty(reading: TableReading): void {
  reading.schools.clear();
  reading.anomalies.length = 0;
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
