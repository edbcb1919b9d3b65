/** The sheet-scoped name that says a sheet is ours: a string constant, so that no rename or move of cells touches it. */
export const keyName = "ORDICLASSE_CLE";
/** Prefix of the workbook's names that point at our amounts. */
export const ownPrefix = "ORDICLASSE_";
/** Key of a sheet that the user copied from one of ours, once it is recognised: it is theirs, but still no source. */
export const copyMark = "copie:";
/** A run only adds to the journal: without a model for it, the one that is there stays (decisions §7). */
export const journalKey = "journal";

const ownKeys =
  /^(controles|repartition|recapitulatif|titre|fiche-[\w-]+|fiches-impression|journal|comparaison|comparaison-detail|simulation|annexe|rectificatif)$/;

/** Whether a key is one of ours, in place or copied by the user. */
export function isOwnKey(key: string): boolean {
  return ownKeys.test(key.startsWith(copyMark) ? key.slice(copyMark.length) : key);
}

/** A sheet that bears a key, and the number that Excel gave it when it was made. */
export interface Keyed {
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
