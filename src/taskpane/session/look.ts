import type { Desk } from "./desk";
import { documentsOf } from "./documents";
import { drive } from "./drive";
import { sourceStateInSteps } from "./source-state";

/**
 * Whether the documents that a workbook holds are still those of its sheets, told as soon as the pane opens. Reads, bills
 * nothing; where Excel does not answer now, the next reading will say it.
 */
export async function lookAtDocuments(desk: Desk): Promise<void> {
  const { door, pace } = desk.around;
  const reading = await door.openActiveWorkbook().catch(() => null);
  if (reading === null || !reading.ok) return;
  const { cells, ownSheets, journalRows } = reading.workbook;
  const source = await drive(sourceStateInSteps([cells]), pace);
  // The user may have had it read meanwhile, which tells more.
  if (source === null || desk.state.source.kind === "read") return;
  desk.tell({ type: "own-sheets-seen", ownSheets });
  desk.tell({ type: "documents-seen", documents: documentsOf(journalRows, [cells], source) });
}
