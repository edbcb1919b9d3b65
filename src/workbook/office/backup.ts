/** Name of the sheet that keeps the previous generation, for as long as the pane lives; null where nothing can be undone. */
let name: string | null = null;

export function backupName(): string | null {
  return name;
}

export function keepBackup(sheet: string | null): void {
  name = sheet;
}
