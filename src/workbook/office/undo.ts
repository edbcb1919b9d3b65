import { backupName, findBackup, keepBackup, stagingKeys } from "./staging";
import { anomaly, faultOf } from "./faults";
import { exclusively, retry } from "./requests";
import { checkAccess } from "./plan";
import { restoreFrom } from "./restore";
import { isInterrupted, putInOrder, readState } from "./tidy";
import type { Outcome, Watch } from "./types";
import { generatedSheetsOf } from "./workbook-state";

/** Whether the last publication of this pane can be taken back. */
export function canUndo(): boolean {
  return backupName() !== null;
}

/**
 * « Annuler la génération »: puts back the generated sheets that were there before the last publication of this pane, or
 * none where it was the first. A sheet that had gone comes back as a new one.
 */
export function undoPublication(watch: Watch = {}): Promise<Outcome> {
  return exclusively(async () => {
    const name = backupName();
    if (name === null) return { ok: false, anomaly: anomaly("office-nothing-to-undo") };
    watch.onProgress?.({ stage: "restore", done: 0, total: 1, sheet: null });
    try {
      const state = await readState();
      if (isInterrupted(state)) {
        // An undo that stopped half way: it is brought to its end.
        await putInOrder({ keep: null });
        keepBackup(null);
        return { ok: true };
      }
      const backup = findBackup(state);
      if (backup === undefined) return { ok: false, anomaly: anomaly("office-nothing-to-undo") };
      checkAccess(state, generatedSheetsOf(state));
      await restoreFrom(state, backup);
    } catch (error) {
      return await recover(error, name, watch);
    }
    keepBackup(null);
    await retry(() => putInOrder({ keep: null }), watch).catch(() => undefined);
    return { ok: true };
  });
}

/** Once begun, an undo is brought to its end; one that had no effect can be asked for again. */
async function recover(error: unknown, name: string, watch: Watch): Promise<Outcome> {
  const order = await retry(() => putInOrder({ keep: name }), watch).catch(() => null);
  if (order === null) return { ok: false, anomaly: faultOf(error, "unfinished") };
  const isDone = order.found.sheets.find((sheet) => sheet.name === name)?.key !== stagingKeys.undo;
  if (!isDone) return { ok: false, anomaly: faultOf(error, "untouched") };
  keepBackup(null);
  await retry(() => putInOrder({ keep: null }), watch).catch(() => undefined);
  return { ok: true };
}
