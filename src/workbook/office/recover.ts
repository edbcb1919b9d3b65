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

/** What putting a workbook in order found and did. */
interface Order {
  /** As it was found. */
  readonly found: WorkbookState;
  readonly restored: boolean;
  /** The work of another pane, which leaves all but this one's own sheets as they are; null where none is under way. */
  readonly elsewhere: Elsewhere | null;
}

interface OrderWanted {
  /** Name of a sheet that keeps a generation to undo to, which stays; null: none. */
  readonly keep: string | null;
  /** Name of a staging sheet whose generation has to come back even if the one in place is whole. */
  readonly restore?: string;
}

/**
 * Puts a workbook in order after a publication that was interrupted: the previous generation back when the one in place
 * may be half written, then away with the staging sheets. What another pane is at work on, or may still undo, is left to it.
 * The user's sheets are never touched.
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

/** Returns whether no staging sheet stands that nobody needs any more, as far as it is for this pane to tell. */
export function isInOrder(state: WorkbookState, keep: string | null, watch: Watch): boolean {
  const isReleased = heldBackup(state, keep) === undefined;
  return isReleased && leftovers(state, keep, watch).length === 0 && orphans(state).length === 0;
}

/** Returns whether the generation in place may be half written, and no other pane is at work on it. */
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

/** Returns the sheet that keeps a generation to undo to, where this pane still says that it is at work. */
function heldBackup({ sheets }: WorkbookState, keep: string | null): SheetState | undefined {
  return sheets.find((sheet) => sheet.name === keep && sheet.key === stagingKeys.held && isMine(sheet));
}

/** Returns the staging sheets, those that say which generation is whole last of all. */
function leftovers(state: WorkbookState, keep: string | null, watch: Watch): SheetState[] {
  const elsewhere = workElsewhere(state, watch);
  const isKept = (sheet: SheetState) => sheet.name === keep && isMine(sheet);
  const staging = state.sheets.filter((sheet) => !isKept(sheet) && isToOrder(sheet, elsewhere, watch));
  const isBackup = ({ key }: SheetState) => isBackstage(key) && key !== stagingKeys.stage;
  return [...staging.filter((sheet) => !isBackup(sheet)), ...staging.filter(isBackup)];
}

/** Returns the sheets of ours that a fault kept from getting their key. */
function orphans({ sheets }: WorkbookState): SheetState[] {
  return sheets.filter(({ key, name }) => key === null && hasStagingName(name));
}

/** Returns the orphans to which nothing was ever written: one that holds something is the user's, whatever its name. */
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
 * Deletes sheets, and says of the one that keeps a generation that it can be undone to. A pane that was taken to be gone may
 * wake up: where it has marked its sheets since, nothing is done.
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
 * Tidies up when a pane starts: removes what an earlier one left aside, and puts back the previous generation if that
 * one stopped half way. One request when all is in order.
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
