import { finish } from "../cells";
import type { Steps } from "../cells";
import { createDirectory, createLabelReader } from "../tariff";
import { accountNumbers } from "./account/account-numbers";
import { assemble } from "./assemble/assemble";
import { isByCommune, withCommunesAsSchools } from "./assemble/commune-recaps";
import { nothingBilled } from "./assemble/nothing-billed";
import { settleTables } from "./assemble/settle-tables";
import { settleUnread } from "./assemble/unread";
import { versionsOf } from "./assemble/versions";
import { withChosenLabels } from "./chosen-labels";
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
import { formulasReadAsBlanks, withFormulasTold } from "./read/without-result";
import { WordChoices } from "./read/word-choices";
import { misplacedTableChoices } from "./recognise/misplaced-tables";
import type { Known } from "./recognise/recognising";
import { findSources } from "./recognise/sources";
import type { ReadingRequest } from "./request";
import { rowsBySheet } from "./rows-by-sheet";
import type { Column, Table } from "./table";
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
  const { tables, hidden, sheets, anomalies } = yield* findSources(request, known);
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
  const versions = versionsOf(tables, campaign.year, options.repeats);
  const readings: TableReading[] = [];
  for (const table of tables) {
    yield;
    // What another version of a register lists, or one of what is not in service, is no duplicate: its numbers are its own.
    const isShared = table.kind === "inventory" && versions.get(table)!.kind === "read";
    const own = { ...tools, inventoryNumbers: new KnownNumbers(), serialNumbers: new SerialNumbers() };
    const reading = new TableReading(isByCommune(table) ? withCommunesAsSchools(table) : table, isShared ? tools : own);
    yield* readTable(reading);
    for (const anomaly of table.anomalies) reading.anomalies.push(anomaly);
    readings.push(reading);
  }
  yield;
  tools.serialNumbers.tellTwice();
  const named = new Set(readings.flatMap(({ schools }) => [...schools.values()].map(({ key }) => key.split("|")[1]!)));
  settleTables(readings, tables, versions);
  yield;
  const unread = settleUnread(sheets, tables, readings, named, tools);
  yield;
  const assembled = assemble(readings, tools, unread.refused.length > 0);
  const told = [
    ...anomalies,
    ...misplacedTableChoices(tables, unread.blocks, options),
    ...readings.flatMap((reading) => reading.anomalies),
    ...unread.anomalies,
    ...assembled.anomalies,
  ];
  const mappings = [
    ...tables.map((table, at) => settledMapping(readings[at]!, table)),
    ...hidden.map(mappingOf),
    ...unread.mappings,
  ];
  const rows = rowsBySheet(readings);
  yield;
  told.push(...nothingBilled(assembled.quantities, mappings, rows, told));
  const account = yield* accountNumbers(request.workbooks, readings, assembled.quantities, told, unread.refused);
  return {
    schools: assembled.schools,
    quantities: assembled.quantities,
    rows,
    fates: readings.map(({ table, log }) => ({ sheet: table.ref, rows: log })),
    mappings,
    numbers: account.numbers,
    anomalies: [...told, ...account.anomalies, ...formulasReadAsBlanks(request.workbooks, told)],
  };
}

function knownOf({ campaign, grid, options }: ReadingRequest): Known {
  const readLabel = withChosenLabels(createLabelReader(grid), options.words, grid);
  return { directory: createDirectory(campaign.snapshot), readLabel };
}

/** How a table was understood, once it was put together with the others. */
function settledMapping({ kind, kindWords, columnsOut }: TableReading, table: Table): Mapping {
  const columns = table.columns.map((column): Column => {
    const why = columnsOut.get(column.index);
    return why === undefined ? column : { ...column, role: { kind: "other" }, why };
  });
  return mappingOf({ ...table, kind, kindWords, columns });
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
