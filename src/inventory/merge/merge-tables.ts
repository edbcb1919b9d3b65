import { parseCellName } from "../../cells";
import { anomalyAt } from "../anomalies";
import type { TableReading } from "../rows/table-reader";
import type { Column, Table } from "../table";
import { columnYear } from "../tables/column-conflicts";
import { settleRivals } from "./conflicts";
import { anomalyOfTable, dropFacet, inFacet, isBilledKind, leaveOut, refuse, rowsCounted, shows } from "./facets";
import { joinLevels, nameKinds } from "./schools";
import { settleRecaps, type Version } from "./versions";

/**
 * Puts tables beside each other, in place: versions of one register, tables of what is not in service, years, recaps by
 * commune, tables that show the same schools. Each ends in one kind, billed or not. (decisions §4)
 */
export function settleTables(
  readings: readonly TableReading[],
  tables: readonly Table[],
  versions: ReadonlyMap<Table, Version>,
): void {
  const recaps: TableReading[] = [];
  const details: TableReading[] = [];
  readings.forEach((reading, at) => {
    const version = versions.get(tables[at]!)!;
    if (version.kind === "ambiguous") refuse(reading, version.anomaly);
    else if (version.kind === "other-year") leaveOut(reading, "other-year", "other-year", version.anomaly);
    else if (version.kind === "duplicate") leaveOut(reading, "repeats", "duplicate-source", version.anomaly);
    // A table read as if its communes were schools is another one than was recognised.
    (reading.table === tables[at] ? details : recaps).push(reading);
  });
  nameKinds(readings);
  settleKinds(readings);
  settleOtherYearColumns(readings);
  joinLevels(details);
  settleRivals(details);
  settleRecaps(recaps, details);
}

/**
 * Takes out the tables that are no inventory of what is in service, each said; what would leave schools without anything is
 * asked. Installations stay, beside what is in service. (decisions §4)
 */
function settleKinds(readings: readonly TableReading[]): void {
  const parc = readings.filter(({ kind }) => kind === "inventory");
  const equipped = keysOf(parc, "equipment");
  const counted = keysOf(
    readings.filter(({ kind }) => isBilledKind(kind)),
    "headcount",
  );
  for (const reading of readings) {
    const { table, kind, kindWords } = reading;
    // Versions of one register were told apart before.
    if (kind !== table.kind || reading.refused.size > 0) continue;
    const words = kindWords;
    const chosen = table.isChosen === true ? anomalyOfTable("info", "table-chosen", table, { [kind]: 1 }) : null;
    if (kind === "ignored") leaveOut(reading, kind, "ignored", chosen);
    else if (kind === "model")
      leaveOut(reading, kind, "model", anomalyOfTable("warning", "model-table", table, { words }));
    else if (kind === "other-year") settleOtherInstallations(reading, equipped);
    else if (kind === "not-in-service") settleNotInService(reading, equipped, counted);
    else {
      if (kind === "installations") settleInstallations(reading, equipped);
      if (chosen !== null) reading.anomalies.push(chosen);
    }
  }
}

function keysOf(readings: readonly TableReading[], facet: "equipment" | "headcount"): Set<string> {
  const keys = new Set<string>();
  for (const { schools } of readings)
    for (const [key, { equipped, headcount }] of schools)
      if (facet === "equipment" ? equipped : headcount !== null) keys.add(key);
  return keys;
}

/** Excluded with a warning where its schools stand in another table of equipment, else asked. */
function settleNotInService(reading: TableReading, equipped: ReadonlySet<string>, counted: ReadonlySet<string>): void {
  const { table, schools, kindWords: words } = reading;
  const elsewhere = shows(reading, "equipment") ? equipped : counted;
  const known = [...schools.keys()].filter((key) => elsewhere.has(key)).length;
  const isAsked = schools.size > 0 && (table.isUnsure === true || known * 2 <= schools.size);
  const params = { words, count: quantitiesOf(reading) };
  if (isAsked) refuse(reading, anomalyOfTable("error", "not-in-service-asked", table, params));
  else
    leaveOut(reading, "not-in-service", "not-in-service", anomalyOfTable("warning", "not-in-service", table, params));
}

