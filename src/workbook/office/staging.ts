import { checksumName } from "../checksum";
import { formulaOfKey, keyName } from "../generated-names";
import type { SheetState, WorkbookState } from "./workbook-state";

/**
 * Keys of what stands aside during a publication. The one that bears a state tells which generation is whole, whatever
 * happens to the pane meanwhile.
 */
export const stagingKeys = {
  /** The new content being built. */
  stage: "aside:stage",
  /** The previous generation; the generation in place is whole and current. */
  preparation: "aside:preparation",
  /** The previous generation, whole and current: the one in place may be half written. */
  publication: "aside:publication",
  /** The previous generation, kept to undo; the one in place is whole and current. */
  undo: "aside:undo",
} as const;

const prefixes = { aside: "aside:", prepare: "prepare:", gone: "gone:" } as const;

/** Key of a new sheet until it is put in place. */
export const prepareKey = (key: string): string => prefixes.prepare + key;
/** Key of a sheet that the new generation does without, until it is deleted. */
export const goneKey = (key: string): string => prefixes.gone + key;

/** Whether a key says that its sheet is no document in place. */
export function isStaging(key: string): boolean {
  return Object.values(prefixes).some((prefix) => key.startsWith(prefix));
}

const baseName = "Ordiclasse en cours";

/** Name of the nth sheet under way: it tells what it is even where a fault came before its key. */
export function stagingName(number: number): string {
  return `${baseName} ${number}`;
}

export function hasStagingName(name: string): boolean {
  return new RegExp(`^${baseName} \\d+$`).test(name);
}

/** The formula of a name that holds a key, as Excel takes it. */
function keyFormula(key: string): string {
  return `=${formulaOfKey(key)}`;
}

export function setKey(sheet: Excel.Worksheet, key: string): void {
  setHiddenName(sheet.names.getItem(keyName), keyFormula(key));
}

/** A name shows again once its formula is set. */
export function setHiddenName(name: Excel.NamedItem, formula: string): void {
  name.formula = formula;
  name.visible = false;
}

/** Has a sheet say what its cells are as written; `before` is the seal that it has, null for none. */
export function setChecksum(sheet: Excel.Worksheet, seal: string | null, before: string | null): void {
  if (seal === before) return;
  if (before === null) sheet.names.add(checksumName, keyFormula(seal!)).visible = false;
  else if (seal === null) sheet.names.getItem(checksumName).delete();
  else setHiddenName(sheet.names.getItem(checksumName), keyFormula(seal));
}

/**
 * Adds a sheet that nobody sees yet. It bears a name that tells what it is until it has its key: a fault between the two
 * leaves nothing that could pass for a user's sheet.
 */
export function addStagingSheet(
  workbook: Excel.Workbook,
  number: number,
  key: string,
  visibility: "Hidden" | "VeryHidden",
): Excel.Worksheet {
  const sheet = workbook.worksheets.add(stagingName(number));
  sheet.names.add(keyName, keyFormula(key)).visible = false;
  sheet.visibility = visibility;
  return sheet;
}

/** Excel refuses to delete a sheet that is very hidden. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** Whole rows of a sheet, from a zero-based one on. */
function rowsOf(sheet: Excel.Worksheet, top: number, count: number): Excel.Range {
  return sheet.getRange(`${top + 1}:${top + count}`);
}

/** Rows that one copy takes: beyond 2,048 whole rows, Excel may find too many cells. */
const rowsPerCopy = 1000;

/** Copies whole rows: values, formulas, formats, links, heights. Places are zero-based. */
export function copyRows(
  to: { readonly sheet: Excel.Worksheet; readonly top: number },
  from: { readonly sheet: Excel.Worksheet; readonly top: number },
  count: number,
): void {
  for (let done = 0; done < count; done += rowsPerCopy) {
    const rows = Math.min(rowsPerCopy, count - done);
    rowsOf(to.sheet, to.top + done, rows).copyFrom(rowsOf(from.sheet, from.top + done, rows));
  }
}

/** Blank, unmerged, without bars, every row shown and of the usual height. What points at its cells still does. */
export function wipe(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.clear();
  // Whether a clearing takes these away is not written anywhere; left, they would be one more at each generation.
  all.conditionalFormats.clearAll();
  all.rowHidden = false;
  all.columnHidden = false;
  all.format.useStandardHeight = true;
}

/** Numbers of names that no sheet bears, one after the other. */
export function freeNumbers({ sheets }: WorkbookState): () => number {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let number = 0;
  return () => {
    do number++;
    while (taken.has(stagingName(number).toLowerCase()));
    return number;
  };
}

/** Name of the sheet that keeps the previous generation, for as long as the pane lives; null where nothing can be undone. */
let backup: string | null = null;

export function backupName(): string | null {
  return backup;
}

export function keepBackup(sheet: string | null): void {
  backup = sheet;
}

/** The sheet that keeps the previous generation; where it is not there any more, nothing can be undone from then on. */
export function findBackup({ sheets }: WorkbookState): SheetState | undefined {
  const found = sheets.find((sheet) => sheet.name === backup && sheet.key === stagingKeys.undo);
  if (found === undefined) backup = null;
  return found;
}
