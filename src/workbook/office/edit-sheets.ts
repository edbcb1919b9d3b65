import { checksumName } from "../checksum";
import {
  copiesOf,
  copyMark,
  formulaOfText,
  keyName,
  markPrefix,
  numberedName,
  splitNames,
  type WorkbookName,
} from "../generated-names";
import { isStaging, stagingName, type SheetState, type WorkbookState } from "./workbook-state";

// These functions edit sheets and the names that say what they are; all of them only queue operations for the current
// request.

/**
 * Adds a hidden staging sheet. Its name says what it is until it has its key: a fault between the two leaves nothing
 * that could be mistaken for a user's sheet.
 */
export function addStagingSheet(
  workbook: Excel.Workbook,
  number: number,
  key: string,
  visibility: "Hidden" | "VeryHidden",
): Excel.Worksheet {
  const sheet = workbook.worksheets.add(stagingName(number));
  addHiddenName(sheet, keyName, textFormula(key));
  sheet.visibility = visibility;
  return sheet;
}

/** Adds a hidden document without a key; a mark says what it is until it is put in place. */
export function addDocument({ worksheets }: Excel.Workbook, number: number, mark: string, name: string): void {
  const sheet = worksheets.add(stagingName(number));
  addMark(sheet, [], mark);
  sheet.visibility = "Hidden";
  sheet.name = name;
}

/** Deletes a sheet; it is first made merely hidden, because Excel refuses to delete a very hidden one. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** Returns a range of whole rows; `top` is zero-based. */
function rowsOf(sheet: Excel.Worksheet, top: number, count: number): Excel.Range {
  return sheet.getRange(`${top + 1}:${top + count}`);
}

/** Rows copied at once: beyond 2,048 whole rows, Excel may refuse a range for its number of cells. */
const rowsPerCopy = 1000;

/** Copies whole rows: values, formulas, formats, links and heights. `top` is the zero-based first row. */
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

/** Clears a sheet: contents, formats, merges, data bars, hidden rows, heights. References to its cells stay valid. */
export function wipe(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.clear();
  // Whether `clear` removes conditional formats is not documented; if they stayed, each generation would add more.
  all.conditionalFormats.clearAll();
  all.rowHidden = false;
  all.columnHidden = false;
  // Excel on the web would keep another height; the rows of a document receive theirs when they are copied.
  all.format.useStandardHeight = true;
}

/** Returns a function that gives the numbers of unused sheet names, one after the other. */
export function freeNumbers({ sheets }: WorkbookState): () => number {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let number = 0;
  return () => {
    do number++;
    while (taken.has(stagingName(number).toLowerCase()));
    return number;
  };
}

/** Returns the formula of a name that holds a text, with its `=`. */
function textFormula(text: string): string {
  return `=${formulaOfText(text)}`;
}

/** Adds a hidden name, never changed later: Excel can only hide a new name, and shows one whose formula changes. */
function addHiddenName(sheet: Excel.Worksheet, name: string, formula: string): void {
  sheet.names.add(name, formula).visible = false;
}

/**
 * Adds a mark that gives the new state of a sheet. It fails when somebody has added a mark since `marks` were read, and
 * what is queued after it is not done.
 */
export function addMark(sheet: Excel.Worksheet, marks: readonly unknown[], text: string): void {
  addHiddenName(sheet, numberedName(markPrefix, marks.length), textFormula(text));
}

/** Makes a sheet a document in place: gives it its key if it has none, and removes its marks. */
export function putInPlace(
  sheet: Excel.Worksheet,
  key: string,
  { ownNames, marks }: Pick<SheetState, "ownNames" | "marks">,
): void {
  if (!ownNames.some((name) => name.toUpperCase() === keyName)) addHiddenName(sheet, keyName, textFormula(key));
  setNumberedNames(sheet, markPrefix, [], marks);
}

/** The state of a new document before it is put in place. */
export const ofNewDocument = { key: null, ownNames: [], marks: [""], checksum: null } as const;

/**
 * Marks sheets that the user copied from ours as the user's, before anything else: once an original is deleted, its
 * copy would be mistaken for it.
 */
export function markCopies({ worksheets }: Excel.Workbook, { sheets }: WorkbookState): void {
  for (const { id, key, marks } of copiesOf(sheets))
    if (!isStaging(key)) addMark(worksheets.getItem(id), marks, copyMark + key);
}

