import { cellAt, cellName, parseCellName, type SheetCells } from "../cells";
import { documentOf, type ModelChart, type SheetModel } from "../documents";
import { anomaly, type Anomaly } from "../messages";
import { cellReference, columnReference } from "./addresses";

/** The sheet-scoped name that says a sheet is ours: a string constant, so that no rename or move of cells touches it. */
export const keyName = "ORDICLASSE_CLE";
/**
 * Begins hidden names of a sheet that say, in the place of its key, what has become of it, the last one now: a name whose
 * formula changes shows, and Excel hides none again.
 */
export const markPrefix = "ORDICLASSE_ETAT_";
/** Prefix of the hidden names of our sheets, and of those that point at our amounts under the convention of 2014. */
export const namePrefix = "ORDICLASSE_";
/** Key of a sheet that the user copied from one of ours, once it is recognised: it is theirs, but still no source. */
export const copyMark = "copie:";
/** A run only adds to the journal: without a model for it, the one that is there stays (decisions §7). */
export const journalKey = "journal";

/** Returns whether a Journal comes alone: it says what was issued, and the other documents stay as they are. */
export function isJournalAlone(models: readonly Pick<SheetModel, "key">[]): boolean {
  return models.length === 1 && models[0]!.key === journalKey;
}

/** Returns whether a key is that of a generated sheet, in place or copied by the user. */
export function isGeneratedKey(key: string): boolean {
  return documentOf(key.startsWith(copyMark) ? key.slice(copyMark.length) : key) !== null;
}

/** A sheet that bears a key, and the number that Excel gave it when it was made. */
interface Keyed {
  readonly key: string | null;
  readonly sheetId: number;
}

type WithKey<T> = T & { readonly key: string };

/**
 * Returns the generated sheets, one a key. A sheet that the user copied in Excel carries the key too: the original is the one
 * that was there first, of the lowest identity, and the copy is left alone.
 */
export function originalsOf<T extends Keyed>(sheets: readonly T[]): WithKey<T>[] {
  const original = new Map<string, T>();
  for (const sheet of sheets) {
    if (sheet.key === null || sheet.key.startsWith(copyMark)) continue;
    const known = original.get(sheet.key);
    if (known === undefined || sheet.sheetId < known.sheetId) original.set(sheet.key, sheet);
  }
  return sheets.filter((sheet): sheet is WithKey<T> => sheet.key !== null && original.get(sheet.key) === sheet);
}

/** Returns the sheets copied from ours that still bear the same key: without the original, they would pass for it. */
export function copiesOf<T extends Keyed>(sheets: readonly T[]): WithKey<T>[] {
  const originals = new Set<T>(originalsOf(sheets));
  return sheets.filter(
    (sheet): sheet is WithKey<T> => sheet.key !== null && !sheet.key.startsWith(copyMark) && !originals.has(sheet),
  );
}

/** Returns the text that a name's formula holds, `="journal"` or `"journal"`; null when it holds none. */
function textOfFormula(formula: string): string | null {
  return /^=?"([^"]+)"$/.exec(formula.trim())?.[1] ?? null;
}

/** Returns the text that one of a sheet's names holds; null when there is none. */
export function textOfName(names: readonly WorkbookName[], wanted: string): string | null {
  const found = names.find(({ name }) => name.toUpperCase() === wanted);
  return found === undefined ? null : textOfFormula(found.formula);
}

/** Returns what a sheet's own names say that it is: its last mark, else its key; null when there is neither. */
export function keyIn(names: readonly WorkbookName[]): string | null {
  const mark = numberedFormulas(names, markPrefix).at(-1);
  return mark === undefined ? textOfName(names, keyName) : textOfFormula(mark);
}

/** Returns the formula, as a file keeps it, of a name that holds a text. */
export function formulaOfText(text: string): string {
  return `"${text}"`;
}

/** A name, of the workbook or of a sheet, and what it leads to: `='Titre CAGB'!$G$20`, or without `=`. */
export interface WorkbookName {
  readonly name: string;
  readonly formula: string;
}

/** Returns the names that a document gives to its amounts, and what they lead to, without `=`. */
export function amountNames({ name: sheet, names }: SheetModel): WorkbookName[] {
  return names.map(({ name, row, column }) => ({ name, formula: cellReference(sheet, row, column) }));
}

/** The name of what a member owes: what stands before begins all the names of its convention, « CANTINES_DU_25014 ». */
const dueName = /^(.+_)DU_\d[\dAB]\d{3}$/;
/** The names that documents give to their amounts under any convention, or that of 2014: a user may have one of their own. */
const amountName = /_(?:TITRE|DU_\d[\dAB]\d{3})$|^ORDICLASSE_(?:CAGB|COMMUNES)$/;

/** Returns the sheet and the zero-based cell that a name leads to; null when it leads to no single cell of a sheet. */
function targetOf(formula: string): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const match = /^=?(.+)!([^!]+)$/.exec(formula);
  const place = match === null ? null : parseCellName(match[2]!);
  if (place === null || match === null || match[1] === "#REF") return null;
  return { sheet: match[1]!.replace(/^'(.*)'$/, (_, quoted: string) => quoted.replaceAll("''", "'")), ...place };
}

/** The workbook's names, between those that documents give to their amounts and the user's own. */
interface SplitNames {
  readonly own: readonly WorkbookName[];
  readonly others: readonly WorkbookName[];
  /** Returns whether a name is one that documents give to an amount, whatever it leads to. */
  readonly isOfAmount: (name: string) => boolean;
}

