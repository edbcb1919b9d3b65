import { anomalyAt } from "../anomalies";
import type { TableReading } from "../read/reading-table";
import { anomalyOfTable, inFacet, shows } from "./facets";
import { isBilledKind, leaveOut, refuse } from "./set-apart";

/**
 * Takes out the tables that are no inventory of what is in service, each said; what would leave schools without anything is
 * asked. Installations stay, beside what is in service. (decisions §4)
 */
export function settleKinds(readings: readonly TableReading[]): void {
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
