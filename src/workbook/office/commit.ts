import { cellName } from "../../cells";
import type { SheetModel } from "../../documents";
import { valueIn } from "../cell-content";
import { changedCells, checksumOf } from "../checksum";
import { columnRange, copyMark, journalKey } from "../generated-names";
import { applyWidths } from "./apply-layout";
import { addDataBars, nameChartRows, placeCharts } from "./charts";
import { layoutOf } from "./layout";
import type { Plan } from "./plan";
import type { StagingSheets } from "./prepare";
import { request } from "./requests";
import type { Snapshot, SnapshotRead } from "./snapshot";
import { copyRows, goneKey, setChecksum, setKey, stagingKeys, wipe } from "./staging";
import type { Placed } from "./style-areas";
import { setNames, type WantedName } from "./workbook-state";
import { columnsOf } from "./write-cells";

/**
 * The last batch: what was built aside takes its place, and the mark says that the generation in place is whole. Gives
 * the first difference between what Excel shows then and what was computed, or null.
 */
export async function commit(
  plan: Plan,
  snapshot: SnapshotRead,
  placed: readonly Placed[],
  aside: StagingSheets,
): Promise<Difference | null> {
  const [first = [], ...others] = groupsToVerify(placed.map(({ model }) => model));
  const read = await request((context) => {
    const { workbook } = context;
    // First of all: where an original goes, its copy would pass for it.
    for (const { id, key } of plan.copies) setKey(workbook.worksheets.getItem(id), copyMark + key);
    replaceContents(plan, snapshot, placed, aside, workbook);
    for (const model of plan.added) {
      const sheet = workbook.worksheets.getItem(model.name);
      showNew(sheet, model, plan.state.date1904);
    }
    writeChecksums(plan, snapshot, workbook);
    for (const { id, key } of plan.gone) markGone(workbook.worksheets.getItem(id), key);
    // What is copied is no more needed, and its formulas would be calculated with the rest, for nobody.
    workbook.worksheets.getItem(aside.stage).getRange().clear("Contents");
    setNames(workbook, plan.state, namesOfModels(placed));
    workbook.application.calculate("Recalculate");
    setKey(workbook.worksheets.getItem(aside.backup), stagingKeys.undo);
    return askDifferences(workbook, first, plan.state.date1904);
  });
  let difference = read();
  for (const group of others) {
    if (difference !== null) break;
    const ask = await request(({ workbook }) => askDifferences(workbook, group, plan.state.date1904));
    difference = ask();
  }
  return difference;
}

function replaceContents(
  { replaced }: Plan,
  snapshot: Snapshot,
  placed: readonly Placed[],
  aside: StagingSheets,
  { worksheets }: Excel.Workbook,
): void {
  const stage = worksheets.getItem(aside.stage);
  const before = new Map(snapshot.sheets.map((sheet) => [sheet.key, sheet]));
  const tops = new Map(placed.map(({ model, top }) => [model, top]));
  for (const { model, sheet: found } of replaced) {
    const sheet = worksheets.getItem(found.id);
    const { layout, charts, filter } = before.get(model.key)!;
    if (filter !== null) sheet.autoFilter.remove();
    wipe(sheet);
    const rows = model.rows.length;
    copyRows({ sheet, top: 0 }, { sheet: stage, top: tops.get(model)! }, rows);
    addDataBars(sheet, model.dataBars);
    applyWidths(sheet, layout.widths, layoutOf(model).widths);
    // Where no name tells how many charts are ours, all are taken to be.
    placeCharts(sheet, found.chartRows.length === 0 ? charts : charts.slice(0, found.chartRows.length), model.charts);
  }
}

/** Sealed before it bears its key: whatever happens between the two, a sheet with a key and no seal is the user's. */
function showNew(sheet: Excel.Worksheet, model: SheetModel, date1904: boolean): void {
  sheet.visibility = "Visible";
  setChecksum(sheet, checksumOf(model, date1904), null);
  setKey(sheet, model.key);
}

function chartRowsOf({ name, charts }: SheetModel): string[] {
  return charts.map(({ categories }) => columnRange(name, categories));
}

/** Each document says what its cells are as written, and which rows its charts show. */
function writeChecksums(
  { replaced, added, state: { date1904 } }: Plan,
  { formulas }: SnapshotRead,
  { worksheets }: Excel.Workbook,
): void {
  for (const [index, { model, sheet }] of replaced.entries()) {
    // Past rows of the Journal are kept as they are: those changed by hand are not vouched for.
    const isKept = model.key === journalKey && sheet.checksum !== null;
    const inDoubt = isKept ? changedCells(sheet.checksum, formulas[index]!) : [];
    setChecksum(worksheets.getItem(sheet.id), checksumOf(model, date1904, inDoubt), sheet.checksum);
    // A chart that no model asks for any more stays, and its name with it.
    nameChartRows(worksheets.getItem(sheet.id), chartRowsOf(model), sheet.chartRows, true);
  }
  for (const model of added) {
    nameChartRows(worksheets.getItem(model.name), chartRowsOf(model), [], true);
  }
}

/** A sheet about to go leaves the screen; it is deleted once the new generation is known to be right. */
function markGone(sheet: Excel.Worksheet, key: string): void {
  setKey(sheet, goneKey(key));
  sheet.visibility = "Hidden";
}

function namesOfModels(placed: readonly Placed[]): WantedName[] {
  return placed.flatMap(({ model }) => model.names.map((name) => ({ ...name, sheet: model.name })));
}

/** A cell that does not show what was computed. */
interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly found: string;
  readonly expected: string;
}

/** Half a cent: amounts are compared to the cent. */
const tolerance = 0.005;
/** Cells that an answer holds with ease. */
const valuesPerAnswer = 150_000;

/** The models whose cells are read back together. */
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

/** Queues the reading of what sheets show; gives the first difference from their models, or null. */
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

/** The first cell of a sheet whose value is not its model's. */
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
        return {
          sheet: model.name,
          cell: cellName(row, column),
          found: String(found),
          expected: String(expected),
        };
    }
  return null;
}