/**
 * Tells the names that are ours: they lead to a cell of a generated sheet, or to one that is no more, and begin as those of a
 * convention do. What those begin with is known of 2014; of another convention, from the names of what its members owe, which lead
 * to our sheets, and from `wanted`, those that documents are about to give.
 */
export function splitNames(
  names: readonly WorkbookName[],
  generatedSheets: ReadonlySet<string>,
  wanted: readonly WorkbookName[] = [],
): SplitNames {
  const isPlaced = ({ formula }: WorkbookName): boolean => generatedSheets.has(targetOf(formula)?.sheet ?? "");
  const given = new Set(wanted.map(({ name }) => name.toUpperCase()));
  const known = [...names.filter(isPlaced), ...wanted].flatMap(
    ({ name }) => dueName.exec(name.toUpperCase())?.[1] ?? [],
  );
  const beginnings = [...new Set([namePrefix, ...known])];
  const isOfAmount = (name: string): boolean =>
    given.has(name) || (amountName.test(name) && beginnings.some((beginning) => name.startsWith(beginning)));
  const isOwn = (one: WorkbookName): boolean => {
    const name = one.name.toUpperCase();
    if (one.formula.includes("#REF!")) return isOfAmount(name);
    return isPlaced(one) && (given.has(name) || beginnings.some((beginning) => name.startsWith(beginning)));
  };
  return {
    own: names.filter(isOwn),
    others: names.filter((one) => !isOwn(one)),
    isOfAmount: (name) => isOfAmount(name.toUpperCase()),
  };
}

/** Returns a warning for each name that documents give to an amount, and that the user has given to something else. */
export function takenNames({ others, isOfAmount }: SplitNames, file: string): Anomaly[] {
  return others.flatMap(({ name, formula }): Anomaly[] => {
    if (!isOfAmount(name)) return [];
    const target = targetOf(formula);
    const sheet = target?.sheet ?? null;
    const cell = target === null ? null : cellName(target.row, target.column);
    return [anomaly("warning", "own-name-taken", { name }, { file, sheet, cell })];
  });
}

/** Returns a warning for a sheet that bears a key of ours and is no document: it is read, and kept, as the user's. */
export function keyTaken(file: string, sheet: string): Anomaly {
  return anomaly("warning", "own-key-taken", { sheet }, { file, sheet });
}

/** An amount of a document in place, by the name that points at it: `ORDICLASSE_TITRE`, `ORDICLASSE_DU_25112`. */
export interface GeneratedAmount {
  readonly name: string;
  readonly amount: number;
}

/** Returns the amounts that our names point at in the generated sheets. */
export function generatedAmounts({ own }: SplitNames, sheets: readonly SheetCells[]): GeneratedAmount[] {
  return own.flatMap(({ name, formula }) => {
    const target = targetOf(formula);
    if (target === null) return [];
    const sheet = sheets.find((one) => one.name === target.sheet && one.generatedKey !== null);
    const amount = sheet === undefined ? null : cellAt(sheet, target.row, target.column);
    return typeof amount === "number" ? [{ name: name.toUpperCase(), amount }] : [];
  });
}

/** Begins hidden names of a generated sheet that are numbered from 1: of its charts, and of what it keeps of a run. */
export const chartPrefix = "ORDICLASSE_GRAPHIQUE_";
export const recordPrefix = "ORDICLASSE_GENERATION_";

/**
 * Returns the hidden names of a generated sheet that lead to the cells its charts name their bars by, one a chart. Excel does not
 * tell what a chart is drawn from before ExcelApi 1.15; a name does, and follows the cells wherever the user moves them.
 */
export function chartNames(sheet: string, charts: readonly ModelChart[]): WorkbookName[] {
  return charts.map(({ categories }, index) => ({
    name: numberedName(chartPrefix, index),
    formula: columnReference(sheet, categories),
  }));
}

/** Returns a numbered name, by its place from 0. */
export function numberedName(prefix: string, index: number): string {
  return `${prefix}${index + 1}`;
}

/** Returns the formulas of those of a sheet's names that are so numbered, in their order. */
export function numberedFormulas(names: readonly WorkbookName[], prefix: string): string[] {
  return names
    .flatMap(({ name, formula }) => {
      const number = name.toUpperCase().startsWith(prefix) ? name.slice(prefix.length) : "";
      return /^[1-9]\d*$/.test(number) ? [{ number: Number(number), formula }] : [];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ formula }) => formula);
}

/** Excel takes 255 characters of text in a formula. */
const longestPiece = 240;
const piecesAtMost = 40;

/**
 * Returns the formulas, as a file keeps them, of the hidden names that hold the record of a document, JSON in pieces; none
 * when it has none, or one too long for names.
 */
export function recordFormulas({ record }: SheetModel): string[] {
  // In a formula a quote would stand twice: apostrophes are written by their codes, then quotes as apostrophes.
  const text = asciiJson(record ?? "")
    .replaceAll("'", "\\u0027")
    .replaceAll('"', "'");
  const pieces = text.match(new RegExp(`.{1,${longestPiece}}`, "g")) ?? [];
  return pieces.length > piecesAtMost ? [] : pieces.map(formulaOfText);
}

/** Returns the record that the formulas of hidden names hold; null when they hold none. */
export function recordOf(formulas: readonly string[]): string | null {
  const text = formulas.map((formula) => textOfFormula(formula) ?? "").join("");
  return text === "" ? null : text.replaceAll("'", '"');
}

/** Returns JSON whose characters beyond ASCII are written by their codes: none can be cut in two. */
export function asciiJson(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
