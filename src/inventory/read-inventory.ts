import { addTo, type SheetCells, type Steps } from "../cells";
import { createDirectory } from "../tariff";
import { accountNumbers, nothingBilled } from "./account";
import { ChosenCommunes, withChosenLabels, WordChoices } from "./choices";
import { formulasReadAsBlanks, withFormulasTold } from "./formulas-without-result";
import { mappingOf, mergedMapping } from "./mappings";
import { mergeTables } from "./merge/merge-tables";
import { mergeSchools } from "./merge/schools";
import type { TableOutcome } from "./merge/table-outcome";
import { accountForBlocks } from "./merge/unread-blocks";
import { isByCommune, versionsOf, withCommunesAsSchools, type Version } from "./merge/versions";
import { countFates } from "./rows/counts";
import { readItemRows } from "./rows/item-rows";
import { readMachineRows } from "./rows/machine-rows";
import { readPupilList } from "./rows/pupil-list";
import { NamedSchools, SerialNumbers, type ReaderContext } from "./rows/reader-context";
import { readSchoolRows } from "./rows/school-rows";
import { TableReader } from "./rows/table-reader";
import type { Known, Table } from "./table";
import { findSources, unusedTableChoices } from "./tables/find-tables";
import type { InventoryReading, ReadingRequest, SheetRows } from "./types";
import { createLabelReader } from "./texts/label-reading";
import { createTextReader } from "./texts/read-text";
import { nameOfKey } from "./texts/school-names";

/**
 * Reads the inventory of the workbooks: schools, what is billable of each prestation, what became of each row, how the tables
 * were understood, and everything to tell the user. Never throws, whatever the cells; pauses between sheets, tables, and slices
 * of long tables. (decisions §2 and §4)
 */
export function* readInventoryInSteps(given: ReadingRequest): Steps<InventoryReading> {
  const request = { ...given, workbooks: withFormulasTold(given.workbooks) };
  const { campaign, grid, options } = request;
  const known = knownOf(request);
  const { tables, hidden, sheets, anomalies } = yield* findSources(request, known);
  const context: ReaderContext = {
    campaign,
    grid,
    ...known,
    options,
    chosenCommunes: new ChosenCommunes(options.communes, known.directory),
    namedSchools: new NamedSchools(tables, known.directory),
    words: new WordChoices(options.words),
    inventoryNumbers: new Set(),
    serialNumbers: new SerialNumbers(),
  };
  const versions = versionsOf(tables, campaign.year, options.repeats);
  const readers = yield* readTables(tables, versions, context);
  yield;
  const named = new Set(readers.flatMap(({ schools }) => [...schools.values()].map(({ key }) => nameOfKey(key))));
  const outcomes = mergeTables(readers, tables, versions);
  yield;
  const unread = accountForBlocks(sheets, tables, outcomes, named, context);
  yield;
  const merged = mergeSchools(outcomes, context, unread.refused.length > 0);
  yield;
  const told = [
    ...anomalies,
    ...unusedTableChoices(tables, unread.blocks, options),
    ...outcomes.flatMap((outcome) => outcome.anomalies),
    ...unread.anomalies,
    ...merged.anomalies,
  ];
  const mappings = [
    ...tables.map((table, at) => mergedMapping(outcomes[at]!, table)),
    ...hidden.map((table) => mappingOf(table)),
    ...unread.mappings,
  ];
  yield;
  const rows = rowsBySheet(outcomes);
  told.push(...nothingBilled(merged.quantities, mappings, rows, told));
  const account = yield* accountNumbers(request.workbooks, outcomes, merged.quantities, told, unread.refused);
  return {
    schools: merged.schools,
    quantities: merged.quantities,
    rows,
    mappings,
    numbers: account.numbers,
    anomalies: [...told, ...account.anomalies, ...formulasReadAsBlanks(request.workbooks, outcomes, told)],
  };
}

function knownOf({ campaign, grid, options }: ReadingRequest): Known {
  const texts = createTextReader({ grid });
  const readLabel = withChosenLabels(createLabelReader(texts), options.words, grid);
  return { directory: createDirectory(campaign.snapshot), texts, readLabel };
}

/** Reads each table; serial numbers are compared over all of them. */
function* readTables(
  tables: readonly Table[],
  versions: ReadonlyMap<Table, Version>,
  context: ReaderContext,
): Steps<TableReader[]> {
  const readers: TableReader[] = [];
  for (const table of tables) {
    yield;
    // What another version of a register lists, or one of what is not in service, is no duplicate: its numbers are its own.
    const isShared = table.kind === "inventory" && versions.get(table)!.kind === "read";
    const own = { ...context, inventoryNumbers: new Set<string>(), serialNumbers: new SerialNumbers() };
    const reader = new TableReader(isByCommune(table) ? withCommunesAsSchools(table) : table, isShared ? context : own);
    yield* readTable(reader);
    for (const anomaly of table.anomalies) reader.anomalies.push(anomaly);
    readers.push(reader);
  }
  yield* context.serialNumbers.tellTwice();
  return readers;
}

function* readTable(reader: TableReader): Steps<void> {
  switch (reader.table.layout) {
    case "school-rows":
    case "headcounts":
      return readSchoolRows(reader);
    case "item-rows":
    case "schools-across":
      return readItemRows(reader);
    case "machine-rows":
      return yield* readMachineRows(reader);
    case "pupil-list":
      return readPupilList(reader);
    case "unknown":
      return;
    default:
      // A layout without a reader does not compile: it would read nothing in silence.
      reader.table.layout satisfies never;
  }
}

/** Counts what became of the rows of each sheet, its tables put together. */
function rowsBySheet(outcomes: readonly TableOutcome[]): SheetRows[] {
  const bySheet = new Map<SheetCells, TableOutcome[]>();
  for (const outcome of outcomes) addTo(bySheet, outcome.table.sheet, outcome);
  return [...bySheet.values()].map((own) => ({
    sheet: own[0]!.table.ref,
    ...countFates(own.flatMap(({ log }) => log.all())),
  }));
}
