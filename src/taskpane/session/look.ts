import type { SessionContext } from "./context";
import { documentsOf } from "./documents";
import { runInSlices } from "./drive";
import { sourceStateInSteps } from "./source-state";

/**
 * Whether the documents that a workbook holds are still those of its sheets, told as soon as the pane opens. Reads, bills
 * nothing; where Excel does not answer now, the next reading will say it.
 */
export async function checkDocuments(context: SessionContext): Promise<void> {
  const { port, scheduler } = context.environment;
  const reading = await port.openActiveWorkbook().catch(() => null);
  if (reading === null || !reading.ok) return;
  const { cells, ownSheets, journalRows } = reading.workbook;
  const source = await runInSlices(sourceStateInSteps([cells]), scheduler);
  // The user may have had it read meanwhile, which tells more.
  if (source === null || context.state.source.kind === "read") return;
  context.dispatch({ type: "own-sheets-seen", ownSheets });
  context.dispatch({ type: "documents-seen", documents: documentsOf(journalRows, [cells], source) });
}
