import { asideKeys } from "./aside-keys";
import type { SheetState, WorkbookState } from "./workbook-state";

/** Name of the sheet that keeps the previous generation, for as long as the pane lives; null where nothing can be undone. */
let name: string | null = null;

export function backupName(): string | null {
  return name;
}

export function keepBackup(sheet: string | null): void {
  name = sheet;
}

/** The sheet that keeps the previous generation; where it is not there any more, nothing can be undone from then on. */
export function findBackup({ sheets }: WorkbookState): SheetState | undefined {
  const found = sheets.find((sheet) => sheet.name === name && sheet.key === asideKeys.undo);
  if (found === undefined) name = null;
  return found;
}
