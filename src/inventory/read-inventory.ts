import { Decimal } from "decimal.js";
import { addTo, cellName, type SheetCells, type Steps } from "../cells";
import { createDirectory, createLabelReader, wordsOf, type Nature } from "../tariff";
import { accountNumbers, nothingBilled } from "./account";
import { ChosenCommunes, withChosenLabels, WordChoices } from "./choices";
import { formulasReadAsBlanks, withFormulasTold } from "./formulas-without-result";
import { mergeTables } from "./merge/merge-tables";
import { mergeSchools } from "./merge/schools";
import { accountForBlocks } from "./merge/unread-blocks";
import { isByCommune, versionsOf, withCommunesAsSchools, type Version } from "./merge/versions";
import { countFates } from "./rows/counts";
import { readItemRows } from "./rows/item-rows";
import { NamedSchools, SerialNumbers, type ReaderContext } from "./rows/reader-context";
import { readSchoolRows } from "./rows/school-rows";
import { TableReader } from "./rows/table-reader";
import { readMachineRows } from "./rows/machine-rows";
import { readPupilList } from "./rows/pupil-list";
import { columnOf, countedNature, leftOut, type Column, type Known, type Table } from "./table";
import { findSources, isSettingsSheet, refOf, unusedTableChoices } from "./tables/find-tables";
import type {
  ColumnMapping,
  ColumnReason,
  InventoryReading,
  Mapping,
  ReadingRequest,
  SheetRef,
  SheetRows,
} from "./types";

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
  const named = new Set(readers.flatMap(({ schools }) => [...schools.values()].map(({ key }) => key.split("|")[1]!)));
  mergeTables(readers, tables, versions);
  yield;
  const unread = accountForBlocks(sheets, tables, readers, named, context);
  yield;
  const merged = mergeSchools(readers, context, unread.refused.length > 0);
  yield;
  const told = [
    ...anomalies,
    ...unusedTableChoices(tables, unread.blocks, options),
    ...readers.flatMap((reader) => reader.anomalies),
    ...unread.anomalies,
    ...merged.anomalies,
  ];
  const mappings = [
    ...tables.map((table, at) => mergedMapping(readers[at]!, table)),
    ...hidden.map(mappingOf),
    ...unread.mappings,
  ];
  yield;
  const rows = rowsBySheet(readers);
  told.push(...nothingBilled(merged.quantities, mappings, rows, told));
  const account = yield* accountNumbers(request.workbooks, readers, merged.quantities, told, unread.refused);
  return {
    schools: merged.schools,
    quantities: merged.quantities,
    rows,
    fates: readers.map(({ table, log }) => ({ sheet: table.ref, rows: log })),
    mappings,
    numbers: account.numbers,
    anomalies: [...told, ...account.anomalies, ...formulasReadAsBlanks(request.workbooks, readers, told)],
  };
}

function knownOf({ campaign, grid, options }: ReadingRequest): Known {
  const readLabel = withChosenLabels(createLabelReader(grid), options.words, grid);
  return { directory: createDirectory(campaign.snapshot), readLabel };
}

