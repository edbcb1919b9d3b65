import { cellName } from "../../cells";
import type { Anomaly } from "../../messages";
import type { RepeatRule } from "../../options";
import { anomalyAt, anomalyOfTable, placeOf } from "../anomalies";
import { repeatsOf } from "../choices";
import { columnYear } from "../tables/column-years";
import {
  coverage,
  dropFacet,
  facetOf,
  inFacet,
  isBilledKind,
  isPartOf,
  overlap,
  refuseCount,
  refuseFacet,
  refuseTable,
  rowsCounted,
  saysNatures,
  schoolsOfFacet,
  shows,
  yearRank,
  type Facet,
} from "./facets";
import type { TableOutcome } from "./table-outcome";

/** From this share of its schools shown by another table too, a table is another version of it. */
const sameThing = 0.5;

/**
 * Returns whether two tables are registers of one kind: they add up unless they list the same machines, which is told before
 * they are read.
 */
function bothMachines(first: TableOutcome, second: TableOutcome): boolean {
  return first.table.layout === "machine-rows" && second.table.layout === "machine-rows" && first.kind === second.kind;
}

type Pair = (first: TableOutcome, second: TableOutcome, facet: Facet) => void;

/**
 * Resolves what tables show of the same thing: the campaign's year wins and the others are set apart; if one says all that
 * another does, it counts alone; if they disagree and nothing tells which is right, none is billed, unless the user said that
 * they add up or that the first counts. (decisions §4) A school met again in a table of other schools is a duplicate.
 */
export function resolveConflicts(all: readonly TableOutcome[]): void {
  const outcomes = all.filter(({ kind }) => isBilledKind(kind));
  const chosen = new Map<string, RepeatRule>();
  const keyOf = (first: TableOutcome, second: TableOutcome, facet: Facet): string =>
    `${outcomes.indexOf(first)}|${outcomes.indexOf(second)}|${facet}`;
  const eachPair = (resolve: Pair): void => {
    for (const facet of ["equipment", "headcount"] as const)
      for (let later = 1; later < outcomes.length; later += 1)
        for (let earlier = 0; earlier < later; earlier += 1) {
          const [first, second] = [outcomes[earlier]!, outcomes[later]!];
          const shown = facetOf(first, second, facet);
          if (!bothMachines(first, second) && !chosen.has(keyOf(first, second, shown))) resolve(first, second, shown);
        }
  };
  // The campaign's own tables first: what they set apart rivals nothing any more.
  eachPair(resolveYearVersions);
  refuseOtherYears(outcomes);
  eachPair((first, second, facet) => {
    const said = followChoice(first, second, facet);
    if (said !== null) chosen.set(keyOf(first, second, facet), said);
  });
  eachPair(resolveRepeats);
  // All disputes are found before any is settled, so that a third version does not go through when two refuse each other.
  const disputes: [TableOutcome, TableOutcome, Facet][] = [];
  eachPair((first, second, facet) => {
    const { share, equal } = overlap(first, second, facet);
    if (share >= sameThing && !equal) disputes.push([first, second, facet]);
  });
  for (const [first, second, facet] of disputes) {
    const params = { first: placeOf(first.table), second: placeOf(second.table) };
    dispute(first, params, facet);
    dispute(second, params, facet);
  }
  eachPair(resolveSharedSchools);
}

/** From this share of what a table counts shown by the campaign's too, it is an older version of it. */
const sameVersion = 0.5;

/**
 * Sets apart the one of two versions of a table that is not the campaign's. A table that says no year wins over one of
 * another year; it is set apart only if one that says to be the campaign's inventory counts all that it does, which is to be
 * looked at.
 */
function resolveYearVersions(first: TableOutcome, second: TableOutcome, facet: Facet): void {
  const campaign = first.context.campaign.year;
  const [a, b] = [first.table.year, second.table.year];
  if (a === b || overlap(first, second, facet).share < sameThing) return;
  const [rankA, rankB] = [yearRank(a, campaign), yearRank(b, campaign)];
  if (rankA === rankB) return;
  const [kept, left] = rankA > rankB ? [first, second] : [second, first];
  const covered = coverage(kept, left, facet);
  if (left.table.year !== null) {
    if (covered >= sameVersion) leaveFacetOut(left, facet, "other-year", "other-year-source", kept);
  } else if (covered === 1 && (facet === "headcount" || kept.table.isSituation === true))
    leaveFacetOut(left, facet, "duplicate-source", "undated-source", kept);
}

/** Follows what the user said of two tables of the same schools, and returns it; null if they share none, or nothing was said. */
function followChoice(first: TableOutcome, second: TableOutcome, facet: Facet): RepeatRule | null {
  const { repeats } = first.context.options;
  const said = repeatsOf(second.table, repeats) ?? repeatsOf(first.table, repeats);
  if (said === null || overlap(first, second, facet).shared.length === 0) return null;
  if (said === "first") dropShared(second, first, facet);
  const params = { first: placeOf(first.table), [said === "added" ? "added" : "kept"]: 1 };
  tellOnce(second, anomalyOfTable("info", "repeats-chosen", second.table, params));
  return said;
}

