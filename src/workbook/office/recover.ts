import { addMark, deleteSheet } from "./edit-sheets";
import { isToOrder, workElsewhere } from "./elsewhere";
import type { Elsewhere, Tidying, Watch } from "../port";
import { refusedBy } from "./excel-faults";
import { isMine, owned } from "./owner";
import { exclusively, request, retry } from "./requests";
import { restoreFrom } from "./restore";
import { backupName } from "./undoable";
import {
  hasStagingName,
  isBackstage,
  readState,
  stagingKeys,
  type SheetState,
  type WorkbookState,
} from "./workbook-state";

/** The result of repairing a workbook. */
interface Order {
  /** The state before the repair. */
  readonly found: WorkbookState;
  readonly restored: boolean;
  /** The work of another pane, whose sheets were left alone; null when there is none. */
  readonly elsewhere: Elsewhere | null;
}

interface OrderWanted {
  /** Name of the backup sheet to keep for an undo; null when there is none. */
  readonly keep: string | null;
  /** Name of the backup sheet to restore even when the present generation is whole. */
  readonly restore?: string;
}

/**
 * Repairs a workbook after an interrupted publication: restores the previous generation when the present one may be
 * half written, then deletes the staging sheets. Sheets on which another pane is at work, or that it may need for an
 * undo, are left alone. The user's sheets are never changed.
 */
export async function putInOrder(wanted: OrderWanted, watch: Watch): Promise<Order> {
  const found = await readState();
  const backup = backupToRestore(found, wanted, watch);
  if (backup !== undefined) await restoreFrom(found, backup, watch);
  const state = backup === undefined ? found : await readState();
  const elsewhere = workElsewhere(state, watch);
  const empty = elsewhere === null ? await emptyOrphans(state) : [];
  await clear([...leftovers(state, wanted.keep, watch), ...empty], heldBackup(state, wanted.keep), watch);
  return { found, restored: backup !== undefined, elsewhere };
}

/** Returns whether no staging sheet remains for this pane to delete. */
export function isInOrder(state: WorkbookState, keep: string | null, watch: Watch): boolean {
  const isReleased = heldBackup(state, keep) === undefined;
  return isReleased && leftovers(state, keep, watch).length === 0 && orphans(state).length === 0;
}

/** Returns whether the present generation may be half written while no other pane is at work on it. */
export function isInterrupted(state: WorkbookState, watch: Watch): boolean {
  return backupToRestore(state, { keep: null }, watch) !== undefined;
}

function backupToRestore(state: WorkbookState, { restore }: OrderWanted, watch: Watch): SheetState | undefined {
  const elsewhere = workElsewhere(state, watch);
  return state.sheets.find(
    (sheet) =>
      isToOrder(sheet, elsewhere, watch) &&
      (sheet.key === stagingKeys.publication || (sheet.key === stagingKeys.held && sheet.name === restore)),
  );
}

/** Returns the backup sheet kept for an undo, if its marks still say that this pane is at work. */
function heldBackup({ sheets }: WorkbookState, keep: string | null): SheetState | undefined {
  return sheets.find((sheet) => sheet.name === keep && sheet.key === stagingKeys.held && isMine(sheet));
}

/** Returns the staging sheets to delete; those that say which generation is whole come last. */
function leftovers(state: WorkbookState, keep: string | null, watch: Watch): SheetState[] {
  const elsewhere = workElsewhere(state, watch);
  const isKept = (sheet: SheetState) => sheet.name === keep && isMine(sheet);
  const staging = state.sheets.filter((sheet) => !isKept(sheet) && isToOrder(sheet, elsewhere, watch));
  const isBackup = ({ key }: SheetState) => isBackstage(key) && key !== stagingKeys.stage;
  return [...staging.filter((sheet) => !isBackup(sheet)), ...staging.filter(isBackup)];
}

/** Returns the staging sheets that a fault left without a key. */
function orphans({ sheets }: WorkbookState): SheetState[] {
  return sheets.filter(({ key, name }) => key === null && hasStagingName(name));
}

/** Returns the orphans that are empty: one with contents is the user's, whatever its name. */
async function emptyOrphans(state: WorkbookState): Promise<SheetState[]> {
  const candidates = orphans(state);
  if (candidates.length === 0) return [];
  const asked = await request(({ workbook }) =>
    candidates.map((sheet) => {
      const used = workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true).load("address");
      return { sheet, isEmpty: () => used.isNullObject };
    }),
  );
  return asked.filter(({ isEmpty }) => isEmpty()).map(({ sheet }) => sheet);
}

/**
 * Deletes sheets, and marks that the held backup sheet can serve an undo. A pane that was considered gone may resume:
 * if it has marked its sheets since, nothing is done.
 */
async function clear(sheets: readonly SheetState[], held: SheetState | undefined, watch: Watch): Promise<void> {
  if (sheets.length === 0 && held === undefined) return;
  await request(({ workbook: { worksheets } }) => {
    for (const sheet of sheets)
      if (isBackstage(sheet.key) && !isMine(sheet))
        addMark(worksheets.getItem(sheet.id), sheet.marks, owned(sheet.key, watch));
    if (held !== undefined) addMark(worksheets.getItem(held.id), held.marks, owned(stagingKeys.undo, watch));
    for (const { id } of sheets) deleteSheet(worksheets.getItem(id));
  });
}

/**
 * Cleans up when a pane starts: deletes what an earlier pane left, and restores the previous generation if that pane
 * stopped half way. One request when nothing is left.
 */
export function tidyUp(watch: Watch = {}): Promise<Tidying> {
  return exclusively(async () => {
    try {
      const { restored, elsewhere } = await retry(() => putInOrder({ keep: backupName() }, watch), watch);
      return { ok: true, restored, ...(elsewhere !== null && { elsewhere }) };
    } catch (error) {
      return refusedBy(error, "unfinished");
    }
  });
}
