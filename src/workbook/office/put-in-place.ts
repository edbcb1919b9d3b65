import type { SheetModel } from "../../documents";
import { columnRange, copyMark, journalKey } from "../generated-names";
import { changedCells, checksumOf } from "../checksum";
import { applyWidths } from "./apply-layout";
import { asideKeys, goneKey } from "./aside-keys";
import { copyRows, setKey, setSeal, wipe } from "./aside-sheets";
import { nameChartRows, placeCharts } from "./charts";
import { addDataBars } from "./data-bars";
import { layoutOf } from "./layout";
import { setNames, type WantedName } from "./own-names";
import type { Plan } from "./plan";
import type { Aside } from "./prepare";
import { request } from "./request";
import type { Snapshot, SnapshotRead } from "./snapshot";
import type { Placed } from "./style-areas";
import { askDifferences, groupsToVerify, type Difference } from "./verify";

/**
 * The last batch: what was built aside takes its place, and the mark says that the generation in place is whole. Gives
 * the first difference between what Excel shows then and what was computed, or null.
 */
export async function putInPlace(
  plan: Plan,
  snapshot: SnapshotRead,
  placed: readonly Placed[],
  aside: Aside,
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
    seal(plan, snapshot, workbook);
    for (const { id, key } of plan.gone) setAside(workbook.worksheets.getItem(id), key);
    // What is copied is no more needed, and its formulas would be calculated with the rest, for nobody.
    workbook.worksheets.getItem(aside.stage).getRange().clear("Contents");
    setNames(workbook, plan.state, namesOf(placed));
    workbook.application.calculate("Recalculate");
    setKey(workbook.worksheets.getItem(aside.backup), asideKeys.undo);
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
  aside: Aside,
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
  setSeal(sheet, checksumOf(model, date1904), null);
  setKey(sheet, model.key);
}

function chartRowsOf({ name, charts }: SheetModel): string[] {
  return charts.map(({ categories }) => columnRange(name, categories));
}

/** Each document says what its cells are as written, and which rows its charts show. */
function seal(
  { replaced, added, state: { date1904 } }: Plan,
  { formulas }: SnapshotRead,
  { worksheets }: Excel.Workbook,
): void {
  for (const [index, { model, sheet }] of replaced.entries()) {
    // Past rows of the Journal are kept as they are: those changed by hand are not vouched for.
    const isKept = model.key === journalKey && sheet.seal !== null;
    const inDoubt = isKept ? changedCells(sheet.seal, formulas[index]!) : [];
    setSeal(worksheets.getItem(sheet.id), checksumOf(model, date1904, inDoubt), sheet.seal);
    // A chart that no model asks for any more stays, and its name with it.
    nameChartRows(worksheets.getItem(sheet.id), chartRowsOf(model), sheet.chartRows, true);
  }
  for (const model of added) {
    nameChartRows(worksheets.getItem(model.name), chartRowsOf(model), [], true);
  }
}

/** A sheet about to go leaves the screen; it is deleted once the new generation is known to be right. */
function setAside(sheet: Excel.Worksheet, key: string): void {
  setKey(sheet, goneKey(key));
  sheet.visibility = "Hidden";
}

function namesOf(placed: readonly Placed[]): WantedName[] {
  return placed.flatMap(({ model }) => model.names.map((name) => ({ ...name, sheet: model.name })));
}
