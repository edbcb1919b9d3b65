import { deleteSheet } from "./edit-sheets";
import { refused, refusedBy, type Outcome, type Tidying, type Watch } from "./outcomes";
import { exclusively, request, retry } from "./requests";
import { restoreFrom } from "./restore";
import {
  checkAccess,
  generatedSheetsOf,
  hasStagingName,
  isStaging,
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
}

interface OrderWanted {
  /** Name of a sheet that keeps a generation to undo to, which stays; null: none. */
  readonly keep: string | null;
  /** Name of a staging sheet whose generation has to come back even if the one in place is whole. */
  readonly restore?: string;
}

/**
 * Puts a workbook in order after a publication that was interrupted: the previous generation back when the one in place
 * may be half written, then away with all staging sheets. The user's sheets are never touched.
 */
export async function putInOrder(wanted: OrderWanted): Promise<Order> {
  const found = await readState();
  const backup = backupToRestore(found, wanted);
  if (backup !== undefined) await restoreFrom(found, backup);
  const state = backup === undefined ? found : await readState();
  await deleteSheets([...leftovers(state, wanted.keep), ...(await emptyOrphans(state))]);
  return { found, restored: backup !== undefined };
}

/** Returns whether no staging sheet stands that nobody needs any more. */
export function isInOrder(state: WorkbookState, keep: string | null): boolean {
  return leftovers(state, keep).length === 0 && orphans(state).length === 0;
}

/** Returns whether the generation in place may be half written. */
export function isInterrupted(state: WorkbookState): boolean {
  return state.sheets.some(({ key }) => key === stagingKeys.publication);
}

function backupToRestore({ sheets }: WorkbookState, { restore }: OrderWanted): SheetState | undefined {
  return sheets.find(
    ({ key, name }) => key === stagingKeys.publication || (key === stagingKeys.undo && name === restore),
  );
}

/** Returns the staging sheets, those that say which generation is whole last of all. */
function leftovers({ sheets }: WorkbookState, keep: string | null): SheetState[] {
  const staging = sheets.filter(({ key, name }) => key !== null && isStaging(key) && name !== keep);
  const isBackup = ({ key }: SheetState) =>
    key !== stagingKeys.stage && Object.values<string>(stagingKeys).includes(key!);
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

async function deleteSheets(sheets: readonly SheetState[]): Promise<void> {
  if (sheets.length === 0) return;
  await request(({ workbook }) => {
    for (const { id } of sheets) deleteSheet(workbook.worksheets.getItem(id));
  });
}

/**
 * Tidies up when a pane starts: removes what an earlier one left aside, and puts back the previous generation if that
 * one stopped half way. One request when all is in order.
 */
export function tidyUp(watch: Watch = {}): Promise<Tidying> {
  return exclusively(async () => {
    try {
      const { found, restored } = await retry(() => putInOrder({ keep: backupName() }), watch);
      return { ok: true, restored, documents: restored || generatedSheetsOf(found).length > 0 };
    } catch (error) {
      return refusedBy(error, "unfinished");
    }
  });
}

/** Name of the sheet that keeps the previous generation, for as long as the pane lives; null where nothing can be undone. */
let backup: string | null = null;

/** Returns the name of the sheet that keeps the previous generation; null when nothing can be undone. */
export function backupName(): string | null {
  return backup;
}

/** Says which sheet keeps the previous generation from now on. */
export function keepBackup(sheet: string | null): void {
  backup = sheet;
}

/**
 * Returns the sheet that keeps the previous generation; when it is not there any more, nothing can be undone from then on.
 */
export function findBackup({ sheets }: WorkbookState): SheetState | undefined {
  const found = sheets.find((sheet) => sheet.name === backup && sheet.key === stagingKeys.undo);
  if (found === undefined) backup = null;
  return found;
}

/** Returns whether the last publication of this pane can be taken back. */
export function canUndo(): boolean {
  return backupName() !== null;
}

/**
 * Undoes the last publication of this pane (« Annuler la génération »): puts back the generated sheets that were there
 * before it, or none when it was the first. A sheet that had gone comes back as a new one.
 */
export function undoPublication(watch: Watch = {}): Promise<Outcome> {
  return exclusively(async () => {
    const name = backupName();
    if (name === null) return refused("office-nothing-to-undo");
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
      if (backup === undefined) return refused("office-nothing-to-undo");
      checkAccess(state, generatedSheetsOf(state));
      await restoreFrom(state, backup);
    } catch (error) {
      return await finishUndo(error, name, watch);
    }
    keepBackup(null);
    await retry(() => putInOrder({ keep: null }), watch).catch(() => undefined);
    return { ok: true };
  });
}

/**
 * Finishes an undo after a fault: once begun, it is brought to its end; one that had no effect can be asked for again.
 */
async function finishUndo(error: unknown, name: string, watch: Watch): Promise<Outcome> {
  const order = await retry(() => putInOrder({ keep: name }), watch).catch(() => null);
  if (order === null) return refusedBy(error, "unfinished");
  const isDone = order.found.sheets.find((sheet) => sheet.name === name)?.key !== stagingKeys.undo;
  if (!isDone) return refusedBy(error, "untouched");
  keepBackup(null);
  await retry(() => putInOrder({ keep: null }), watch).catch(() => undefined);
  return { ok: true };
}
