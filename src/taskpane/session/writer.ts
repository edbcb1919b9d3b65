import type { EditedSheet } from "../../workbook/office";
import { withAnalyses } from "./analyses/renew";
import type { Desk } from "./desk";
import { comparedDocuments } from "./documents";
import { drive } from "./drive";
import { previewOfBilling } from "./preview";
import { refusedSource } from "./refused-source";
import { retakeInSteps } from "./snapshot";
import type { Snapshot } from "./snapshot";
import { errorsToAccept, previewOf } from "./state";
import { unexpected } from "./unexpected";

/** Asks for a confirmation in the pane, or says what holds the generation back. */
export function askGeneration(desk: Desk): void {
  if (mayGenerate(desk)) desk.tell({ type: "generation-asked" });
}

/** Whether something is previewed, can be written and was accepted; what holds it back is told. */
function mayGenerate(desk: Desk): boolean {
  const preview = previewOf(desk.state);
  if (preview === null || desk.isBusy()) return false;
  const { readOnly, accepted } = desk.state;
  const why = readOnly ? "read-only" : errorsToAccept(desk.state) > 0 && !accepted ? "points" : null;
  if (why !== null) desk.tell({ type: "generation-held", why });
  return why === null;
}

/**
 * Reads again, compares with what was previewed, and writes only that. Documents changed by hand are shown before they are
 * replaced, unless they are among those `replacing`.
 */
export async function generate(desk: Desk, replacing: readonly EditedSheet[] = []): Promise<void> {
  const before = desk.snapshot;
  if (before === null || !mayGenerate(desk)) return;
  desk.begin({ type: "generation-started" });
  try {
    const verified = await verify(desk, before);
    if (verified !== null) await publish(desk, verified, replacing);
  } catch (fault) {
    desk.untidy();
    desk.tell({ type: "generation-failed", anomaly: unexpected(fault), after: "unfinished" });
  }
}

/** What is to be written; null where there is nothing to write any more, which is told. */
async function verify(desk: Desk, before: Snapshot): Promise<Snapshot | null> {
  const { door, pace, now } = desk.around;
  const cancelled = () => {
    desk.tell({ type: "generation-cancelled", after: "untouched" });
    return null;
  };
  const reading = await door.openActiveWorkbook(desk.watch());
  if (desk.isCancelled) return cancelled();
  if (!reading.ok) {
    desk.tell({ type: "generation-failed", anomaly: reading.anomaly, after: "untouched" });
    return null;
  }
  const retaking = retakeInSteps(before, reading.workbook, now(), desk.others);
  const again = await drive(retaking, pace, () => desk.isCancelled);
  if (again === null) return cancelled();
  if (again.kind === "refused") {
    desk.snapshot = null;
    const workbooks = [reading.workbook, ...desk.others].map(({ cells }) => cells);
    desk.tell({ type: "not-read", source: refusedSource(again.refusals, workbooks, before.campaign) });
    return null;
  }
  const snapshot = await withAnalyses(desk, again.snapshot);
  if (snapshot === null) return cancelled();
  desk.snapshot = snapshot;
  const { ownSheets } = snapshot.workbook;
  desk.tell({ type: "preview-renewed", preview: previewOfBilling(snapshot.billing, ownSheets), ownSheets });
  if (again.kind === "same" && snapshot.kept === before.kept) return snapshot;
  desk.tell({ type: "documents-seen", documents: comparedDocuments(snapshot, desk.written) });
  desk.tell({ type: "source-differs" });
  return null;
}

/** Writes what the documents changed by hand may be replaced by, once that is accepted. */
export async function replaceEdits(desk: Desk): Promise<void> {
  const { ending } = desk.state;
  if (ending.kind === "edited") await generate(desk, ending.sheets);
}

async function publish(desk: Desk, snapshot: Snapshot, replacing: readonly EditedSheet[]): Promise<void> {
  const { door } = desk.around;
  const published = await door.publish(snapshot.billing.sheets, desk.watch(), replacing);
  if (published.ok) {
    desk.written = snapshot;
    desk.tell({
      type: "generated",
      sheets: published.sheets,
      remark: published.remark,
      canUndo: door.canUndo(),
    });
    return desk.keepView();
  }
  if (published.edited !== undefined) return desk.tell({ type: "edits-found", sheets: published.edited });
  const { cancelled, anomaly, after } = published;
  if (after === "unfinished") desk.untidy();
  desk.tell(cancelled ? { type: "generation-cancelled", after } : { type: "generation-failed", anomaly, after });
}

/** Asks before the generated sheets go back to what they were; says so where nothing can. */
export function askUndo(desk: Desk): void {
  if (desk.isBusy()) return;
  desk.tell({ type: "step-opened", step: "documents" });
  desk.tell(
    desk.state.canUndo
      ? { type: "undo-asked" }
      : { type: "said", notice: { code: "pane-undo-impossible", params: {} } },
  );
}

/** Puts back the generated sheets as they were before the last generation. */
export async function undo(desk: Desk): Promise<void> {
  const { door } = desk.around;
  if (desk.isBusy()) return;
  desk.begin({ type: "undo-started" });
  try {
    const outcome = await door.undoPublication(desk.watch());
    desk.written = null;
    const canUndo = door.canUndo();
    desk.tell(outcome.ok ? { type: "undone", canUndo } : { type: "undo-failed", anomaly: outcome.anomaly, canUndo });
    if (outcome.ok) desk.keepView();
  } catch (fault) {
    desk.untidy();
    desk.tell({ type: "undo-failed", anomaly: unexpected(fault), canUndo: door.canUndo() });
  }
}
