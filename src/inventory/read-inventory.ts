import { addTo, remembered, type SheetCells, type Steps } from "../cells";
import { createDirectory, type Convention, type Grid } from "../tariff";
import { ChosenCommunes, setAsideColumns, withChosenLabels, WordChoices } from "./choices";
import { placeInTable } from "./anomalies";
import type { Fact } from "./facts";
import { formulasReadAsBlanks, withFormulasMarked } from "./formulas-without-result";
import { hiddenUnderMerges } from "./hidden-under-merges";
import { Ledger, leftOut } from "./ledger";
import type { Reading } from "./reading";
import { readLines } from "./rows/lines";
import { readPupilLines } from "./rows/pupil-list";
import { NamedSchools, SerialNumbers, type ReaderContext } from "./rows/reader-context";
import { RowNatures } from "./rows/row-natures";
import { ServiceReader } from "./rows/service";
import { TableReader } from "./rows/table-reader";
import { accountForBlocks } from "./rules/blocks";
import { nothingBilled } from "./rules/nothing-billed";
import { isByCommune, withCommunesAsSchools } from "./rules/recaps";
import { versionsOf, type Version } from "./rules/register-versions";
import { judgeTable, weighTables } from "./rules/list";
import { askOfUnmetPrices } from "./rules/unmet-prices";
import { PupilPrices } from "./rules/pupil-prices";
import { SchoolChecks } from "./rules/school-checks";
import { Schools } from "./rules/schools";
import { Facets } from "./rules/facets";
import { withPlainTexts } from "./plain-texts";
import { columnOf } from "./column";
import type { Known, Table } from "./table";
import type { TableReading } from "./table-reading";
import { withDittos } from "./tables/dittos";
import { findSources, unusedTableChoices } from "./tables/find-tables";
import type { InventoryReading, Mapping, ReadingRequest, SheetRows } from "./types";
import { mappingOf, mergedMapping, withPupilCode } from "./views/mappings";
import { accountNumbers } from "./views/numbers";
import { quantitiesOf } from "./views/quantities";
import { countFates, fatesOf, type TableFates } from "./views/row-fates";
import { createLabelReader } from "./texts/label-reading";
import { createTextReader } from "./texts/read-text";

/** Reads the inventory in workbooks, with pauses. Never throws, whatever the cells contain. (decisions §2 and §4) */
export function* readInventoryInSteps(given: ReadingRequest): Steps<InventoryReading> {
  const plain = yield* withPlainTexts(given.workbooks);
  const request = { ...given, workbooks: withFormulasMarked(plain.workbooks) };
  yield;
  const { campaign, grid, options } = request;
  const known = knownOf(request);
  const { tables: found, hidden, sheets, anomalies } = yield* findSources(request, known);
  const context: ReaderContext = {
    campaign,
    grid,
    ...known,
    options,
    chosenCommunes: new ChosenCommunes(options.communes, known.directory),
    namedSchools: new NamedSchools(found, known.directory),
    words: new WordChoices(options.words),
    inventoryNumbers: new Set(),
    serialNumbers: new SerialNumbers(),
  };
  const ledger = new Ledger();
  const versions = versionsOf(found, campaign.year, options.repeats);
  const tables = yield* readTables(found, versions, context, ledger);
  const schools = new Schools(({ table }) => ledger.tableClaim(table) === null);
  const facets = new Facets(ledger, schools);
  const reading: Reading = { context, ledger, tables, schools, facets, sheets };
  yield;
  const versionsRead = found.map((table) => versions.get(table)!);
  yield* weighTables(reading, versionsRead);
  yield;
  const unread = accountForBlocks(reading);
  yield;
  const pupils = new PupilPrices(reading);
  yield;
  const checks = new SchoolChecks(reading, pupils);
  yield* checks.check(unread.refused.length > 0);
  const { schools: billed, quantities } = yield* quantitiesOf(reading, pupils, checks.inferPacks());
  yield;
  const reported = [
    ...plain.anomalies,
    ...anomalies,
    ...unusedTableChoices(found, unread.blocks, options),
    ...tables.flatMap(({ table }) => ledger.anomaliesOf(table)),
    ...unread.anomalies,
    ...checks.anomalies,
  ];
  reported.push(...hiddenUnderMerges(reading, unread.blocks, reported));
  const fates: { readonly each: TableReading; readonly fates: TableFates; readonly ledger: Ledger }[] = [];
  const read: Mapping[] = [];
  for (const each of tables) {
    const rows = yield* fatesOf(each, ledger);
    fates.push({ each, fates: rows, ledger });
    read.push(yield* mergedMapping(each, ledger, rows));
  }
  for (const table of hidden) read.push(yield* mappingOf(table));
  const mappings = [...read, ...unread.mappings].map((mapping) => withPupilCode(mapping, grid));
  const rows = rowsBySheet(fates);
  reported.push(...askOfUnmetPrices(reading, quantities));
  reported.push(...nothingBilled(quantities, mappings, rows, reported));
  const account = yield* accountNumbers(request.workbooks, reading, unread.refused);
  return {
    schools: billed,
    quantities,
    rows,
    mappings,
    numbers: account.numbers,
    anomalies: [...reported, ...account.anomalies, ...formulasReadAsBlanks(request.workbooks, fates, reported)],
  };
}