/** Returns how a table was understood, once it is merged with the others. */
function mergedMapping({ kind, kindWords, columnsOut }: TableReader, table: Table): Mapping {
  const columns = table.columns.map((column): Column => {
    const why = columnsOut.get(column.index);
    return why === undefined ? column : leftOut(column, why);
  });
  return mappingOf({ ...table, kind, kindWords, columns });
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

/** Returns whether a table was read, and not only found hidden, or found to hold numbers. */
export function isReadTable({ kind }: Pick<Mapping, "kind">): boolean {
  return kind !== "hidden" && kind !== "unread";
}

/** Returns how a table was understood, as it is shown, explained and corrected. */
function mappingOf(table: Table): Mapping {
  const { columns } = table;
  const kinds = ["commune", "entity", "location", "insee"] as const;
  const communeColumn = kinds.map((kind) => columnOf(table, kind)).find((column) => column !== null);
  return {
    sheet: table.ref,
    kind: table.kind,
    kindWords: table.kindWords,
    layout: table.layout,
    range: `${cellName(table.top, table.left)}:${cellName(table.bottom, table.right)}`,
    communeFrom:
      communeColumn === undefined
        ? { from: table.sheetCommune?.from ?? "columns" }
        : { from: "column", column: communeColumn.index },
    columns: columns
      .filter((column) => column.texts.length > 0 || column.role.kind !== "other" || column.why !== null)
      .map((column) => ({
        column: column.index,
        cell: cellName(column.headerRow, column.index),
        header: column.header,
        ...roleOf(column.role),
        nature: shownNature(column),
        why: whyWithoutRole(column),
        ...numbersIn(table.sheet, column.index, table.bodyTop, table.bottom),
      })),
  };
}

function roleOf(role: Table["columns"][number]["role"]): Pick<ColumnMapping, "role" | "of"> {
  switch (role.kind) {
    case "count":
      return { role: role.code ?? "quantity", of: null };
    case "installed-on":
      return { role: role.unit === "year" ? "year-installed" : "date-installed", of: role.code };
    case "part":
      return { role: "headcount-part", of: role.part };
    case "other":
      return { role: "ignored", of: null };
    default:
      return { role: role.kind, of: null };
  }
}

/** Tells why a column counts for nothing; null if it has a role. */
function whyWithoutRole({ role, why }: Table["columns"][number]): ColumnReason | null {
  if (role.kind === "refused") return "refused";
  if (role.kind === "other") return why ?? "unknown";
  return role.kind === "ignored" ? (why ?? "ignored") : null;
}

/** Returns the nature under which a column of equipment counts, said by its header or not. */
function shownNature(column: Table["columns"][number]): Nature | null {
  if (column.role.kind !== "count" || column.role.code === null || column.role.code === "PORTAIL") return column.nature;
  return countedNature(column.role.code, column.nature);
}

/** What a column's numbers come to, as Excel's status bar says it of a selection. */
interface ColumnNumbers {
  readonly numbers: number;
  readonly sum: Decimal;
}

/** Adds up the cells of a column that hold a number, between two rows, both included. A sum of whole numbers is exact. */
function numbersIn(sheet: SheetCells, column: number, top: number, bottom: number): ColumnNumbers {
  let numbers = 0;
  let whole = 0;
  let others = new Decimal(0);
  for (let row = top; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (typeof cell !== "number") continue;
    numbers += 1;
    if (Number.isSafeInteger(whole + cell)) whole += cell;
    else others = others.plus(cell);
  }
  return { numbers, sum: others.plus(whole) };
}

/** Counts what became of the rows of each sheet, its tables put together. */
function rowsBySheet(readers: readonly TableReader[]): SheetRows[] {
  const bySheet = new Map<SheetCells, TableReader[]>();
  for (const reader of readers) addTo(bySheet, reader.table.sheet, reader);
  return [...bySheet.values()].map((own) => ({
    sheet: own[0]!.table.ref,
    ...countFates(own.flatMap(({ log }) => log.all())),
  }));
}

/** Why a sheet holds no table of ours, as far as its texts tell. */
type RejectionReason =
  | "generated"
  | "settings"
  | "hidden"
  | "empty"
  /** Communes or schools, and no heading that names equipment or pupils. */
  | "no-equipment"
  /** Equipment or pupils, of no commune or school. */
  | "no-place"
  /** Both, but not under headings. */
  | "no-table"
  | "nothing";

interface UnrecognisedSheet {
  readonly sheet: SheetRef;
  readonly why: RejectionReason;
}

/** Returns each sheet of workbooks where no inventory is found, and what it lacks. */
export function unrecognisedSheets({
  workbooks,
  campaign,
  grid,
}: Pick<ReadingRequest, "workbooks" | "campaign" | "grid">): UnrecognisedSheet[] {
  const directory = createDirectory(campaign.snapshot);
  const readLabel = createLabelReader(grid);
  const isPlace = (text: string) =>
    directory.find(text).kind !== "unknown" || wordsOf(text).words.some((word) => places.has(word));
  const isEquipment = (text: string) => {
    const { label, mentions } = readLabel(text);
    return label.kind !== "none" || mentions;
  };
  const whyOf = (sheet: SheetCells): RejectionReason => {
    if (sheet.generatedKey !== null) return "generated";
    if (isSettingsSheet(sheet)) return "settings";
    if (sheet.rows.length === 0) return "empty";
    if (sheet.visibility !== "visible") return "hidden";
    const texts = textsOf(sheet);
    const [place, equipment] = [texts.some(isPlace), texts.some(isEquipment)];
    if (place) return equipment ? "no-table" : "no-equipment";
    return equipment ? "no-place" : "nothing";
  };
  return workbooks.flatMap((workbook, at) =>
    workbook.sheets.map((sheet) => ({ sheet: refOf(sheet, at), why: whyOf(sheet) })),
  );
}

const places: ReadonlySet<string> = new Set(["commune", "ecole", "etablissement"]);

/** Rows that are looked at: beyond, a table would have shown itself. */
const rowsAtMost = 200;
/** Longer is a sentence, which names things without counting them. */
const longestHeading = 60;

function textsOf({ rows }: SheetCells): string[] {
  return rows
    .slice(0, rowsAtMost)
    .flatMap((row) => row.filter((cell): cell is string => typeof cell === "string" && cell.length <= longestHeading));
}
