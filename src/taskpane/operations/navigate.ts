import type { KeyedName } from "../../documents";
import type { Anomaly } from "../../messages";
import { neighbour } from "../state/preview";
import { isOtherFile, previewOf } from "../state/state";
import type { SessionContext } from "./context";
import { fileRefusal } from "./picked-files";

/**
 * Selects a cell of the workbook, and reports it; when the sheets are in the page of the pane, the focus moves to it.
 */
export async function selectCell(context: SessionContext, sheet: string, cell: string): Promise<void> {
  if (!(await select(context, sheet, cell))) return;
  context.say("pane-cell-selected", { sheet, cell });
  context.environment.focusSheet?.();
}

async function select(context: SessionContext, sheet: string, cell: string): Promise<boolean> {
  context.lastTarget = { sheet, cell };
  return (await context.ask((port) => port.selectCell(sheet, cell))) !== null;
}

/**
 * Selects the cell of an anomaly and shows the anomaly, or why there is no cell to select. The focus stays in the pane.
 */
export async function goToAnomaly(
  context: SessionContext,
  { file, sheet, cell, code, params }: Anomaly,
): Promise<void> {
  if (sheet === null || cell === null) context.say("pane-point-no-cell");
  else if (file !== null && isOtherFile(context.state, file)) context.say("pane-file-point", { file, sheet, cell });
  else if (await select(context, sheet, cell))
    context.dispatch({ type: "notice-given", notice: { code, params, ofPoint: true } });
}

/** Selects the cell of an anomaly of the open workbook, if it has one, without a message; the focus stays. */
export async function showAnomaly(context: SessionContext, { file, sheet, cell }: Anomaly): Promise<void> {
  const isHere = file === null || !isOtherFile(context.state, file);
  if (sheet !== null && cell !== null && isHere) await select(context, sheet, cell);
}

/** Opens a point in the list, and goes to its first cell. */
export async function openPoint(context: SessionContext, point: number): Promise<void> {
  const shown = previewOf(context.state)?.points[point];
  if (shown === undefined) return;
  context.dispatch({ type: "point-opened", point });
  await goToAnomaly(context, shown.anomalies[0]);
}

/** Shows a generated sheet by its key; when there is none, the step that generates it. */
export async function openDocument(context: SessionContext, key: string): Promise<void> {
  if (context.isBusy()) return;
  const { port, showPane } = context.environment;
  const known = context.state.documents.sheets?.find((sheet) => sheet.key === key);
  if (known !== undefined && (await port.activateSheet(known.name)).ok)
    return context.say("pane-sheet-shown", { sheet: known.name });
  // Renamed, removed, or never looked for since the pane opened.
  const seen = (await seeOwnSheets(context)).find((sheet) => sheet.key === key);
  if (seen !== undefined) return openSheet(context, seen.name);
  context.dispatch({ type: "step-opened", step: "documents" });
  context.say("pane-no-document");
  await showPane();
}

/** Shows the sheet of a name. */
export async function openSheet(context: SessionContext, sheet: string): Promise<void> {
  if ((await context.ask((port) => port.activateSheet(sheet))) !== null) context.say("pane-sheet-shown", { sheet });
}

async function seeOwnSheets(context: SessionContext): Promise<readonly KeyedName[]> {
  const reading = await context.ask((port) => port.openActiveWorkbook({}, "glance"));
  if (reading === null) return [];
  const { generatedSheets } = reading.workbook;
  context.dispatch({ type: "documents-seen", sheets: generatedSheets });
  return generatedSheets;
}

const templateName = "Inventaire";

/**
 * Goes to the next (+1) or the previous (−1) point: opens it in the list, and selects its cell. Resolves to false when
 * there is none.
 */
export async function moveToPoint(context: SessionContext, direction: 1 | -1): Promise<boolean> {
  const points = previewOf(context.state)?.points ?? [];
  const point = neighbour(points, context.state.list, direction);
  if (point === null) return false;
  await openPoint(context, point);
  return true;
}

/** Adds a sheet with the headings of an inventory, to be filled in; other sheets are unchanged. */
export async function insertTemplate(context: SessionContext): Promise<void> {
  const { source } = context.state;
  if (source.kind !== "refused" || source.missing === null || context.isBusy()) return;
  const { headings } = source.missing;
  const added = await context.ask((port) => port.addSheet(templateName, headings));
  if (added !== null) context.say("pane-template-added", { sheet: added.sheet });
}

/** Opens the example inventory in a workbook of its own, for a first try. */
export async function openExample(context: SessionContext): Promise<void> {
  const { port, example } = context.environment;
  if (example === null || context.isBusy()) return;
  const bytes = await example.read().catch(() => null);
  if (bytes !== null && (await port.openNewWorkbook(bytes)).ok) return context.say("pane-example-opened");
  context.dispatch({ type: "troubled", anomaly: fileRefusal("pane-example-not-opened", example.address) });
}
