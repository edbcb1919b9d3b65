import { cellAt, cellName, columnName, parseCellName, quoteSheetName, type SheetCells } from "../cells";
import type { ModelChart } from "../documents";
import type { Anomaly } from "../messages";

/** The sheet-scoped name that says a sheet is ours: a string constant, so that no rename or move of cells touches it. */
export const keyName = "ORDICLASSE_CLE";
/** Prefix of the workbook's names that point at our amounts. */
export const namePrefix = "ORDICLASSE_";
/** Key of a sheet that the user copied from one of ours, once it is recognised: it is theirs, but still no source. */
export const copyMark = "copie:";
/** A run only adds to the journal: without a model for it, the one that is there stays (decisions §7). */
export const journalKey = "journal";

const ownKeys =
  /^(controles|repartition|recapitulatif|titre|fiche-[\w-]+|fiches-impression|journal|comparaison|comparaison-detail|simulation|annexe|rectificatif)$/;

/** Whether a key is one of ours, in place or copied by the user. */
export function isGeneratedKey(key: string): boolean {
  return ownKeys.test(key.startsWith(copyMark) ? key.slice(copyMark.length) : key);
}

/** A sheet that bears a key, and the number that Excel gave it when it was made. */
interface Keyed {
  readonly key: string | null;
  readonly sheetId: number;
}

/**
 * The generated sheets, one a key. A sheet that the user copied in Excel carries the key too: the original is the one
 * that was there first, of the lowest identity, and the copy is left alone.
 */
export function originalsOf<T extends Keyed>(sheets: readonly T[]): (T & { readonly key: string })[] {
  const original = new Map<string, T>();
  for (const sheet of sheets) {
    if (sheet.key === null || sheet.key.startsWith(copyMark)) continue;
    const known = original.get(sheet.key);
    if (known === undefined || sheet.sheetId < known.sheetId) original.set(sheet.key, sheet);
  }
  return sheets.filter(
    (sheet): sheet is T & { readonly key: string } => sheet.key !== null && original.get(sheet.key) === sheet,
  );
}

/** The sheets that were copied from ours and still bear the same key: without the original, they would pass for it. */
export function copiesOf<T extends Keyed>(sheets: readonly T[]): (T & { readonly key: string })[] {
  const originals = new Set<T>(originalsOf(sheets));
  return sheets.filter(
    (sheet): sheet is T & { readonly key: string } =>
      sheet.key !== null && !sheet.key.startsWith(copyMark) && !originals.has(sheet),
  );
}

/** The key that a name's formula holds, `="journal"` or `"journal"`; null where it holds none. */
export function keyOf(formula: string): string | null {
  return /^=?"([^"]+)"$/.exec(formula.trim())?.[1] ?? null;
}

/** Where the file of the workbook keeps it, a formula that holds a key. */
export function formulaOfKey(key: string): string {
  return `"${key}"`;
}

/** A name of the workbook: `='Titre CAGB'!$G$20`, or without `=`. */
export interface WorkbookName {
  readonly name: string;
  readonly formula: string;
}

/** The names that documents give to their amounts: a user may have one of their own. */
const amountName = /^ORDICLASSE_(TITRE|CAGB|COMMUNES|DU_\d{5})$/i;

/** The sheet, and the zero-based cell, that a name leads to; null where it leads to no single cell of a sheet. */
function targetOf(formula: string): { readonly sheet: string; readonly row: number; readonly column: number } | null {
  const match = /^=?(.+)!([^!]+)$/.exec(formula);
  const place = match === null ? null : parseCellName(match[2]!);
  if (place === null || match === null || match[1] === "#REF") return null;
  return { sheet: match[1]!.replace(/^'(.*)'$/, (_, quoted: string) => quoted.replaceAll("''", "'")), ...place };
}

/** Whether a name is ours: it leads to a cell of a generated sheet, or to one that is no more. Any other is the user's own. */
export function isGeneratedName({ name, formula }: WorkbookName, ownSheets: ReadonlySet<string>): boolean {
  if (!name.toUpperCase().startsWith(namePrefix)) return false;
  if (formula.includes("#REF!")) return amountName.test(name);
  const target = targetOf(formula);
  return target !== null && ownSheets.has(target.sheet);
}

/** A warning for each name that our documents would give to an amount, and that the user has given to something else. */
export function takenNames(names: readonly WorkbookName[], ownSheets: ReadonlySet<string>, file: string): Anomaly[] {
  return names.flatMap((one): Anomaly[] => {
    if (!amountName.test(one.name) || isGeneratedName(one, ownSheets)) return [];
    const target = targetOf(one.formula);
    const sheet = target?.sheet ?? null;
    const cell = target === null ? null : cellName(target.row, target.column);
    return [{ severity: "warning", code: "own-name-taken", file, sheet, cell, params: { name: one.name } }];
  });
}

/** A warning for a sheet that bears a key of ours and is no document: it is read, and kept, as the user's. */
export function keyTaken(file: string, sheet: string): Anomaly {
  return { severity: "warning", code: "own-key-taken", file, sheet, cell: null, params: { sheet } };
}

/** An amount of a document in place, by the name that points at it: `ORDICLASSE_TITRE`, `ORDICLASSE_DU_25112`. */
export interface GeneratedAmount {
  readonly name: string;
  readonly amount: number;
}

/** The amounts that the workbook's names point at in the generated sheets. `formula`: `='Titre CAGB'!$G$20`, or without `=`. */
export function generatedAmounts(
  names: readonly { readonly name: string; readonly formula: string }[],
  sheets: readonly SheetCells[],
): GeneratedAmount[] {
  return names.flatMap(({ name, formula }) => {
    const target = targetOf(formula);
    if (!name.toUpperCase().startsWith(namePrefix) || target === null) return [];
    const sheet = sheets.find((one) => one.name === target.sheet && one.generatedKey !== null);
    const amount = sheet === undefined ? null : cellAt(sheet, target.row, target.column);
    return typeof amount === "number" ? [{ name: name.toUpperCase(), amount }] : [];
  });
}

/** Rows of a column, zero-based, both ends included. */
interface ColumnRows {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** `'Récapitulatif'!$A$7:$A$65`. */
export function columnRange(sheet: string, { column, firstRow, lastRow }: ColumnRows): string {
  const letter = columnName(column);
  return `${quoteSheetName(sheet)}!$${letter}$${firstRow + 1}:$${letter}$${lastRow + 1}`;
}

const prefix = "ORDICLASSE_GRAPHIQUE_";
const ofChart = /^ORDICLASSE_GRAPHIQUE_([1-9]\d*)$/i;

/**
 * The hidden names of a generated sheet that lead to the cells its charts name their bars by, one a chart. Excel does not
 * tell what a chart is drawn from before ExcelApi 1.15; a name does, and follows the cells wherever the user moves them.
 */
export function chartNames(sheet: string, charts: readonly ModelChart[]): { name: string; range: string }[] {
  return charts.map(({ categories }, index) => ({ name: chartName(index), range: columnRange(sheet, categories) }));
}

/** The name of a sheet's chart, by its place among ours, from 0. */
export function chartName(index: number): string {
  return `${prefix}${index + 1}`;
}

/** What the names of a sheet's charts lead to, in the order of the charts: the formulas of its own names, sorted out. */
export function chartFormulas(names: readonly { readonly name: string; readonly formula: string }[]): string[] {
  return names
    .flatMap(({ name, formula }) => {
      const number = ofChart.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), formula }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ formula }) => formula);
}
