import { cellAt, cellName, parseCellName, type SheetCells } from "../cells";
import { documentOf, type ModelChart, type SheetModel } from "../documents";
import { anomaly, type Anomaly } from "../messages";
import { cellReference, columnReference } from "./addresses";

/** The sheet-scoped name that marks a generated sheet: a string constant, which no rename or move of cells changes. */
export const keyName = "ORDICLASSE_CLE";
/**
 * Prefix of the hidden sheet-scoped names that replace the key of a sheet as its state changes; the last one counts. A
 * new name is added each time because Excel unhides a name whose formula changes, for good.
 */
export const markPrefix = "ORDICLASSE_ETAT_";
/** Prefix of the hidden names of generated sheets, and of the names of amounts under the 2014 convention. */
export const namePrefix = "ORDICLASSE_";
/** Prefix of the key of a sheet copied from a generated one: it is the user's, but is never read as an inventory. */
export const copyMark = "copie:";
/** Key of the Journal. A run only adds to it: without a model for it, the existing Journal is kept (decisions §7). */
export const journalKey = "journal";

/** Returns whether the Journal is the only model: it records an issue, and the other documents stay as they are. */
export function isJournalAlone(models: readonly Pick<SheetModel, "key">[]): boolean {
  return models.length === 1 && models[0]!.key === journalKey;
}

/** Returns whether a key is that of a generated sheet or of a copy of one. */
export function isGeneratedKey(key: string): boolean {
  return documentOf(key.startsWith(copyMark) ? key.slice(copyMark.length) : key) !== null;
}

/** A sheet, its key if it has one, and the number that Excel assigned to it when it was created. */
interface Keyed {
  readonly key: string | null;
  readonly sheetId: number;
}

type WithKey<T> = T & { readonly key: string };

/**
 * Returns the generated sheets, one for each key. A sheet that the user copied in Excel has the same key: the sheet
 * with the lowest number came first and is the original.
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

/** Returns the copies of generated sheets with the same key: without the original, they would be taken for it. */
export function copiesOf<T extends Keyed>(sheets: readonly T[]): WithKey<T>[] {
  const originals = new Set<T>(originalsOf(sheets));
  return sheets.filter(
    (sheet): sheet is WithKey<T> => sheet.key !== null && !sheet.key.startsWith(copyMark) && !originals.has(sheet),
  );
}

/** Returns the text in a name's formula, `="journal"` or `"journal"`; null when the formula is not a text. */
function textOfFormula(formula: string): string | null {
  return /^=?"([^"]+)"$/.exec(formula.trim())?.[1] ?? null;
}

/** Returns the text in the sheet-scoped name `wanted`, in capitals; null when the name is absent or holds no text. */
export function textOfName(names: readonly WorkbookName[], wanted: string): string | null {
  const found = names.find(({ name }) => name.toUpperCase() === wanted);
  return found === undefined ? null : textOfFormula(found.formula);
}

/** Returns the key that a sheet's names give it: that of its last mark, else its original key; null without both. */
export function keyIn(names: readonly WorkbookName[]): string | null {
  const mark = numberedFormulas(names, markPrefix).at(-1);
  return mark === undefined ? textOfName(names, keyName) : textOfFormula(mark);
}

/** Returns the formula, as written in a file, of a name that holds a text. */
export function formulaOfText(text: string): string {
  return `"${text}"`;
}

/** A name, of the workbook or of a sheet, and its formula, with or without `=`: `='Titre CAGB'!$G$20`. */
export interface WorkbookName {
  readonly name: string;
  readonly formula: string;
}

/** Returns the names that a document gives to its amounts, their formulas without `=`. */
export function amountNames({ name: sheet, names }: SheetModel): WorkbookName[] {
  return names.map(({ name, row, column }) => ({ name, formula: cellReference(sheet, row, column) }));
}

/** Matches the name of a member's amount due; its first part is the prefix of its convention: « CANTINES_DU_25014 ». */
const dueName = /^(.+_)DU_\d[\dAB]\d{3}$/;
/** Matches the names of amounts under any convention; a user's own name may match too. */
const amountName = /_(?:TITRE|DU_\d[\dAB]\d{3})$|^ORDICLASSE_(?:CAGB|COMMUNES)$/;

/** Returns the sheet and the zero-based cell that a name refers to; null when it does not refer to a single cell. */
function targetOf(formula: string): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const match = /^=?(.+)!([^!]+)$/.exec(formula);
  const place = match === null ? null : parseCellName(match[2]!);
  if (place === null || match === null || match[1] === "#REF") return null;
  return { sheet: match[1]!.replace(/^'(.*)'$/, (_, quoted: string) => quoted.replaceAll("''", "'")), ...place };
}

