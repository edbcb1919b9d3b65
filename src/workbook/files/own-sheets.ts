import { copiesOf, copyMark, originalsOf } from "../own-key";
import type { SheetEntry } from "./workbook-part";

/** A generated sheet of a workbook; `place` is that of its tab, from 0. */
export interface OwnSheet {
  readonly key: string;
  readonly name: string;
  readonly place: number;
  readonly path: string;
}

/** The generated sheets that are sheets of cells, one a key. */
export function ownSheetsOf(sheets: readonly SheetEntry[]): OwnSheet[] {
  return originalsOf(placed(sheets)).map(({ key, name, place, path }) => ({ key, name, place, path }));
}

/** The keys that copies are to bear from now on, by place. */
export function keysOfCopies(sheets: readonly SheetEntry[]): Map<number, string> {
  return new Map(copiesOf(placed(sheets)).map(({ key, place }) => [place, copyMark + key]));
}

function placed(sheets: readonly SheetEntry[]): (SheetEntry & { readonly place: number; readonly path: string })[] {
  return sheets.flatMap((sheet, place) => (sheet.path === null ? [] : [{ ...sheet, path: sheet.path, place }]));
}
