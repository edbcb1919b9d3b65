import { columnReference } from "../addresses";
import { chartPrefix, recordPrefix } from "../generated-names";
import { restoreChart } from "./charts";
import {
  addDocument,
  addMark,
  copyRows,
  freeNumbers,
  markCopies,
  ofNewDocument,
  putInPlace,
  setChecksum,
  setNames,
  setNumberedNames,
  wipe,
} from "./edit-sheets";
import { applyWidths, fitAgain, queueSetUps, setUpByParts, type SetUp } from "./layout";
import type { Watch } from "../port";
import { codeOfFault } from "./excel-faults";
import { owned } from "./owner";
import { request } from "./requests";
import { previousOf, type PreviousGeneration, type PreviousSheet } from "./previous-generation";
import {
  generatedSheetsOf,
  goneKey,
  prepareKey,
  stagingKeys,
  type SheetState,
  type WorkbookState,
} from "./workbook-state";

/** The previous generation, as it is kept in the workbook. */
interface Kept {
  readonly previous: PreviousGeneration;
  /** Names of the charts that each sheet has now, by its id. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

/** A sheet to put back. */
interface Restored {
  readonly previous: PreviousSheet;
  /** The one that stands for it now, if any does. */
  readonly before: SheetState | undefined;
  /** Id of that one, or the name of the one that is made anew. */
  readonly at: string;
}

/**
 * Puts back the generation kept aside, whatever stands in place: sheets that went are made anew, names lead where they
 * did. Marks first that what is in place may be half written, last that it is whole: done again, it gives the same. Does
 * nothing where another pane marked that sheet since the state was read. `kept`: what it holds, where it was read.
 */
export async function restoreFrom(
  state: WorkbookState,
  backup: SheetState,
  watch: Watch,
  kept: Kept | null = null,
): Promise<void> {
  const { previous, charts } = kept ?? (await request(({ workbook }) => askKept(workbook, state, backup)))();
  const restored = previous.sheets.map((one): Restored => {
    const before = standingSheet(state, one.key);
    return { previous: one, before, at: before?.id ?? one.name };
  });
  await request(({ workbook }) => {
    addMark(workbook.worksheets.getItem(backup.id), backup.marks, owned(stagingKeys.publication, watch));
    markCopies(workbook, state);
    restoreSheets(workbook, { state, backup, charts, watch }, restored);
    setNames(workbook, state, previous.names);
    retireOthers(workbook, state, [...previous.sheets.map(({ key }) => key), ...(previous.untouched ?? [])], watch);
    workbook.application.calculate("Recalculate");
  });
  const setUps = restored.map(({ previous: one, before, at }): SetUp => {
    const isShown = before?.key === one.key ? before.visibility === "visible" : one.visibility === "Visible";
    return { sheet: at, from: {}, to: one.layout, isShown };
  });
  await setUpRestored(setUps, ({ worksheets }) =>
    addMark(worksheets.getItem(backup.id), [...backup.marks, ""], owned(stagingKeys.preparation, watch)),
  );
}

/** What sheets are put back from. */
interface Source {
  readonly state: WorkbookState;
  readonly backup: SheetState;
  readonly charts: Kept["charts"];
  readonly watch: Watch;
}

function restoreSheets(
  workbook: Excel.Workbook,
  { state, backup, charts, watch }: Source,
  restored: readonly Restored[],
): void {
  const { worksheets } = workbook;
  const next = freeNumbers(state);
  // Sheets that went come back before any formula that leads to them.
  for (const { previous, before } of restored)
    if (before === undefined) addDocument(workbook, next(), owned(prepareKey(previous.key), watch), previous.name);
  const source = worksheets.getItem(backup.id);
  for (const { previous, before, at } of restored) {
    const target = worksheets.getItem(at);
    putBack(target, source, previous, charts.get(before?.id ?? "") ?? []);
    if (before !== undefined)
      setNumberedNames(target, chartPrefix, chartRowsOf(previous, before.name), before.chartRows);
    const record = (previous.record ?? []).map((formula) => formula.slice(1));
    setNumberedNames(target, recordPrefix, record, before?.record ?? []);
  }
  for (const { previous, before, at } of [...restored].sort((a, b) => a.previous.position - b.previous.position))
    show(worksheets.getItem(at), previous, before);
}

/** Takes sheets without a place in the previous generation off the screen; they are deleted with the rest. */
function retireOthers(
  { worksheets }: Excel.Workbook,
  state: WorkbookState,
  keptKeys: readonly string[],
  watch: Watch,
): void {
  const kept = new Set(keptKeys);
  for (const { id, key, marks } of generatedSheetsOf(state).filter((sheet) => !kept.has(sheet.key))) {
    addMark(worksheets.getItem(id), marks, owned(prepareKey(key), watch));
    worksheets.getItem(id).visibility = "Hidden";
  }
}

/** Sets up how the sheets look, which is no reason to say that they did not come back; then marks that they did. */
async function setUpRestored(setUps: readonly SetUp[], mark: (workbook: Excel.Workbook) => void): Promise<void> {
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

/** Queues the reading of what a sheet keeps; the answer is read after the request. */
export function askKept({ worksheets }: Excel.Workbook, state: WorkbookState, backup: SheetState): () => Kept {
  const first = worksheets.getItem(backup.id).getRange("1:1").getUsedRange(true).load("values");
  const charts = state.sheets
    .filter(({ key }) => key !== null)
    .map(({ id }) => ({ id, charts: worksheets.getItem(id).charts.load("items/name") }));
  return () => ({
    previous: previousOf(first.values[0]!),
    charts: new Map(charts.map(({ id, charts: { items } }) => [id, items.map(({ name }) => name)])),
  });
}

/** Returns the sheet that bears a key, or did until the interrupted publication, or is being made anew. */
function standingSheet(state: WorkbookState, key: string): SheetState | undefined {
  const own = generatedSheetsOf(state).find((sheet) => sheet.key === key);
  return own ?? state.sheets.find((sheet) => sheet.key === goneKey(key) || sheet.key === prepareKey(key));
}

/** Puts back what a sheet held, its charts where they stood. */
function putBack(sheet: Excel.Worksheet, source: Excel.Worksheet, one: PreviousSheet, charts: readonly string[]): void {
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

function chartRowsOf({ chartSources }: PreviousSheet, sheet: string): (string | null)[] {
  return chartSources.map((source) => source && columnReference(sheet, { ...source, column: source.categories }));
}

/** Puts a sheet back under its own key, on the screen if it had left it. */
function show(sheet: Excel.Worksheet, one: PreviousSheet, before: SheetState | undefined): void {
  if (before === undefined) sheet.position = one.position;
  setChecksum(sheet, one.seal, before ?? ofNewDocument);
  if (before?.key !== one.key) sheet.visibility = one.visibility;
  putInPlace(sheet, one.key, before ?? ofNewDocument);
}