/** The names of a workbook, those of document amounts (`own`) apart from the user's (`others`). */
interface SplitNames {
  readonly own: readonly WorkbookName[];
  readonly others: readonly WorkbookName[];
  /** Returns whether documents use a name for an amount, whatever it refers to. */
  readonly isOfAmount: (name: string) => boolean;
}

/**
 * Separates the names of this program from the user's. A name is ours when it starts with the prefix of a convention
 * and refers to a cell of a generated sheet, or to a deleted cell. The prefix of the 2014 convention is fixed; those of
 * other conventions come from the names of amounts due that refer to generated sheets, and from `wanted`, the names
 * about to be written.
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

/** Returns a warning for each name that documents need for an amount and that the user gave to something else. */
export function takenNames({ others, isOfAmount }: SplitNames, file: string): Anomaly[] {
  return others.flatMap(({ name, formula }): Anomaly[] => {
    if (!isOfAmount(name)) return [];
    const target = targetOf(formula);
    const sheet = target?.sheet ?? null;
    const cell = target === null ? null : cellName(target.row, target.column);
    return [anomaly("warning", "own-name-taken", { name }, { file, sheet, cell })];
  });
}

/** Returns the warning that a sheet has our key but is no document: it is read, and kept, as the user's. */
export function keyTaken(file: string, sheet: string): Anomaly {
  return anomaly("warning", "own-key-taken", { sheet }, { file, sheet });
}

/** An amount in a generated sheet, with the name that refers to it: `ORDICLASSE_TITRE`, `ORDICLASSE_DU_25112`. */
export interface GeneratedAmount {
  readonly name: string;
  readonly amount: number;
}

/** Returns the amounts that our names refer to in the generated sheets. */
export function generatedAmounts({ own }: SplitNames, sheets: readonly SheetCells[]): GeneratedAmount[] {
  return own.flatMap(({ name, formula }) => {
    const target = targetOf(formula);
    if (target === null) return [];
    const sheet = sheets.find((one) => one.name === target.sheet && one.generatedKey !== null);
    const amount = sheet === undefined ? null : cellAt(sheet, target.row, target.column);
    return typeof amount === "number" ? [{ name: name.toUpperCase(), amount }] : [];
  });
}

/** Prefix of the hidden names, numbered from 1, of the charts of a generated sheet. */
export const chartPrefix = "ORDICLASSE_GRAPHIQUE_";
/** Prefix of the hidden names, numbered from 1, that hold the run record of a generated sheet. */
export const recordPrefix = "ORDICLASSE_GENERATION_";

/**
 * Returns the hidden names of a generated sheet that refer to the category labels of its charts, one for each chart.
 * Before ExcelApi 1.15 Excel does not tell which cells a chart is drawn from; a name does, and follows the cells when
 * the user moves them.
 */
export function chartNames(sheet: string, charts: readonly ModelChart[]): WorkbookName[] {
  return charts.map(({ categories }, index) => ({
    name: numberedName(chartPrefix, index),
    formula: columnReference(sheet, categories),
  }));
}

/** Returns the numbered name at a zero-based index. */
export function numberedName(prefix: string, index: number): string {
  return `${prefix}${index + 1}`;
}

/** Returns the formulas of the names that consist of a prefix and a number, in the order of their numbers. */
export function numberedFormulas(names: readonly WorkbookName[], prefix: string): string[] {
  return names
    .flatMap(({ name, formula }) => {
      const number = name.toUpperCase().startsWith(prefix) ? name.slice(prefix.length) : "";
      return /^[1-9]\d*$/.test(number) ? [{ number: Number(number), formula }] : [];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ formula }) => formula);
}

/** Excel limits a text in a formula to 255 characters. */
const longestPiece = 240;
const piecesAtMost = 40;

/**
 * Returns the formulas, as written in a file, of the hidden names that hold the JSON record of a document, in pieces;
 * an empty list when the document has no record or one too long.
 */
export function recordFormulas({ record }: SheetModel): string[] {
  // A quote would have to be doubled in a formula: apostrophes are escaped, then quotes become apostrophes.
  const text = asciiJson(record ?? "")
    .replaceAll("'", "\\u0027")
    .replaceAll('"', "'");
  const pieces = text.match(new RegExp(`.{1,${longestPiece}}`, "g")) ?? [];
  return pieces.length > piecesAtMost ? [] : pieces.map(formulaOfText);
}

/** Returns the record in the formulas of hidden names; null when there is none. */
export function recordOf(formulas: readonly string[]): string | null {
  const text = formulas.map((formula) => textOfFormula(formula) ?? "").join("");
  return text === "" ? null : text.replaceAll("'", '"');
}

/** Returns JSON with its non-ASCII characters escaped, so that no character can be cut in two. */
export function asciiJson(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
