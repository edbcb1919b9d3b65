import type { Anomaly } from "../../messages";
import { anomalyAt } from "../anomalies";
import type { TableReading } from "../read/reading-table";
import type { Facet } from "./facets";
import { anomalyOfTable, dropFacet, inFacet, schoolsOfFacet } from "./facets";

/** From this share of its schools shown by another table too, a table is another version of it. */
const sameThing = 0.5;

interface Overlap {
  readonly shared: readonly string[];
  readonly share: number;
  /** Everything they both count is equal. */
  readonly equal: boolean;
  /** Everything they both count is equal, and this one counts all that the other does. */
  readonly fuller: "first" | "second" | null;
}

/** The schools of which two tables count one same prestation and nature, and whether one says all that the other does. */
function overlap(a: TableReading, b: TableReading, facet: Facet): Overlap {
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

/** Registers add up unless they list the same machines, which is told before they are read. */
function bothMachines(first: TableReading, second: TableReading): boolean {
  return first.table.layout === "machine-rows" && second.table.layout === "machine-rows";
}

type Pair = (first: TableReading, second: TableReading, facet: Facet) => void;

/**
 * Where tables show the same thing, the campaign's year wins and the others are set apart; where one says all that another
 * does, it counts alone; where they disagree and nothing tells which is right, none is billed. (decisions §4) A school met
 * again in a table of other schools is a duplicate.
 */
export function settleRivals(readings: readonly TableReading[]): void {
  const eachPair = (settle: Pair): void => {
    for (const facet of ["equipment", "headcount"] as const)
      for (let later = 1; later < readings.length; later += 1)
        for (let earlier = 0; earlier < later; earlier += 1) {
          const [first, second] = [readings[earlier]!, readings[later]!];
          if (!bothMachines(first, second)) settle(first, second, facet);
        }
  };
  // The campaign's own tables first: what they set apart rivals nothing any more.
  eachPair(settleYears);
  eachPair(settleRepeats);
  // All disputes are found before any is settled, so that a third version does not go through when two refuse each other.
  const disputes: [TableReading, TableReading, Facet][] = [];
  eachPair((first, second, facet) => {
    const { share, equal } = overlap(first, second, facet);
    if (share >= sameThing && !equal) disputes.push([first, second, facet]);
  });
  for (const [first, second, facet] of disputes) {
    refuse(first, second, facet);
    refuse(second, first, facet);
  }
  eachPair(settleSchools);
}

/**
 * Sets apart the one of two versions of a table that is not the campaign's. One that says no year is no other year's: it is
 * set apart only where the campaign's shows all of its schools, and that is to be looked at.
 */
function settleYears(first: TableReading, second: TableReading, facet: Facet): void {
  const campaign = first.tools.campaign.year;
  const [a, b] = [first.table.year, second.table.year];
  if (a === b || (a !== campaign && b !== campaign) || overlap(first, second, facet).share < sameThing) return;
  const [kept, left] = a === campaign ? [first, second] : [second, first];
  if (left.table.year !== null) leaveOut(left, facet, "other-year", "other-year-source", kept);
  else if (showsAllOf(kept, left, facet)) leaveOut(left, facet, "duplicate-source", "undated-source", kept);
}

function showsAllOf(kept: TableReading, left: TableReading, facet: Facet): boolean {
  const shown = schoolsOfFacet(kept, facet);
  return [...schoolsOfFacet(left, facet).keys()].every((school) => shown.has(school));
}

/** Sets apart the one of two versions of a table that says nothing more than the other. */
function settleRepeats(first: TableReading, second: TableReading, facet: Facet): void {
  const { share, fuller } = overlap(first, second, facet);
  if (share < sameThing || fuller === null) return;
  const [kept, left] = fuller === "first" ? [first, second] : [second, first];
  leaveOut(left, facet, "duplicate-source", "same-source-twice", kept);
}

/** A few schools in common: the second table's are duplicates; items add up. */
function settleSchools(first: TableReading, second: TableReading, facet: Facet): void {
  if (first.table.layout === "item-rows" && second.table.layout === "item-rows") return;
  for (const key of overlap(first, second, facet).shared) refuseSchool(second, key, facet, first);
}

function leaveOut(
  reading: TableReading,
  facet: Facet,
  reason: "other-year" | "duplicate-source",
  code: "other-year-source" | "same-source-twice" | "undated-source",
  kept: TableReading,
): void {
  if (dropFacet(reading, facet)) {
    reading.log.excludeAll(reason);
    reading.anomalies.length = 0;
  }
  const { table, tools } = reading;
  const params = { kept: kept.table.sheet.name, year: table.year ?? "", campaign: tools.campaign.year };
  tellOnce(reading, anomalyOfTable(code === "undated-source" ? "warning" : "info", code, table, params));
}

/** Equipment and headcounts of one table may come to the same words. */
function tellOnce(reading: TableReading, anomaly: Anomaly): void {
  const told = reading.anomalies.some(({ code, cell }) => code === anomaly.code && cell === anomaly.cell);
  if (!told) reading.anomalies.push(anomaly);
}

/** Every row of a refused table has something unbilled; that it shows packs or headcounts stays known. */
function refuse(reading: TableReading, rival: TableReading, facet: Facet): void {
  if (reading.refused.has(facet)) return;
  const { showsPacks } = reading;
  dropFacet(reading, facet);
  reading.showsPacks = showsPacks;
  reading.refused.add(facet);
  reading.log.failAll();
  const name = rival.table.sheet.name;
  tellOnce(reading, anomalyOfTable("error", "ambiguous-source", reading.table, { rival: name }));
}

function refuseSchool(reading: TableReading, key: string, facet: Facet, first: TableReading): void {
  const school = reading.schools.get(key)!;
  for (const [countKey, count] of school.counts)
    if (inFacet(count.code, facet)) {
      for (const { rows } of count.cells) for (const row of rows) reading.log.fail(row);
      school.counts.delete(countKey);
    }
  reading.log.fail(school.row);
  tellOnce(
    reading,
    anomalyAt("error", "duplicate-school", reading.table.sheet, school.row, school.column, {
      school: school.name,
      commune: school.commune.name,
      first: `${first.table.sheet.name}, ${first.schools.get(key)!.row + 1}`,
    }),
  );
  if (facet === "headcount") school.headcount = null;
}
