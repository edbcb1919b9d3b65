import { isMine } from "./owner";
import { generatedSheetsOf, stagingKeys, type SheetState, type WorkbookState } from "./workbook-state";

/** The checksum of each document of a generation, by key; null for a document without one. */
export type Seals = ReadonlyMap<string, string | null>;

/** The last generation of this pane, which it can undo. */
interface Undoable {
  /** Name of the backup sheet of the previous generation. */
  readonly backup: string;
  /** The documents in place after the generation. */
  readonly seals: Seals;
}

/** Null when nothing can be undone; lost when the pane is closed. */
let undoable: Undoable | null = null;

/** Returns the name of the backup sheet; null when nothing can be undone. */
export function backupName(): string | null {
  return undoable?.backup ?? null;
}

/** Records the backup sheet of the previous generation, and the documents now in place. */
export function keepBackup(backup: string, seals: Seals): void {
  undoable = { backup, seals };
}

/** Records that nothing can be undone any more. */
export function forgetBackup(): void {
  undoable = null;
}

/** Returns whether the last publication of this pane can be undone. */
export function canUndo(): boolean {
  return undoable !== null;
}

/** Returns the backup sheet of the previous generation; if it is gone, records that nothing can be undone. */
export function findBackup({ sheets }: WorkbookState): SheetState | undefined {
  const keys: readonly (string | null)[] = [stagingKeys.undo, stagingKeys.held];
  const found = sheets.find((sheet) => sheet.name === undoable?.backup && isMine(sheet) && keys.includes(sheet.key));
  if (found === undefined) forgetBackup();
  return found;
}

/** Returns whether the documents in place are those that this pane wrote last, and not those of another pane. */
export function isOwnGeneration(state: WorkbookState): boolean {
  return generatedSheetsOf(state).every(({ key, checksum }) => undoable?.seals.get(key) === checksum);
}
