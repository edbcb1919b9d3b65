import { parseCellName, placeKey } from "../../cells";
import { pupilCode } from "../../tariff";
import { anomalyAt, anomalyOfTable } from "../anomalies";
import { headcountKey } from "../rows/counts";
import type { TableReader } from "../rows/table-reader";
import { countsPupils, type Column, type Table } from "../table";
import { columnYear, otherYearColumns } from "../tables/column-years";
import { resolveConflicts } from "./conflicts";
import { excludeTable, inFacet, isBilledKind, refuseCount, refuseTable, rowsCounted, shows } from "./facets";
import { joinLevels, nameKinds } from "./schools";
import { TableOutcome } from "./table-outcome";
import { checkRecaps, type Version } from "./versions";

/**
 * Compares tables with each other: versions of one register, tables of what is not in service, years, recaps by commune,
 * tables that show the same schools. Returns what each ends as, billed or not, in their order. (decisions §4)
 */
export function mergeTables(
  readers: readonly TableReader[],
  tables: readonly Table[],
  versions: ReadonlyMap<Table, Version>,
): TableOutcome[] {
  const outcomes = readers.map((reader) => new TableOutcome(reader));
  const recaps: TableOutcome[] = [];
  const details: TableOutcome[] = [];
  outcomes.forEach((outcome, at) => {
    const version = versions.get(tables[at]!)!;
    if (version.kind === "ambiguous") refuseTable(outcome, "ambiguous-source", version.params);
    else if (version.kind === "other-year") excludeTable(outcome, "other-year", "other-year", version.anomaly);
    else if (version.kind === "duplicate") excludeTable(outcome, "repeats", "duplicate-source", version.anomaly);
    // A table read as if its communes were schools is another one than was recognised.
    (outcome.table === tables[at] ? details : recaps).push(outcome);
  });
  nameKinds(outcomes);
  resolveTableKinds(outcomes);
  resolveOtherYearColumns(outcomes);
  joinLevels(details);
  resolveConflicts(details);
  checkRecaps(recaps, details);
  return outcomes;
}

/**
 * Takes out the tables that are no inventory of what is in service, each said; what would leave schools without anything is
 * asked. Installations stay, beside what is in service. (decisions §4)
 */
function resolveTableKinds(outcomes: readonly TableOutcome[]): void {
  const parc = outcomes.filter(({ kind }) => kind === "inventory");
  const equipped = keysOf(parc, "equipment");
  const counted = keysOf(
    outcomes.filter(({ kind }) => isBilledKind(kind)),
    "headcount",
  );
  for (const outcome of outcomes) {
    const { table, kind } = outcome;
    // Versions of one register were told apart before.
    if (kind !== table.kind || outcome.refused.size > 0) continue;
    const { kindWords: words } = table;
    const chosen = table.isChosen === true ? anomalyOfTable("info", "table-chosen", table, { [kind]: 1 }) : null;
    if (kind === "ignored") excludeTable(outcome, kind, "ignored", chosen);
    else if (kind === "model")
      excludeTable(outcome, kind, "model", anomalyOfTable("warning", "model-table", table, { words }));
    else if (kind === "other-year") resolveOtherInstallations(outcome, equipped);
    else if (kind === "not-in-service") resolveNotInService(outcome, equipped, counted);
    else {
      if (kind === "installations") resolveInstallations(outcome, equipped);
      if (chosen !== null) outcome.anomalies.push(chosen);
    }
  }
}

function keysOf(outcomes: readonly TableOutcome[], facet: "equipment" | "headcount"): Set<string> {
  const keys = new Set<string>();
  for (const { schools } of outcomes)
    for (const [key, { equipped, headcount }] of schools)
      if (facet === "equipment" ? equipped : headcount !== null) keys.add(key);
  return keys;
}

/** Excludes a table of what is not in service, with a warning, if its schools stand in another table of equipment; else asks. */
function resolveNotInService(outcome: TableOutcome, equipped: ReadonlySet<string>, counted: ReadonlySet<string>): void {
  const { table, schools } = outcome;
  const { kindWords: words } = table;
  const elsewhere = shows(outcome, "equipment") ? equipped : counted;
  const known = [...schools.keys()].filter((key) => elsewhere.has(key)).length;
  const isAsked = schools.size > 0 && (table.isUnsure === true || known * 2 <= schools.size);
  const params = { words, count: quantitiesOf(outcome) };
  if (isAsked) refuseTable(outcome, "not-in-service-asked", params);
  else
    excludeTable(
      outcome,
      "not-in-service",
      "not-in-service",
      anomalyOfTable("warning", "not-in-service", table, params),
    );
}

/** Counts the cells of a table that would be billed. */
function quantitiesOf({ schools }: TableOutcome): number {
  const cells = new Set<number>();
  for (const { counts } of schools.values())
    for (const count of counts.values())
      for (const { column, rows } of count.cells) for (const row of rows) cells.add(placeKey(row, column));
  return cells.size;
}

/**
 * Excludes installations of another campaign, which say nothing of this one; asks if they alone show the equipment of their
 * schools, or if some may be this one's.
 */
