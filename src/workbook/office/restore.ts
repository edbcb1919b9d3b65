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

/** The previous generation, as read from its backup sheet. */
interface Kept {
  readonly previous: PreviousGeneration;
  /** Names of the present charts of each sheet, by sheet id. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
}

/** A sheet to restore. */
interface Restored {
  readonly previous: PreviousSheet;
  /** The present sheet of the same document, if there is one. */
  readonly before: SheetState | undefined;
  /** Id of the present sheet, or name of the sheet to be added. */
  readonly at: string;
}

/**
 * Restores the generation on a backup sheet, whatever the present state: adds deleted sheets again and redirects names.
 * The first mark says that the present generation may be half written, the last one that it is whole; repeating the
 * operation gives the same result. Fails when another pane has marked the backup sheet since the state was read. `kept`
 * is its contents, if already read.
 */
export async function restoreFrom(
  state: WorkbookState,
  backup: SheetState,
  watch: Watch,
  kept: Kept | null = null,
): Promise<void> {
  const { previous, charts } = kept ?? (await request(({ workbook }) => askKept(workbook, state, backup)))();
  const restored = previous.sheets.map((one): Restored => {
    const before = presentSheet(state, one.key);
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

/** What sheets are restored from. */
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
  // Deleted sheets are added before any formula that refers to them.
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

/** Hides the sheets that are not in the previous generation; they are deleted with the staging sheets. */
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

/** Applies layouts, then marks the generation as whole; a refused layout does not make the restoration fail. */
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

/** Queues a reading of a backup sheet; the returned function gives its contents after the request. */
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

/** Returns the present sheet of a document: the one with its key, or one that a publication was removing or adding. */
function presentSheet(state: WorkbookState, key: string): SheetState | undefined {
  const own = generatedSheetsOf(state).find((sheet) => sheet.key === key);
  return own ?? state.sheets.find((sheet) => sheet.key === goneKey(key) || sheet.key === prepareKey(key));
}

/** Restores the contents of a sheet and its charts. */
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

/** Gives a sheet its key again, and shows it if it had been hidden. */
function show(sheet: Excel.Worksheet, one: PreviousSheet, before: SheetState | undefined): void {
  if (before === undefined) sheet.position = one.position;
  setChecksum(sheet, one.seal, before ?? ofNewDocument);
  if (before?.key !== one.key) sheet.visibility = one.visibility;
  putInPlace(sheet, one.key, before ?? ofNewDocument);
}
