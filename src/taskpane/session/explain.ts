import { explainCell, type Explanation } from "../../explain";
import type { Selected } from "../../workbook/office";
import type { SessionContext } from "./context";
import { readWorkbook } from "./reader";
import { unexpected } from "./unexpected";

/**
 * Shows why the chosen cell is what it is. The workbook is read first where it was not, or where it changed since: without
 * a campaign, or where the reading ends badly, the pane says that instead.
 */
export async function explainSelection(context: SessionContext): Promise<void> {
  if (context.isBusy()) return;
  const wasRead = isFresh(context);
  if (!wasRead) await readWorkbook(context);
  let explanation = await explained(context);
  // Excel tells of a change a moment later, or not at all.
  if (wasRead && explanation?.about.kind === "changed" && explanation.about.since === "reading") {
    await readWorkbook(context);
    explanation = await explained(context);
  }
  if (explanation !== null) context.dispatch({ type: "explained", explanation });
}

/** Null where it cannot be said; the pane says why. */
async function explained(context: SessionContext): Promise<Explanation | null> {
  if (!isFresh(context)) return null;
  const selected = await context.environment.port
    .selectedCell()
    .catch((fault: unknown) => ({ ok: false, anomaly: unexpected(fault) }) as const);
  if (!selected.ok) {
    context.dispatch({ type: "troubled", anomaly: selected.anomaly });
    return null;
  }
  return explanationOf(context, selected.cell);
}

/** Why a cell is what it is, from what was read; null where nothing was. */
export function explanationOf(
  { snapshot, state }: SessionContext,
  cell: Extract<Selected, { readonly ok: true }>["cell"],
): Explanation | null {
  if (snapshot === null) return null;
  const { billing, workbook } = snapshot;
  return explainCell({ billing, workbook: workbook.cells, ownSheets: state.ownSheets ?? [], cell });
}

/** Whether what was read is still what the workbook says, for the campaign chosen. */
export function isFresh({ state: { source, changed, campaign } }: SessionContext): boolean {
  return source.kind === "read" && !changed && source.preview.campaign === campaign;
}
