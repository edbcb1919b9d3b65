import type { Anomaly } from "../../messages";
import { addMark } from "./edit-sheets";
import { isAsBefore, workElsewhere } from "./elsewhere";
import { officeError, refused, type Outcome, type Watch } from "../port";
import { Abort, refusedBy } from "./excel-faults";
import { isMine, owned } from "./owner";
import { isInOrder, putInOrder } from "./recover";
import { exclusively, request, retry } from "./requests";
import { askKept, restoreFrom } from "./restore";
import { backupName, findBackup, forgetBackup, isOwnGeneration } from "./undoable";
import { askState, checkAccess, generatedSheetsOf, readState, stagingKeys, type WorkbookState } from "./workbook-state";

/**
 * Undoes the last publication of this pane (« Annuler la génération »): restores the previous generated sheets, or
 * removes all of them after the first publication. A deleted sheet comes back as a new one. Refuses to undo the
 * generation of another pane.
 */
export function undoPublication(watch: Watch = {}): Promise<Outcome> {
  return exclusively(async () => {
    const name = backupName();
    if (name === null) return refused("office-nothing-to-undo");
    watch.onProgress?.({ stage: "restore", done: 0, total: 1, sheet: null });
    try {
      const state = await orderedState(name, watch);
      // Repairing the workbook has completed an interrupted undo.
      if (state !== null) {
        const refusal = refusalOf(state, watch);
        if (refusal !== null) return { ok: false, anomaly: refusal };
        checkAccess(state, generatedSheetsOf(state));
        await undoIn(state, watch);
      }
    } catch (error) {
      return await finishUndo(error, name, watch);
    }
    forgetBackup();
    await retry(() => putInOrder({ keep: null }, watch), watch).catch(() => undefined);
    return { ok: true };
  });
}

/** Repairs the workbook if needed and returns its state; null when that completed an interrupted undo of this pane. */
async function orderedState(name: string, watch: Watch): Promise<WorkbookState | null> {
  const state = await readState();
  const { publication } = stagingKeys;
  const isHalfDone = state.sheets.some((sheet) => sheet.name === name && isMine(sheet) && sheet.key === publication);
  if (!isHalfDone && isInOrder(state, name, watch)) return state;
  await putInOrder({ keep: name }, watch);
  return isHalfDone ? null : readState();
}

/** Claims the documents and restores the previous ones. Throws, with nothing changed, when this pane may not undo. */
async function undoIn(state: WorkbookState, watch: Watch): Promise<void> {
  const backup = findBackup(state)!;
  const asked = await request((context) => {
    addMark(context.workbook.worksheets.getItem(backup.id), backup.marks, owned(stagingKeys.held, watch));
    return { state: askState(context), kept: askKept(context.workbook, state, backup) };
  });
  const claimed = asked.state();
  const refusal = refusalOf(claimed, watch);
  if (refusal !== null) throw new Abort(refusal);
  if (!isAsBefore(state, claimed)) throw new Abort(officeError("office-workbook-changed"));
  await restoreFrom(claimed, findBackup(claimed)!, watch, asked.kept());
}

/** Returns why this pane may not undo its last publication, or null. */
function refusalOf(state: WorkbookState, watch: Watch): Anomaly | null {
  const untouched = { untouched: "1" };
  const elsewhere = workElsewhere(state, watch);
  if (elsewhere !== null) return officeError("office-work-elsewhere", { ...elsewhere, ...untouched });
  if (findBackup(state) === undefined) return officeError("office-undo-gone");
  if (!isOwnGeneration(state)) return officeError("office-generated-since");
  return null;
}

/** Completes an undo after a fault; refuses one that had no effect, which can be asked for again. */
async function finishUndo(error: unknown, name: string, watch: Watch): Promise<Outcome> {
  const order = await retry(() => putInOrder({ keep: name }, watch), watch).catch(() => null);
  if (order === null) return refusedBy(error, "unfinished");
  const key = order.found.sheets.find((sheet) => sheet.name === name && isMine(sheet))?.key;
  const isDone = key !== stagingKeys.undo && key !== stagingKeys.held && backupName() !== null;
  if (!isDone) return refusedBy(error, "untouched");
  forgetBackup();
  await retry(() => putInOrder({ keep: null }, watch), watch).catch(() => undefined);
  return { ok: true };
}
