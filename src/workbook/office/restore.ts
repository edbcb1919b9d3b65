import { columnRange, copiesOf, copyMark } from "../generated-names";
import { applyWidths, fitAgain, queueSetUps, setUpByParts, type SetUp } from "./apply-layout";
import {
  addStagingSheet,
  copyRows,
  freeNumbers,
  goneKey,
  isStaging,
  prepareKey,
  setChecksum,
  setKey,
  stagingKeys,
  wipe,
} from "./staging";
import { nameChartRows, restoreChart } from "./charts";
import { codeOfFault } from "./faults";
import { generatedSheetsOf, setNames, type SheetState, type WorkbookState } from "./workbook-state";
import { request } from "./requests";
import { snapshotOf, type SheetSnapshot, type Snapshot } from "./snapshot";

/** The previous generation, as it is kept in the workbook. */
interface Kept {
  readonly snapshot: Snapshot;
  /** Names of the charts that each sheet has now, by its id. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts back the generation kept aside, whatever stands in place: sheets that went are made anew, names lead where they
 * did. Marks first that what is in place may be half written, last that it is whole: done again, it gives the same.
 */
export async function restoreFrom(state: WorkbookState, backup: SheetState): Promise<void> {
  const { snapshot, charts } = await readKept(state, backup);
  const sheetOf = new Map(snapshot.sheets.map((one) => [one.key, standing(state, one.key)]));
  const next = freeNumbers(state);
  await request(({ workbook }) => {
    const { worksheets } = workbook;
    const source = worksheets.getItem(backup.id);
    setKey(source, stagingKeys.publication);
    // First of all: where an original goes, its copy would pass for it.
    for (const { id, key } of copiesOf(state.sheets).filter((copy) => !isStaging(copy.key)))
      setKey(worksheets.getItem(id), copyMark + key);
    // Sheets that went come back before any formula that leads to them.
    for (const { key, name } of snapshot.sheets)
      if (sheetOf.get(key) === undefined) addStagingSheet(workbook, next(), prepareKey(key), "Hidden").name = name;
    for (const one of snapshot.sheets) {
      const sheet = sheetOf.get(one.key);
      const target = worksheets.getItem(sheet?.id ?? one.name);
      putBack(target, source, one, charts.get(sheet?.id ?? "") ?? []);
      if (sheet !== undefined) nameChartRows(target, chartRowsOf(one, sheet.name), sheet.chartRows, false);
    }
    for (const one of [...snapshot.sheets].sort((a, b) => a.position - b.position)) {
      const sheet = sheetOf.get(one.key);
      show(worksheets.getItem(sheet?.id ?? one.name), one, sheet);
    }
    setNames(workbook, state, snapshot.names);
    // Sheets without a place in the previous generation leave the screen; they are deleted with the rest.
    for (const { id, key } of generatedSheetsOf(state).filter((own) => !sheetOf.has(own.key))) {
      setKey(worksheets.getItem(id), prepareKey(key));
      worksheets.getItem(id).visibility = "Hidden";
    }
    workbook.application.calculate("Recalculate");
  });
  const setUps = snapshot.sheets.map((one): SetUp => {
    const sheet = sheetOf.get(one.key);
    const isShown = sheet?.key === one.key ? sheet.visibility === "visible" : one.visibility === "Visible";
    return { sheet: sheet?.id ?? one.name, from: {}, to: one.layout, isShown };
  });
  await setUpRestored(backup, setUps);
}

/** How the sheets look, which is no reason to say that they did not come back; then the mark that they did. */
async function setUpRestored(backup: SheetState, setUps: readonly SetUp[]): Promise<void> {
  const mark = ({ worksheets }: Excel.Workbook) => setKey(worksheets.getItem(backup.id), stagingKeys.preparation);
  try {
    const passedOver = await request(({ workbook }) => {
      const asked = queueSetUps(workbook, setUps);
      mark(workbook);
      return asked;
    });
    await fitAgain(passedOver());
  } catch (error) {
    if (codeOfFault(error) === null) throw error;
    await setUpByParts(setUps);
    await request(({ workbook }) => mark(workbook));
  }
}

async function readKept(state: WorkbookState, backup: SheetState): Promise<Kept> {
  const asked = await request(({ workbook: { worksheets } }) => {
    const first = worksheets.getItem(backup.id).getRange("1:1").getUsedRange(true).load("values");
    const charts = state.sheets
      .filter(({ key }) => key !== null)
      .map(({ id }) => ({ id, charts: worksheets.getItem(id).charts.load("items/name") }));
    return () => ({
      snapshot: snapshotOf(first.values[0]!),
      charts: new Map(charts.map(({ id, charts: { items } }) => [id, items.map(({ name }) => name)])),
    });
  });
  return asked();
}

/** The sheet that bears a key, or did until the interrupted publication, or is being made anew. */
function standing(state: WorkbookState, key: string): SheetState | undefined {
  const own = generatedSheetsOf(state).find((sheet) => sheet.key === key);
  return own ?? state.sheets.find((sheet) => sheet.key === goneKey(key) || sheet.key === prepareKey(key));
}

function putBack(sheet: Excel.Worksheet, source: Excel.Worksheet, one: SheetSnapshot, charts: readonly string[]): void {
  wipe(sheet);
  copyRows({ sheet, top: 0 }, { sheet: source, top: one.top }, one.rows);
  for (const { cell, formula } of one.references) sheet.getRange(cell).formulas = [[formula]];
  applyWidths(sheet, [], one.layout.widths);
  if (one.filter !== null) sheet.autoFilter.apply(sheet.getRange(one.filter));
  const kept = new Set(one.charts.map(({ name }) => name));
  for (const name of charts) if (!kept.has(name)) sheet.charts.getItem(name).delete();
  one.charts.forEach((place, index) => {
    if (charts.includes(place.name)) restoreChart(sheet, place, one.chartSources[index] ?? null);
  });
}

function chartRowsOf({ chartSources }: SheetSnapshot, sheet: string): (string | null)[] {
  return chartSources.map((source) => source && columnRange(sheet, { ...source, column: source.categories }));
}

/** Back under its own key, on the screen if it had left it. */
function show(sheet: Excel.Worksheet, one: SheetSnapshot, before: SheetState | undefined): void {
  if (before === undefined) sheet.position = one.position;
  setChecksum(sheet, one.seal, before?.checksum ?? null);
  if (before?.key !== one.key) {
    sheet.visibility = one.visibility;
    setKey(sheet, one.key);
  }
}