/** How many cells of a table would be billed. */
function quantitiesOf({ schools }: TableReading): number {
  const cells = new Set<string>();
  for (const { counts } of schools.values())
    for (const count of counts.values())
      for (const { column, rows } of count.cells) for (const row of rows) cells.add(`${row}|${column}`);
  return cells.size;
}

/** Installations of another campaign say nothing of this one, unless they alone show the equipment of their schools. */
function settleOtherInstallations(reading: TableReading, equipped: ReadonlySet<string>): void {
  const { table, schools, kindWords: words, tools } = reading;
  const alone = [...schools.values()].filter((school) => school.equipped && !equipped.has(school.key)).length;
  if (alone > 0 && alone * 2 >= schools.size)
    refuse(reading, anomalyOfTable("error", "only-installations", table, { words, schools: alone }));
  else if (table.isUnsure === true) {
    const { year } = tools.campaign;
    refuse(reading, anomalyOfTable("error", "installations-since", table, { words, campaign: year, before: year - 1 }));
  } else {
    const params = { words, campaign: tools.campaign.year };
    leaveOut(reading, "other-year", "other-year", anomalyOfTable("info", "other-year-installations", table, params));
  }
}

/** Installations of schools whose equipment no table shows are asked, unless the user said what the table is. */
function settleInstallations(reading: TableReading, equipped: ReadonlySet<string>): void {
  // What was installed says nothing of the packs in service.
  reading.showsPacks = false;
  const { table, schools, kindWords: words } = reading;
  if (table.isChosen === true) return;
  const installed = [...schools.values()].filter((school) => school.equipped);
  const alone = installed.filter(({ key }) => !equipped.has(key));
  if (alone.length === 0) return;
  if (alone.length * 2 >= installed.length) {
    refuse(reading, anomalyOfTable("error", "only-installations", table, { words, schools: alone.length }));
    return;
  }
  for (const school of alone) {
    for (const [key, count] of school.counts)
      if (inFacet(count, "equipment")) {
        for (const { rows } of count.cells) for (const row of rows) reading.log.fail(row);
        school.counts.delete(key);
      }
    reading.anomalies.push(
      anomalyAt("error", "school-only-installed", table.sheet, school.row, school.column, {
        school: school.name,
        commune: school.commune.name,
      }),
    );
  }
}

/**
 * Tables of another year that no table of the campaign replaced: what they show is not billed until the user says that they
 * hold for the campaign. A column of theirs that says the campaign's year is the campaign's. (decisions §4)
 */
export function refuseOtherYears(readings: readonly TableReading[]): void {
  for (const reading of readings) {
    const { table, tools, log } = reading;
    const campaign = tools.campaign.year;
    if (table.year === null || table.year === campaign || !isBilledKind(reading.kind)) continue;
    const own = new Set(table.columns.filter((column) => columnYear(column) === campaign).map(({ index }) => index));
    const billed = [...reading.schools.values()].flatMap(({ counts }) => [...counts.values()]);
    const stale = billed.filter(({ cells }) => cells.some(({ column }) => !own.has(column)));
    if (stale.length === 0) continue;
    const anomaly = anomalyOfTable("error", "title-other-year", table, { year: table.year, campaign });
    if (own.size === 0) {
      refuse(reading, anomaly);
      continue;
    }
    const { showsPacks } = reading;
    for (const facet of ["equipment", "headcount"] as const) {
      if (!shows(reading, facet) || !stale.some((count) => inFacet(count, facet))) continue;
      dropFacet(reading, facet);
      reading.refused.add(facet);
    }
    reading.showsPacks = showsPacks;
    log.failAll();
    reading.anomalies.push(anomaly);
  }
}

/** A column that is dated of another year, taken out: what it counted of each school, and its rows. */
interface Removed {
  readonly reading: TableReading;
  readonly column: Column;
  readonly facet: "equipment" | "headcount";
  readonly counted: ReadonlyMap<string, ReadonlySet<string>>;
  readonly rows: ReadonlySet<number>;
}

/**
 * Columns that are dated only of another year, and that no column of their own table replaces, are never billed: where other
 * tables show the same of the same schools they are left out, else it is an error. (decisions §4)
 */
