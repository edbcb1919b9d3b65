import type { Anomaly } from "../../messages";
import type { KeyedName } from "../../documents";
import type { Desk } from "./desk";
import { isOtherFile } from "./state";

/** Selects a cell of the workbook, and says so. */
export async function selectCell(desk: Desk, sheet: string, cell: string): Promise<void> {
  desk.wentTo = { sheet, cell };
  const done = await desk.attempt(() => desk.around.door.selectCell(sheet, cell));
  if (done) desk.tell({ type: "said", notice: { code: "pane-cell-selected", params: { sheet, cell } } });
}

/** Selects the cell of an anomaly, or says why there is nowhere to go. */
export async function goToAnomaly(desk: Desk, { file, sheet, cell }: Anomaly): Promise<void> {
  if (sheet === null || cell === null) desk.tell({ type: "said", notice: { code: "pane-point-no-cell", params: {} } });
  else if (file !== null && isOtherFile(desk.state, file))
    desk.tell({ type: "said", notice: { code: "pane-file-point", params: { file, sheet, cell } } });
  else await selectCell(desk, sheet, cell);
}

/** Shows a generated sheet by its key; where there is none, the step that makes them. */
export async function openDocument(desk: Desk, key: string): Promise<void> {
  if (desk.isBusy()) return;
  const { door, showPane } = desk.around;
  const known = desk.state.ownSheets?.find((sheet) => sheet.key === key);
  if (known !== undefined && (await door.activateSheet(known.name)).ok) return sayShown(desk, known.name);
  // Renamed, removed, or never looked for since the pane opened.
  const seen = (await seeOwnSheets(desk)).find((sheet) => sheet.key === key);
  if (seen !== undefined) return openSheet(desk, seen.name);
  desk.tell({ type: "step-opened", step: "documents" });
  desk.tell({ type: "said", notice: { code: "pane-no-document", params: {} } });
  await showPane();
}

/** Shows a sheet by the name that it bears. */
export async function openSheet(desk: Desk, name: string): Promise<void> {
  if (await desk.attempt(() => desk.around.door.activateSheet(name))) sayShown(desk, name);
}

function sayShown(desk: Desk, sheet: string): void {
  desk.tell({ type: "said", notice: { code: "pane-sheet-shown", params: { sheet } } });
}

async function seeOwnSheets(desk: Desk): Promise<readonly KeyedName[]> {
  const reading = await desk.around.door.openActiveWorkbook();
  if (!reading.ok) {
    desk.tell({ type: "troubled", anomaly: reading.anomaly });
    return [];
  }
  const { ownSheets } = reading.workbook;
  desk.tell({ type: "own-sheets-seen", ownSheets });
  return ownSheets;
}
