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

// Edits of sheets, and of the names that tell what they are; all are queued, for the request that runs.

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
  addHiddenName(sheet, keyName, textFormula(key));
  sheet.visibility = visibility;
  return sheet;
}

/** Adds a document that nobody sees yet, without a key: a mark says what it is until it is put in place. */
export function addDocument({ worksheets }: Excel.Workbook, number: number, mark: string, name: string): void {
  const sheet = worksheets.add(stagingName(number));
  addMark(sheet, [], mark);
  sheet.visibility = "Hidden";
  sheet.name = name;
}

/** Deletes a sheet, which Excel refuses of one that is very hidden. */
export function deleteSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** Returns whole rows of a sheet, from a zero-based one on. */
function rowsOf(sheet: Excel.Worksheet, top: number, count: number): Excel.Range {
  return sheet.getRange(`${top + 1}:${top + count}`);
}

/** Rows that one copy takes: beyond 2,048 whole rows, Excel may find too many cells. */
const rowsPerCopy = 1000;

/** Copies whole rows: values, formulas, formats, links, heights. `top` is the first row, counted from zero. */
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

/**
 * Leaves a sheet blank, unmerged, without bars, every row shown and of the usual height. What points at its cells still
 * does.
 */
export function wipe(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.clear();
  // Whether a clearing takes these away is not written anywhere; left, they would be one more at each generation.
  all.conditionalFormats.clearAll();
  all.rowHidden = false;
  all.columnHidden = false;
  // On the web, some other height: the rows of a document get theirs with the copy of theirs.
  all.format.useStandardHeight = true;
}

/** Returns numbers of names that no sheet bears, one after the other. */
export function freeNumbers({ sheets }: WorkbookState): () => number {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let number = 0;
  return () => {
    do number++;
    while (taken.has(stagingName(number).toLowerCase()));
    return number;
  };
}

/** Returns the formula of a name that holds a text, as Excel takes it. */
function textFormula(text: string): string {
  return `=${formulaOfText(text)}`;
}

/**
 * Adds a name that nobody sees. It is hidden at once and never changed: Excel hides none but a new one, and shows one whose
 * formula is set.
 */
function addHiddenName(sheet: Excel.Worksheet, name: string, formula: string): void {
  sheet.names.add(name, formula).visible = false;
}

/**
 * Says what becomes of a sheet, until the next mark. Fails when somebody has marked it since these `marks` were read: what
 * is queued behind is then not done.
 */
export function addMark(sheet: Excel.Worksheet, marks: readonly unknown[], text: string): void {
  addHiddenName(sheet, numberedName(markPrefix, marks.length), textFormula(text));
}

/** Has a sheet be what its key says, which it is given where it has none yet: away with its marks. */
export function putInPlace(
  sheet: Excel.Worksheet,
  key: string,
  { ownNames, marks }: Pick<SheetState, "ownNames" | "marks">,
): void {
  if (!ownNames.some((name) => name.toUpperCase() === keyName)) addHiddenName(sheet, keyName, textFormula(key));
  setNumberedNames(sheet, markPrefix, [], marks);
}

/** What a document has before it is put in place. */
export const ofNewDocument = { key: null, ownNames: [], marks: [""], checksum: null } as const;

/**
 * Gives the sheets that the user copied from ours to them, before anything: when an original goes, its copy would pass for
 * it.
 */
export function markCopies({ worksheets }: Excel.Workbook, { sheets }: WorkbookState): void {
  for (const { id, key, marks } of copiesOf(sheets))
    if (!isStaging(key)) addMark(worksheets.getItem(id), marks, copyMark + key);
}

/**
 * Changes the checksum of a sheet, null for none, from the one that it has. A key without a checksum may be anybody's: a
 * mark vouches for it meanwhile, which `putInPlace` takes away when nothing gets further.
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
 * Gives the numbered hidden names of a sheet these formulas, without `=`; null leaves one as it is. `before`: those that they
 * have, for as many as there are. Those beyond stay when `keep` says so.
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
  // The last one first: stopped half way, the names that are left are numbered from 1 without a hole.
  for (let index = own.length - 1; index >= from; index--) sheet.names.getItem(numberedName(prefix, index)).delete();
  for (const [index, formula] of wanted.entries())
    if (index >= from && formula !== undefined) addHiddenName(sheet, numberedName(prefix, index), `=${formula}`);
}

/**
 * Makes our names of the workbook exactly these: those that exist lead elsewhere, so that a formula with them still works. One
 * that the user has given to something else is left to it.
 */
export function setNames(
  { names, worksheets }: Excel.Workbook,
  { names: known, otherNames, sheets }: Pick<WorkbookState, "names" | "otherNames" | "sheets">,
  wanted: readonly WorkbookName[],
): void {
  const documents = new Set(sheets.flatMap(({ key, name }) => (key === null ? [] : [name])));
  // What is wanted tells more of our names than those that are there.
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
 * Returns the sheet to show before names are added, null when any will do. Excel refuses a name to the workbook when the sheet that
 * shows has one of its own, as a sheet that was copied from ours has; another sheet of the user's then takes its place.
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
