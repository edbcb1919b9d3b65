import { cellName } from "../../cells";
import type { SheetModel } from "../../documents";
import { valueIn } from "../cell-content";
import { changedCells, checksumOf } from "../checksum";
import { amountNames, chartNames, chartPrefix, journalKey, recordFormulas, recordPrefix } from "../generated-names";
import { addDataBars, placeCharts } from "./charts";
import type { Claim } from "./claim";
import {
  addMark,
  copyRows,
  markCopies,
  ofNewDocument,
  putInPlace,
  setChecksum,
  setNames,
  setNumberedNames,
  wipe,
} from "./edit-sheets";
import { applyWidths, layoutOf } from "./layout";
import type { Watch } from "../port";
import { owned } from "./owner";
import type { Plan } from "./plan";
import type { StagingSheets } from "./prepare";
import { pause, request } from "./requests";
import type { PreviousGeneration, PreviousGenerationRead } from "./previous-generation";
import type { Placed } from "./style-areas";
import type { Seals } from "./undoable";
import { goneKey, stagingKeys, type SheetState } from "./workbook-state";
import { columnsOf } from "./write-cells";

/** The result of a commit. */
interface Committed {
  /** The first difference between Excel's values and the models, or null. */
  readonly difference: Difference | null;
  /** The checksum of each document in place. */
  readonly seals: Seals;
}

/** The marks that the backup sheet has at each step of a publication; only their number matters. */
export const marksOfBackup = {
  prepared: [],
  replacing: [stagingKeys.publication],
  replaced: [stagingKeys.publication, stagingKeys.held],
} as const;

/**
 * Puts the built content in place, in one request. Its first mark says that the present generation may be half written,
 * its last one that it is whole. Nothing is done once another pane has taken over the documents.
 */
export async function commit(
  plan: Plan,
  previous: PreviousGenerationRead,
  placed: readonly Placed[],
  staging: StagingSheets,
  claim: Claim,
  watch: Watch,
): Promise<Committed> {
  const [first = [], ...others] = groupsToVerify(placed.map(({ model }) => model));
  const { date1904 } = plan.state;
  const checksums = await checksumsOf(plan, previous);
  const keptNames = plan.kept.length === 0 ? [] : plan.state.names;
  const mark = ({ worksheets }: Excel.Workbook, marks: readonly string[], key: string) =>
    addMark(worksheets.getItem(staging.backup), marks, owned(key, watch));
  const read = await request(({ workbook }) => {
    claim.renew(workbook);
    mark(workbook, marksOfBackup.prepared, stagingKeys.publication);
    markCopies(workbook, plan.state);
    replaceContents(plan, previous, placed, staging, workbook);
    for (const model of plan.added) showNew(workbook.worksheets.getItem(model.name), model, checksums.get(model)!);
    writeHiddenNames(plan, checksums, workbook);
    for (const { id, key, marks } of plan.gone)
      markGone(workbook.worksheets.getItem(id), marks, owned(goneKey(key), watch));
    // The copied content is no longer needed, and its formulas would be calculated with the rest for nothing.
    workbook.worksheets.getItem(staging.stage).getRange().clear("Contents");
    setNames(workbook, plan.state, [...keptNames, ...placed.flatMap(({ model }) => amountNames(model))]);
    workbook.application.calculate("Recalculate");
    mark(workbook, marksOfBackup.replacing, stagingKeys.held);
    return askDifferences(workbook, first, date1904);
  });
  let difference = read();
  for (const group of others) {
    if (difference !== null) break;
    const ask = await request(({ workbook }) => askDifferences(workbook, group, date1904));
    difference = ask();
  }
  return { difference, seals: sealsOf(plan, checksums) };
}

function sealsOf({ kept }: Plan, checksums: Checksums): Seals {
  return new Map([
    ...kept.map(({ key, checksum }) => [key, checksum] as const),
    ...[...checksums].map(([{ key }, checksum]) => [key, checksum] as const),
  ]);
}

function replaceContents(
  { replaced }: Plan,
  previous: PreviousGeneration,
  placed: readonly Placed[],
  staging: StagingSheets,
  { worksheets }: Excel.Workbook,
): void {
  const stage = worksheets.getItem(staging.stage);
  const before = new Map(previous.sheets.map((sheet) => [sheet.key, sheet]));
  const tops = new Map(placed.map(({ model, top }) => [model, top]));
  for (const { model, sheet: found } of replaced) {
    const sheet = worksheets.getItem(found.id);
    const { layout, charts, filter } = before.get(model.key)!;
    if (filter !== null) sheet.autoFilter.remove();
    wipe(sheet);
    copyRows({ sheet, top: 0 }, { sheet: stage, top: tops.get(model)! }, model.rows.length);
    addDataBars(sheet, model.dataBars);
    applyWidths(sheet, layout.widths, layoutOf(model).widths);
    // When no name tells how many charts are ours, all of them are taken to be.
    placeCharts(sheet, found.chartRows.length === 0 ? charts : charts.slice(0, found.chartRows.length), model.charts);
  }
}

