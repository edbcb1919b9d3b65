import { finish } from "../cells";
import type { Steps } from "../cells";
import type { Anomaly } from "../messages";
import { createDirectory, createLabelReader } from "../tariff";
import { accountNumbers } from "./account/account-numbers";
import { anomalyOfSheet } from "./anomalies";
import { assemble } from "./assemble/assemble";
import { isByCommune, settleRecaps, withCommunesAsSchools } from "./assemble/commune-recaps";
import { joinLevels } from "./assemble/levels";
import { settleRivals } from "./assemble/rivals";
import { versionsOf } from "./assemble/versions";
import type { Version } from "./assemble/versions";
import { mappingOf } from "./mapping";
import { ChosenCommunes } from "./read/chosen-communes";
import { readItemRows } from "./read/item-rows";
import { KnownNumbers } from "./read/known-numbers";
import { readMachineRows } from "./read/machine-rows";
import { NamedSchools } from "./read/named-schools";
import { readPupilList } from "./read/pupil-list";
import { TableReading } from "./read/reading-table";
import type { ReadingTools } from "./read/reading-table";
import { SerialNumbers } from "./read/serial-numbers";
import { readSchoolRows } from "./read/school-rows";
import { withFormulasTold } from "./read/without-result";
import { WordChoices } from "./read/word-choices";
import type { Known } from "./recognise/recognising";
import { findSources } from "./recognise/sources";
import type { ReadingRequest } from "./request";
import { rowsBySheet } from "./rows-by-sheet";
import type { Mapping, Reading } from "./types";

/** Recognises every inventory and headcount of the workbooks' visible sheets: what `readInventory` would read, to be shown. */
export function recogniseInventory(request: ReadingRequest): Mapping[] {
  const told = { ...request, workbooks: withFormulasTold(request.workbooks) };
  return finish(findSources(told, knownOf(told))).tables.map(mappingOf);
}

/**
 * Reads the inventory of the workbooks: schools, what is billable of each prestation, what became of each row, how the tables
 * were understood, and everything to tell the user. Never throws, whatever the cells. (decisions §2 and §4)
 */
export function readInventory(request: ReadingRequest): Reading {
  return finish(readInventoryInSteps(request));
}

/** The same reading, which pauses between sheets, tables, and slices of long tables. */
export function* readInventoryInSteps(given: ReadingRequest): Steps<Reading> {
  const request = { ...given, workbooks: withFormulasTold(given.workbooks) };
  const { campaign, grid, options } = request;
  const known = knownOf(request);
  const { tables, anomalies } = yield* findSources(request, known);
  const tools: ReadingTools = {
    campaign,
    grid,
    ...known,
    options,
    chosenCommunes: new ChosenCommunes(options.communes, known.directory),
    namedSchools: new NamedSchools(tables, known.directory),
    words: new WordChoices(options.words),
    inventoryNumbers: new KnownNumbers(),
    serialNumbers: new SerialNumbers(),
  };
  const versions = versionsOf(tables, campaign.year);
  const readings: TableReading[] = [];
  for (const table of tables) {
    yield;
    const version = versions.get(table)!;
    // What another version of a register lists is no duplicate: its numbers are its own.
    const own = { ...tools, inventoryNumbers: new KnownNumbers(), serialNumbers: new SerialNumbers() };
    const reading = new TableReading(
      isByCommune(table) ? withCommunesAsSchools(table) : table,
      version.kind === "read" ? tools : own,
    );
    yield* readTable(reading);
    if (version.kind !== "read") setApart(reading, version.kind, version.anomaly);
    else reading.anomalies.push(...table.anomalies);
    readings.push(reading);
  }
  yield;
  tools.serialNumbers.tellTwice();
  const recaps = readings.filter(({ table }) => !tables.includes(table));
  const details = readings.filter((reading) => !recaps.includes(reading));
  joinLevels(details);
  settleRivals(details);
  settleRecaps(recaps, details);
  warnOfYear(readings);
  yield;
  const assembled = assemble(readings, tools);
  const told = [...anomalies, ...readings.flatMap((reading) => reading.anomalies), ...assembled.anomalies];
  const account = accountNumbers(request.workbooks, readings, assembled.quantities, told);
  return {
    schools: assembled.schools,
    quantities: assembled.quantities,
    rows: rowsBySheet(readings),
    fates: readings.map(({ table, log }) => ({ sheet: table.ref, rows: log })),
    mappings: tables.map(mappingOf),
    numbers: account.numbers,
    anomalies: [...told, ...account.anomalies],
  };
}

function knownOf({ campaign, grid }: ReadingRequest): Known {
  return { directory: createDirectory(campaign.snapshot), readLabel: createLabelReader(grid) };
}

function* readTable(reading: TableReading): Steps<void> {
  switch (reading.table.layout) {
    case "school-rows":
    case "headcounts":
      return readSchoolRows(reading);
    case "item-rows":
    case "schools-across":
      return readItemRows(reading);
    case "machine-rows":
      return yield* readMachineRows(reading);
    case "pupil-list":
      return readPupilList(reading);
    case "unknown":
      return;
  }
}

function setApart(reading: TableReading, kind: Exclude<Version["kind"], "read">, anomaly: Anomaly): void {
  reading.schools.clear();
  reading.anomalies.length = 0;
  reading.showsHeadcounts = false;
  reading.showsPacks = false;
  if (kind === "ambiguous") {
    reading.log.failAll();
    reading.refused.add("equipment");
  } else reading.log.excludeAll(kind === "duplicate" ? "duplicate-source" : kind);
  reading.anomalies.push(anomaly);
}

/** A table whose title gives another year than the campaign's, and that is billed all the same, is told. */
function warnOfYear(readings: readonly TableReading[]): void {
  for (const { table, tools, schools, anomalies } of readings) {
    const billed = [...schools.values()].some((school) => school.counts.size > 0);
    if (table.year === null || table.year === tools.campaign.year || !billed || table.layout === "machine-rows")
      continue;
    anomalies.push(
      anomalyOfSheet("warning", "title-other-year", table.sheet, { year: table.year, campaign: tools.campaign.year }),
    );
  }
}