/**
 * Changes the checksum of a sheet; null removes it. A sheet with a key but no checksum may be the user's, so a mark
 * vouches for it meanwhile; `putInPlace` removes it if the operation stops here.
 */
export function setChecksum(
  sheet: Excel.Worksheet,
  checksum: string | null,
  { key, marks, checksum: before }: Pick<SheetState, "key" | "marks" | "checksum">,
): void {
  if (checksum === before) return;
  if (before === null) return addHiddenName(sheet, checksumName, textFormula(checksum!));
  addMark(sheet, marks, key!);
  sheet.names.getItem(checksumName).delete();
  if (checksum !== null) addHiddenName(sheet, checksumName, textFormula(checksum));
  sheet.names.getItem(numberedName(markPrefix, marks.length)).delete();
}

/**
 * Sets the numbered hidden names of a sheet to these formulas, without `=`; null keeps the present one. `before` gives
 * the present formulas, with `=`. Names beyond the wanted ones are deleted, unless `keep` is true.
 */
export function setNumberedNames(
  sheet: Excel.Worksheet,
  prefix: string,
  formulas: readonly (string | null)[],
  before: readonly string[],
  keep = false,
): void {
  const own = before.map((formula) => formula.slice(1));
  const rest = keep ? own.slice(formulas.length) : [];
  const wanted = [...formulas.map((formula, index) => formula ?? own[index]), ...rest];
  const same = wanted.findIndex((formula, index) => formula !== own[index]);
  const from = same < 0 ? wanted.length : same;
  // Deleting the last one first keeps the remaining names numbered from 1 without a gap if the operation stops here.
  for (let index = own.length - 1; index >= from; index--) sheet.names.getItem(numberedName(prefix, index)).delete();
  for (const [index, formula] of wanted.entries())
    if (index >= from && formula !== undefined) addHiddenName(sheet, numberedName(prefix, index), `=${formula}`);
}

/**
 * Sets the names of amounts to exactly these. Existing names are redirected, so that the user's formulas with them
 * still work. A name that the user has given to something else is left alone.
 */
export function setNames(
  { names, worksheets }: Excel.Workbook,
  { names: known, otherNames, sheets }: Pick<WorkbookState, "names" | "otherNames" | "sheets">,
  wanted: readonly WorkbookName[],
): void {
  const documents = new Set(sheets.flatMap(({ key, name }) => (key === null ? [] : [name])));
  // The wanted names reveal more of our names than the existing ones do.
  const { own: present, others } = splitNames([...known, ...otherNames], documents, wanted);
  const free = sheetToShow(sheets, present, wanted);
  if (free !== null) worksheets.getItem(free.id).activate();
  const taken = new Set(others.map(({ name }) => name.toUpperCase()));
  const left = new Map(present.map((one) => [one.name.toUpperCase(), one]));
  for (const one of wanted) {
    if (taken.has(one.name.toUpperCase())) continue;
    const existing = left.get(one.name.toUpperCase());
    const formula = one.formula.startsWith("=") ? one.formula : `=${one.formula}`;
    if (existing === undefined) names.add(one.name, formula);
    else if (existing.formula !== formula) names.getItem(existing.name).formula = formula;
    left.delete(one.name.toUpperCase());
  }
  for (const { name } of left.values()) names.getItem(name).delete();
}

/**
 * Returns the sheet to activate before names are added; null when any will do. Excel refuses to add a name to the
 * workbook while the active sheet has its own name of the same spelling, as a copy of one of our sheets has; another
 * sheet of the user's is then activated.
 */
function sheetToShow(
  sheets: readonly SheetState[],
  present: readonly WorkbookName[],
  wanted: readonly WorkbookName[],
): SheetState | null {
  const known = new Set(present.map(({ name }) => name.toUpperCase()));
  const added = new Set(wanted.map(({ name }) => name.toUpperCase()).filter((name) => !known.has(name)));
  const isInTheWay = ({ ownNames }: SheetState) => ownNames.some((name) => added.has(name.toUpperCase()));
  if (!sheets.some(isInTheWay)) return null;
  return sheets.find((one) => one.visibility === "visible" && one.key === null && !isInTheWay(one)) ?? null;
}
