import { isMine } from "./owner";
import { generatedSheetsOf, stagingKeys, type SheetState, type WorkbookState } from "./workbook-state";

/** The checksums of the documents of a generation, by their keys; null where one has none. */
export type Seals = ReadonlyMap<string, string | null>;

/** What this pane can take back: its last generation. */
interface Undoable {
  /** Name of the sheet that keeps the previous one. */
  readonly backup: string;
  /** The documents that were in place after it. */
  readonly seals: Seals;
}

/** For as long as the pane lives; null where nothing can be undone. */
let undoable: Undoable | null = null;

/** Returns the name of the sheet that keeps the previous generation; null when nothing can be undone. */
export function backupName(): string | null {
  return undoable?.backup ?? null;
}

/** Says which sheet keeps the previous generation from now on, and which documents are in place. */
export function keepBackup(backup: string, seals: Seals): void {
  undoable = { backup, seals };
}

/** Says that nothing can be undone any more. */
export function forgetBackup(): void {
  undoable = null;
}

/** Returns whether the last publication of this pane can be taken back. */
export function canUndo(): boolean {
  return undoable !== null;
}

/**
 * Returns the sheet that keeps the previous generation; when it is not there any more, nothing can be undone from then on.
 */
export function findBackup({ sheets }: WorkbookState): SheetState | undefined {
  const keys: readonly (string | null)[] = [stagingKeys.undo, stagingKeys.held];
  const found = sheets.find((sheet) => sheet.name === undoable?.backup && isMine(sheet) && keys.includes(sheet.key));
  if (found === undefined) forgetBackup();
  return found;
}

/** Returns whether the documents in place are those that this pane wrote last: another one may have replaced them. */
export function isOwnGeneration(state: WorkbookState): boolean {
  return generatedSheetsOf(state).every(({ key, checksum }) => undoable?.seals.get(key) === checksum);
}
