import type { SheetEntry } from "./workbook-part";

/** A generated sheet of a workbook; `place` is that of its tab, from 0. */
export interface OwnSheet {
  readonly key: string;
  readonly name: string;
  readonly place: number;
  readonly path: string;
}

/** Key of a sheet that the user copied from one of ours, once it is recognised: it is theirs, but still no source. */
const copyMark = "copie:";

/**
 * The generated sheets, one a key. A sheet that the user copied in Excel carries the key too: the original is the one
 * that was there first, of the lowest identity, and the copy is left alone.
 */
export function ownSheetsOf(sheets: readonly SheetEntry[]): OwnSheet[] {
  const original = new Map<string, SheetEntry>();
  for (const sheet of sheets) {
    if (sheet.key === null || sheet.path === null || sheet.key.startsWith(copyMark)) continue;
    const known = original.get(sheet.key);
    if (known === undefined || sheet.sheetId < known.sheetId) original.set(sheet.key, sheet);
  }
  return sheets.flatMap((sheet, place) =>
    sheet.key !== null && sheet.path !== null && original.get(sheet.key) === sheet
      ? [{ key: sheet.key, name: sheet.name, place, path: sheet.path }]
      : [],
  );
}

/** The keys that copies are to bear from now on, by place: without the original, they would pass for it. */
export function keysOfCopies(sheets: readonly SheetEntry[]): Map<number, string> {
  const own = new Set(ownSheetsOf(sheets).map((sheet) => sheet.place));
  const keys = new Map<number, string>();
  sheets.forEach(({ key }, place) => {
    if (key !== null && !own.has(place) && !key.startsWith(copyMark)) keys.set(place, copyMark + key);
  });
  return keys;
}
