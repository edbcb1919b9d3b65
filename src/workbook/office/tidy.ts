import { generatedDocumentOf } from "../../documents";
import { faultOf } from "./faults";
import { exclusively, request, retry } from "./requests";
import { restoreFrom } from "./restore";
import { backupName, deleteSheet, hasStagingName, isStaging, stagingKeys } from "./staging";
import type { Tidying, Watch } from "./types";
import { askState, generatedSheetsOf, withoutKeys, type SheetState, type WorkbookState } from "./workbook-state";

/** What putting a workbook in order found and did. */
interface Order {
  /** As it was found. */
  readonly found: WorkbookState;
  readonly restored: boolean;
}

interface OrderWanted {
  /** Name of a sheet that keeps a generation to undo to, which stays; null: none. */
  readonly keep: string | null;
  /** Name of a sheet aside whose generation has to come back even if the one in place is whole. */
  readonly restore?: string;
}

/**
 * Puts a workbook in order after a publication that was interrupted: the previous generation back where the one in place
 * may be half written, then away with all that stands aside. The user's sheets are never touched.
 */
export async function putInOrder(wanted: OrderWanted): Promise<Order> {
  const found = await readState();
  const backup = backupToRestore(found, wanted);
  if (backup !== undefined) await restoreFrom(found, backup);
  const state = backup === undefined ? found : await readState();
  await deleteSheets([...leftovers(state, wanted.keep), ...(await emptyOrphans(state))]);
  return { found, restored: backup !== undefined };
}

export async function readState(): Promise<WorkbookState> {
  const ask = await request(askState);
  const state = ask();
  const unsealed = state.sheets.filter(({ key, checksum: seal }) => key !== null && seal === null && !isStaging(key));
  return unsealed.length === 0 ? state : withoutKeys(state, await notDocuments(unsealed));
}

/** The sheets, of those that bear a key and no seal, that do not read as a document: anybody may define a name. */
async function notDocuments(sheets: readonly SheetState[]): Promise<Set<string>> {
  const asked = await request(({ workbook }) =>
    sheets.map(({ id }) => ({ id, top: workbook.worksheets.getItem(id).getRange("A1:A2").load("values") })),
  );
  return new Set(asked.flatMap(({ id, top }) => (generatedDocumentOf(top.values as string[][]) === null ? [id] : [])));
}

/** Whether anything stands aside that nobody needs any more. */
export function isInOrder(state: WorkbookState, keep: string | null): boolean {
  return leftovers(state, keep).length === 0 && orphans(state).length === 0;
}

/** Whether the generation in place may be half written. */
export function isInterrupted(state: WorkbookState): boolean {
  return state.sheets.some(({ key }) => key === stagingKeys.publication);
}

function backupToRestore({ sheets }: WorkbookState, { restore }: OrderWanted): SheetState | undefined {
  return sheets.find(
    ({ key, name }) => key === stagingKeys.publication || (key === stagingKeys.undo && name === restore),
  );
}

/** What stands aside, what says which generation is whole last of all. */
function leftovers({ sheets }: WorkbookState, keep: string | null): SheetState[] {
  const aside = sheets.filter(({ key, name }) => key !== null && isStaging(key) && name !== keep);
  const isBackup = ({ key }: SheetState) =>
    key !== stagingKeys.stage && Object.values<string>(stagingKeys).includes(key!);
  return [...aside.filter((sheet) => !isBackup(sheet)), ...aside.filter(isBackup)];
}

/** Sheets of ours that a fault kept from getting their key. */
function orphans({ sheets }: WorkbookState): SheetState[] {
  return sheets.filter(({ key, name }) => key === null && hasStagingName(name));
}

/** Nothing was ever written to them: one that holds something is the user's, whatever its name. */
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
 * What a pane does when it starts: removes what an earlier one left aside, and puts back the previous generation where
 * that one stopped half way. One request where all is in order.
 */
export function tidyUp(watch: Watch = {}): Promise<Tidying> {
  return exclusively(async () => {
    try {
      const { found, restored } = await retry(() => putInOrder({ keep: backupName() }), watch);
      return { ok: true, restored, documents: restored || generatedSheetsOf(found).length > 0 };
    } catch (error) {
      return { ok: false, anomaly: faultOf(error, "unfinished") };
    }
  });
}