/** Takes out of a table what another counts already, school by school. */
function dropShared(outcome: TableOutcome, first: TableOutcome, facet: Facet): void {
  const dropped = new Set<number>();
  for (const school of outcome.schools.values()) {
    const known = first.schools.get(school.key);
    for (const [key, count] of school.counts) {
      if (!inFacet(count, facet) || known?.counts.has(key) !== true) continue;
      for (const { column, rows } of count.cells)
        for (const row of rows) {
          dropped.add(row);
          outcome.cellsOut.add(cellName(row, column));
        }
      school.counts.delete(key);
    }
    if (facet === "headcount" && known !== undefined && known.headcount !== null) school.headcount = null;
  }
  const kept = rowsCounted(outcome);
  for (const row of dropped)
    if (!kept.has(row) && !outcome.log.isError(row)) outcome.log.exclude(row, "duplicate-source");
  if (schoolsOfFacet(outcome, facet).size === 0) leaveFacetOut(outcome, facet, "duplicate-source", null, first);
}

/** Sets apart the one of two versions of a table that says nothing more than the other, or only a part of its headcounts. */
function resolveRepeats(first: TableOutcome, second: TableOutcome, facet: Facet): void {
  const { share, fuller } = overlap(first, second, facet);
  if (share < sameThing) return;
  if (facet === "headcount" && fuller === null) {
    if (isPartOf(second, first)) leaveFacetOut(second, facet, "duplicate-source", "part-of-headcounts", first);
    else if (isPartOf(first, second)) leaveFacetOut(first, facet, "duplicate-source", "part-of-headcounts", second);
    return;
  }
  if (fuller === null) return;
  const [kept, left] = fuller === "first" ? [first, second] : [second, first];
  leaveFacetOut(left, facet, "duplicate-source", "same-source-twice", kept);
}

/** Refuses what the second table says again of a few schools in common; items with their natures add up. */
function resolveSharedSchools(first: TableOutcome, second: TableOutcome, facet: Facet): void {
  const areItems = first.table.layout === "item-rows" && second.table.layout === "item-rows";
  if (areItems && facet !== "headcount" && saysNatures(first) && saysNatures(second)) return;
  for (const key of overlap(first, second, facet).shared) refuseSchool(second, key, facet, first);
}

function leaveFacetOut(
  outcome: TableOutcome,
  facet: Facet,
  reason: "other-year" | "duplicate-source",
  code: "other-year-source" | "same-source-twice" | "undated-source" | "part-of-headcounts" | null,
  kept: TableOutcome,
): void {
  if (dropFacet(outcome, facet)) {
    outcome.log.excludeAll(reason);
    outcome.anomalies.length = 0;
    outcome.kind = reason === "other-year" ? "other-year" : "repeats";
  }
  if (code === null) return;
  const { table, context } = outcome;
  const params = { kept: placeOf(kept.table), year: table.year ?? "", campaign: context.campaign.year };
  tellOnce(outcome, anomalyOfTable(code === "undated-source" ? "warning" : "info", code, table, params));
}

/** Tells an anomaly of a table once: equipment and headcounts may come to the same words. */
function tellOnce(outcome: TableOutcome, anomaly: Anomaly): void {
  const told = outcome.anomalies.some(({ code, cell }) => code === anomaly.code && cell === anomaly.cell);
  if (!told) outcome.anomalies.push(anomaly);
}

/**
 * Refuses a facet of a table that another disputes: every row that it billed is in error, since something of it is unbilled;
 * that it shows packs or headcounts stays known.
 */
function dispute(outcome: TableOutcome, params: { first: string; second: string }, facet: Facet): void {
  if (outcome.refused.has(facet === "headcount" ? facet : "equipment")) return;
  refuseFacet(outcome, facet);
  outcome.log.failAll();
  tellOnce(outcome, anomalyOfTable("error", "ambiguous-source", outcome.table, params));
}

function refuseSchool(outcome: TableOutcome, key: string, facet: Facet, first: TableOutcome): void {
  const school = outcome.schools.get(key)!;
  const known = first.schools.get(key)!;
  for (const [countKey, count] of school.counts)
    if (inFacet(count, facet) && known.counts.has(countKey)) refuseCount(outcome, school, countKey);
  outcome.log.fail(school.row);
  tellOnce(
    outcome,
    anomalyAt("error", "duplicate-school", outcome.table.sheet, school.row, school.column, {
      school: school.name,
      commune: school.commune.name,
      first: `${first.table.sheet.name}, ${known.row + 1}`,
    }),
  );
  if (facet === "headcount") school.headcount = null;
}

/**
 * Refuses tables of another year that no table of the campaign replaced: what they show is not billed until the user says
 * that they hold for the campaign. A column of theirs that says the campaign's year is the campaign's. (decisions §4)
 */
function refuseOtherYears(outcomes: readonly TableOutcome[]): void {
  for (const outcome of outcomes) {
    const { table, context, log } = outcome;
    const campaign = context.campaign.year;
    if (table.year === null || table.year === campaign || !isBilledKind(outcome.kind)) continue;
    const own = new Set(table.columns.filter((column) => columnYear(column) === campaign).map(({ index }) => index));
    const billed = [...outcome.schools.values()].flatMap(({ counts }) => [...counts.values()]);
    const stale = billed.filter(({ cells }) => cells.some(({ column }) => !own.has(column)));
    if (stale.length === 0) continue;
    const params = { year: table.year, campaign };
    if (own.size === 0) {
      refuseTable(outcome, "title-other-year", params);
      continue;
    }
    for (const facet of ["equipment", "headcount"] as const)
      if (shows(outcome, facet) && stale.some((count) => inFacet(count, facet))) refuseFacet(outcome, facet);
    log.failAll();
    outcome.anomalies.push(anomalyOfTable("error", "title-other-year", table, params));
  }
}