/** The readers of texts by grid and convention: each learns their words, which takes long, once for all readings. */
const readers = new WeakMap<Grid, WeakMap<Convention, Omit<Known, "directory">>>();

function knownOf({ campaign, grid, options }: ReadingRequest): Known {
  const { convention } = campaign;
  const ofGrid = remembered(readers, grid, () => new WeakMap<Convention, Omit<Known, "directory">>());
  const { texts, readLabel } = remembered(ofGrid, convention, () => {
    const { members, nouns, count } = convention;
    const made = createTextReader({ grid, members, nouns, count });
    return { texts: made, readLabel: createLabelReader(made) };
  });
  return { directory: createDirectory(campaign), texts, readLabel: withChosenLabels(readLabel, options.words, grid) };
}

/** Reads and judges each table in turn; serial numbers that occur twice are then reported, across all tables. */
function* readTables(
  tables: readonly Table[],
  versions: ReadonlyMap<Table, Version>,
  context: ReaderContext,
  ledger: Ledger,
): Steps<TableReading[]> {
  const readings: TableReading[] = [];
  const facts: Fact[] = [];
  for (const table of tables) {
    yield;
    // The machines of another version of a register, or of a list of what is out of service, are not duplicates of
    // those in service: the numbers of such a table are only compared with each other.
    const isShared = table.kind === "inventory" && versions.get(table)!.kind === "read";
    const own = { ...context, inventoryNumbers: new Set<string>(), serialNumbers: new SerialNumbers() };
    const read = isByCommune(table) ? withCommunesAsSchools(table) : table;
    const reader = new TableReader(yield* withDittos(read, context.readLabel), isShared ? context : own, ledger);
    readings.push(yield* readTable(reader, facts));
  }
  yield* context.serialNumbers.reportTwice();
  return readings;
}

function* readTable(reader: TableReader, facts: Fact[]): Steps<TableReading> {
  const { table, ledger, context } = reader;
  for (const column of setAsideColumns(table, context.options))
    ledger.claimColumn(table, column, { claim: leftOut("set-aside", "choice"), why: "ignored" });
  const read =
    table.layout === "pupil-list"
      ? { lines: readPupilLines(reader, facts), showsPacks: false, undueSections: [] }
      : yield* readLines(reader, facts);
  const natures = new RowNatures(reader, columnOf(table, "nature"));
  const reading: TableReading = { table, reader, ...read, natures, service: new ServiceReader(reader) };
  yield* judgeTable(reading);
  for (const anomaly of table.anomalies) {
    const place = placeInTable(anomaly, table);
    ledger.report(anomaly, table, place?.row ?? null, place?.column ?? null);
  }
  return reading;
}

/** Counts the fates of the rows of each sheet, all its tables together. */
function rowsBySheet(tables: readonly { readonly each: TableReading; readonly fates: TableFates }[]): SheetRows[] {
  const bySheet = new Map<SheetCells, (typeof tables)[number][]>();
  for (const one of tables) addTo(bySheet, one.each.table.on.sheet, one);
  return [...bySheet.values()].map((own) => ({
    sheet: own[0]!.each.table.ref,
    ...countFates(own.flatMap(({ fates }) => fates.all())),
  }));
}