/**
 * Shows a new sheet, and sets its checksum before its key: if the operation stops between the two, a sheet with a key
 * and no checksum would pass for the user's.
 */
function showNew(sheet: Excel.Worksheet, model: SheetModel, checksum: string): void {
  sheet.visibility = "Visible";
  setChecksum(sheet, checksum, ofNewDocument);
  putInPlace(sheet, model.key, ofNewDocument);
}

type NumberedNames = Pick<SheetState, "chartRows" | "record">;

type Checksums = ReadonlyMap<SheetModel, string>;

/** Returns the checksum of each document; pauses after each so that the page stays responsive. */
async function checksumsOf(
  { replaced, added, state: { date1904 } }: Plan,
  { formulas }: PreviousGenerationRead,
): Promise<Checksums> {
  const checksums = new Map<SheetModel, string>();
  for (const [index, { model, sheet }] of replaced.entries()) {
    // Past rows of the Journal are kept as they are: those changed by hand are not vouched for.
    const isKept = model.key === journalKey && sheet.checksum !== null;
    const inDoubt = isKept ? changedCells(sheet.checksum, formulas[index]!) : [];
    checksums.set(model, checksumOf(model, date1904, inDoubt));
    await pause();
  }
  for (const model of added) {
    checksums.set(model, checksumOf(model, date1904));
    await pause();
  }
  return checksums;
}

/** Writes the hidden names of each document: its checksum, the rows of its charts, its run record. */
function writeHiddenNames({ replaced, added }: Plan, checksums: Checksums, { worksheets }: Excel.Workbook): void {
  const writeNames = (sheet: Excel.Worksheet, model: SheetModel, { chartRows, record }: NumberedNames) => {
    const charts = chartNames(model.name, model.charts).map(({ formula }) => formula);
    // A chart that no model has stays, and so does its name.
    setNumberedNames(sheet, chartPrefix, charts, chartRows, true);
    setNumberedNames(sheet, recordPrefix, recordFormulas(model), record);
  };
  for (const { model, sheet } of replaced) {
    setChecksum(worksheets.getItem(sheet.id), checksums.get(model)!, sheet);
    writeNames(worksheets.getItem(sheet.id), model, sheet);
  }
  for (const model of added) writeNames(worksheets.getItem(model.name), model, { chartRows: [], record: [] });
}

/** Hides a sheet that the new generation removes; it is deleted once the new generation is known to be correct. */
function markGone(sheet: Excel.Worksheet, marks: readonly string[], mark: string): void {
  addMark(sheet, marks, mark);
  sheet.visibility = "Hidden";
}

/** A cell whose value in Excel is not the expected one. */
interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly found: string;
  readonly expected: string;
}

/** Half a cent, because amounts are compared to the cent. */
const tolerance = 0.005;
/** The number of values that an answer holds with ease. */
const valuesPerAnswer = 150_000;

/** Groups models whose cells are read back in the same request. */
export function groupsToVerify(models: readonly SheetModel[]): SheetModel[][] {
  const groups: SheetModel[][] = [];
  let room = 0;
  for (const model of models) {
    const cells = model.rows.length * columnsOf(model);
    if (groups.length === 0 || cells > room) {
      groups.push([]);
      room = valuesPerAnswer;
    }
    groups.at(-1)!.push(model);
    room -= cells;
  }
  return groups;
}

/** Queues a reading of the sheets of some models; the returned function gives the first difference, or null. */
export function askDifferences(
  { worksheets }: Excel.Workbook,
  models: readonly SheetModel[],
  date1904: boolean,
): () => Difference | null {
  const ranges = models
    .filter(({ rows }) => rows.length > 0)
    .map((model) => {
      const sheet = worksheets.getItem(model.name);
      return { model, range: sheet.getRangeByIndexes(0, 0, model.rows.length, columnsOf(model)).load("values") };
    });
  return () => {
    for (const { model, range } of ranges) {
      const difference = differenceIn(model, range.values as unknown[][], date1904);
      if (difference !== null) return difference;
    }
    return null;
  };
}

/** Returns the first cell of a sheet whose value differs from its model's, or null. */
export function differenceIn(
  model: SheetModel,
  values: readonly (readonly unknown[])[],
  date1904: boolean,
): Difference | null {
  const width = columnsOf(model);
  for (const [row, { cells }] of model.rows.entries())
    for (let column = 0; column < width; column++) {
      const cell = cells[column] ?? null;
      const expected = (cell === null ? null : valueIn(cell, date1904)) ?? "";
      const found = values[row]?.[column] ?? "";
      const isSame =
        typeof expected === "number" && typeof found === "number"
          ? Math.abs(expected - found) < tolerance
          : expected === found;
      if (!isSame)
        return { sheet: model.name, cell: cellName(row, column), found: String(found), expected: String(expected) };
    }
  return null;
}
