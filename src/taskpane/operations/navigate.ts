import type { KeyedName } from "../../documents";
import type { Anomaly } from "../../messages";
import { neighbour } from "../state/points";
import { isOtherFile, previewOf } from "../state/state";
import type { SessionContext } from "./context";
import { fileRefusal } from "./files";

/** Selects a cell of the workbook, and says so. */
export async function selectCell(context: SessionContext, sheet: string, cell: string): Promise<void> {
  context.lastTarget = { sheet, cell };
  const done = await context.attempt(() => context.environment.port.selectCell(sheet, cell));
  if (done) context.dispatch({ type: "said", notice: { code: "pane-cell-selected", params: { sheet, cell } } });
}

/** Selects the cell of an anomaly, or says why there is nowhere to go. */
export async function goToAnomaly(context: SessionContext, { file, sheet, cell }: Anomaly): Promise<void> {
  if (sheet === null || cell === null)
    context.dispatch({ type: "said", notice: { code: "pane-point-no-cell", params: {} } });
  else if (file !== null && isOtherFile(context.state, file))
    context.dispatch({ type: "said", notice: { code: "pane-file-point", params: { file, sheet, cell } } });
  else await selectCell(context, sheet, cell);
}

/** Shows a generated sheet by its key; where there is none, the step that makes them. */
export async function openDocument(context: SessionContext, key: string): Promise<void> {
  if (context.isBusy()) return;
  const { port, showPane } = context.environment;
  const known = context.state.documents.sheets?.find((sheet) => sheet.key === key);
  if (known !== undefined && (await port.activateSheet(known.name)).ok) return sayShown(context, known.name);
  // Renamed, removed, or never looked for since the pane opened.
  const seen = (await seeOwnSheets(context)).find((sheet) => sheet.key === key);
  if (seen !== undefined) return openSheet(context, seen.name);
  context.dispatch({ type: "step-opened", step: "documents" });
  context.dispatch({ type: "said", notice: { code: "pane-no-document", params: {} } });
  await showPane();
}

/** Shows a sheet by the name that it bears. */
export async function openSheet(context: SessionContext, name: string): Promise<void> {
  if (await context.attempt(() => context.environment.port.activateSheet(name))) sayShown(context, name);
}

function sayShown(context: SessionContext, sheet: string): void {
  context.dispatch({ type: "said", notice: { code: "pane-sheet-shown", params: { sheet } } });
}

async function seeOwnSheets(context: SessionContext): Promise<readonly KeyedName[]> {
  const reading = await context.environment.port.openActiveWorkbook();
  if (!reading.ok) {
    context.dispatch({ type: "troubled", anomaly: reading.anomaly });
    return [];
  }
  const { ownSheets } = reading.workbook;
  context.dispatch({ type: "documents-seen", sheets: ownSheets });
  return ownSheets;
}

const templateName = "Inventaire";

/**
 * Goes to the next (+1) or previous (−1) point: opened in the list, its cell selected. Resolves to false where there is
 * none.
 */
export async function moveToPoint(context: SessionContext, direction: 1 | -1): Promise<boolean> {
  const points = previewOf(context.state)?.points ?? [];
  const point = neighbour(points, context.state.list, direction);
  if (point === null) return false;
  context.dispatch({ type: "point-opened", point });
  await goToAnomaly(context, points[point]!);
  return true;
}

/** Adds a sheet with the headings of an inventory, to be filled; what the workbook holds stays as it is. */
export async function insertTemplate(context: SessionContext): Promise<void> {
  const { source } = context.state;
  if (source.kind !== "refused" || source.missing === null || context.isBusy()) return;
  const { headings } = source.missing;
  const added = await context.environment.port.addSheet(templateName, headings);
  context.dispatch(
    added.ok
      ? { type: "said", notice: { code: "pane-template-added", params: { sheet: added.sheet } } }
      : { type: "troubled", anomaly: added.anomaly },
  );
}

/** Opens the example inventory in a workbook of its own, for a first try. */
export async function openExample(context: SessionContext): Promise<void> {
  if (context.isBusy()) return;
  const { port, example } = context.environment;
  const bytes = await example.read().catch(() => null);
  const opened = bytes !== null && (await port.openNewWorkbook(bytes)).ok;
  context.dispatch(
    opened
      ? { type: "said", notice: { code: "pane-example-opened", params: {} } }
      : { type: "troubled", anomaly: fileRefusal("pane-example-not-opened", example.address) },
  );
}