function settleOtherYearColumns(readings: readonly TableReading[]): void {
  const live = readings.filter(({ kind }) => isBilledKind(kind));
  // All are taken out before any is weighed, so that none stands in for another.
  const removed = live.flatMap((reading) => otherYearColumns(reading).map((column) => remove(reading, column)));
  for (const one of removed) {
    const { reading, column, counted, rows } = one;
    const { table, tools } = reading;
    const shown = [...counted].filter(([school, keys]) => live.some((other) => showsAll(other, school, keys))).length;
    const isShown = shown * 2 > counted.size || counted.size === 0;
    const params = { header: column.header, year: columnYear(column)!, campaign: tools.campaign.year };
    if (isShown) excludeRows(one);
    else {
      for (const row of rows) reading.log.fail(row);
      reading.refused.add(one.facet);
    }
    reading.columnsOut.set(column.index, isShown ? "other-year" : "refused");
    const [severity, code] = isShown
      ? (["info", "other-year-column"] as const)
      : (["error", "only-other-year"] as const);
    reading.anomalies.push(anomalyAt(severity, code, table.sheet, column.headerRow, column.index, params));
  }
}

/** The columns that count something of another year; the user's own choice of a column clears its years. */
function otherYearColumns({ table, tools }: TableReading): Column[] {
  if (table.layout === "machine-rows" || table.layout === "pupil-list" || table.isChosen === true) return [];
  return table.columns.filter(
    (column) =>
      (column.role.kind === "count" || column.role.kind === "part") &&
      columnYear(column) !== null &&
      columnYear(column) !== tools.campaign.year,
  );
}

/** Takes a column's cells out of what a table counts, and what was said of them. */
function remove(reading: TableReading, column: Column): Removed {
  const counted = new Map<string, Set<string>>();
  const rows = new Set<number>();
  for (const school of reading.schools.values()) {
    const keys = new Set<string>();
    for (const [key, count] of school.counts) {
      const own = count.cells.filter((cells) => cells.column === column.index);
      if (own.length === 0) continue;
      keys.add(key);
      for (const cells of own) for (const row of cells.rows) rows.add(row);
      // Nothing else counts the same thing in this table, or it would have been weighed against this column.
      school.counts.delete(key);
    }
    if (school.headcount?.column === column.index) {
      rows.add(school.headcount.row);
      keys.add("PORTAIL|maintenance");
      school.headcount = null;
    }
    if (keys.size > 0) counted.set(school.key, keys);
  }
  for (const row of forget(reading, column)) rows.add(row);
  const isPupils = column.role.kind === "part" || (column.role.kind === "count" && column.role.code === "PORTAIL");
  if (isPupils) reading.showsHeadcounts = [...reading.schools.values()].some(({ headcount }) => headcount !== null);
  return { reading, column, facet: isPupils ? "headcount" : "equipment", counted, rows };
}

/** Takes back what was said of the cells of a column: the rows of those cells. */
function forget({ anomalies, table }: TableReading, column: Column): number[] {
  const rows: number[] = [];
  for (let at = anomalies.length - 1; at >= 0; at -= 1) {
    const cell = parseCellName(anomalies[at]!.cell ?? "");
    if (cell?.column !== column.index || cell.row < table.bodyTop) continue;
    rows.push(cell.row);
    anomalies.splice(at, 1);
  }
  return rows;
}

function showsAll({ schools }: TableReading, school: string, keys: ReadonlySet<string>): boolean {
  const shown = schools.get(school);
  return (
    shown !== undefined &&
    [...keys].every((key) => shown.counts.has(key) || (key.startsWith("PORTAIL") && shown.headcount !== null))
  );
}

/** A row of which something else is billed, or in error, stays so. */
function excludeRows({ reading, rows }: Removed): void {
  const { anomalies, log } = reading;
  const kept = rowsCounted(reading);
  const failed = new Set<number>();
  for (const { severity, cell } of anomalies)
    if (severity === "error" && cell !== null) failed.add(parseCellName(cell)!.row);
  for (const row of rows) if (!failed.has(row)) log.settle(row, kept.has(row) ? null : "other-year");
}