function resolveOtherInstallations(outcome: TableOutcome, equipped: ReadonlySet<string>): void {
  const { table, schools, context } = outcome;
  const { kindWords: words } = table;
  const alone = [...schools.values()].filter((school) => school.equipped && !equipped.has(school.key)).length;
  if (alone > 0 && alone * 2 >= schools.size) refuseTable(outcome, "only-installations", { words, schools: alone });
  else if (table.isUnsure === true) {
    const { year } = context.campaign;
    refuseTable(outcome, "installations-since", { words, campaign: year, before: year - 1 });
  } else {
    const params = { words, campaign: context.campaign.year };
    excludeTable(
      outcome,
      "other-year",
      "other-year",
      anomalyOfTable("info", "other-year-installations", table, params),
    );
  }
}

/** Refuses installations of schools whose equipment no table shows, unless the user said what the table is. */
function resolveInstallations(outcome: TableOutcome, equipped: ReadonlySet<string>): void {
  // What was installed says nothing of the packs in service.
  outcome.showsPacks = false;
  const { table, schools } = outcome;
  const { kindWords: words } = table;
  if (table.isChosen === true) return;
  const installed = [...schools.values()].filter((school) => school.equipped);
  const alone = installed.filter(({ key }) => !equipped.has(key));
  if (alone.length === 0) return;
  if (alone.length * 2 >= installed.length) {
    refuseTable(outcome, "only-installations", { words, schools: alone.length });
    return;
  }
  for (const school of alone) {
    for (const [key, count] of school.counts) if (inFacet(count, "equipment")) refuseCount(outcome, school, key);
    outcome.anomalies.push(
      anomalyAt("error", "school-only-installed", table.sheet, school.row, school.column, {
        school: school.name,
        commune: school.commune.name,
      }),
    );
  }
}

/** A column that is dated of another year, taken out: what it counted of each school, and its rows. */
interface Removed {
  readonly outcome: TableOutcome;
  readonly column: Column;
  readonly facet: "equipment" | "headcount";
  readonly counted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rows: ReadonlySet<number>;
}

/**
 * Leaves out columns that are dated only of another year, if other tables show the same of the same schools; else it is an
 * error. They are never billed, and what the other columns of their table count stays. (decisions §4)
 */
function resolveOtherYearColumns(outcomes: readonly TableOutcome[]): void {
  const live = outcomes.filter(({ kind }) => isBilledKind(kind));
  // All are taken out before any is weighed, so that none stands in for another.
  const removed = live.flatMap((outcome) =>
    otherYearColumns(outcome.table, outcome.context.campaign).map((column) => remove(outcome, column)),
  );
  for (const one of removed) {
    const { outcome, column, counted, rows } = one;
    const { table, context } = outcome;
    const others = live.filter((other) => other !== outcome);
    const shown = [...counted].filter(([school, keys]) => others.some((other) => showsAll(other, school, keys))).length;
    const isShown = shown * 2 > counted.size || counted.size === 0;
    const params = { header: column.header, year: columnYear(column)!, campaign: context.campaign.year };
    if (isShown) excludeRows(one);
    else {
      for (const row of rows) outcome.log.fail(row);
      outcome.refused.add(one.facet);
    }
    outcome.columnsOut.set(column.index, isShown ? "other-year" : "refused");
    const [severity, code] = isShown
      ? (["info", "other-year-column"] as const)
      : (["error", "only-other-year"] as const);
    outcome.anomalies.push(anomalyAt(severity, code, table.sheet, column.headerRow, column.index, params));
  }
}

/** Takes out a column of another year, and what was said of its cells; returns what it counted. */
function remove(outcome: TableOutcome, column: Column): Removed {
  const counted = new Map<string, Set<string>>();
  const rows = new Set<number>();
  for (const school of outcome.schools.values()) {
    const own = school.otherYears.get(column.index);
    const keys = new Set(own?.keys);
    for (const row of own?.rows ?? []) rows.add(row);
    if (school.headcount?.column === column.index) {
      rows.add(school.headcount.row);
      keys.add(headcountKey);
      school.headcount = null;
    }
    if (keys.size > 0) counted.set(school.key, keys);
  }
  for (const row of forget(outcome, column)) rows.add(row);
  const isPupils = countsPupils(column.role);
  if (isPupils) outcome.showsHeadcounts = [...outcome.schools.values()].some(({ headcount }) => headcount !== null);
  return { outcome, column, facet: isPupils ? "headcount" : "equipment", counted, rows };
}

/** Takes back what was said of the cells of a column; returns the rows of those cells. */
function forget({ anomalies, table }: TableOutcome, column: Column): number[] {
  const rows: number[] = [];
  for (let at = anomalies.length - 1; at >= 0; at -= 1) {
    const cell = parseCellName(anomalies[at]!.cell ?? "");
    if (cell?.column !== column.index || cell.row < table.bodyTop) continue;
    rows.push(cell.row);
    anomalies.splice(at, 1);
  }
  return rows;
}

function showsAll({ schools }: TableOutcome, school: string, keys: ReadonlySet<string>): boolean {
  const shown = schools.get(school);
  return (
    shown !== undefined &&
    [...keys].every((key) => shown.counts.has(key) || (key.startsWith(`${pupilCode}|`) && shown.headcount !== null))
  );
}

/** Excludes rows; one of which something else is billed, or in error, stays so. */
function excludeRows({ outcome, rows }: Removed): void {
  const { anomalies, log } = outcome;
  const kept = rowsCounted(outcome);
  const failed = new Set<number>();
  for (const { severity, cell } of anomalies)
    if (severity === "error" && cell !== null) failed.add(parseCellName(cell)!.row);
  for (const row of rows) if (!failed.has(row)) log.overwrite(row, kept.has(row) ? "billed" : "other-year");
}
