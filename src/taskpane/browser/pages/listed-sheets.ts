import { fold, type SheetCells } from "../../../cells";
import { communeOfFiche, documentOf, documents } from "../../../documents";
import type { ShownWorkbook } from "../../../workbook/in-page";

/** Which part of the list a sheet is in. */
type ListPart = "documents" | "fiches" | "own";
export const listParts: readonly ListPart[] = ["documents", "fiches", "own"];

/** A sheet in the list of sheets. */
export interface ListedSheet {
  readonly name: string;
  readonly part: ListPart;
  /** Its label in the list: the commune of a fiche. */
  readonly label: string;
  /** Its main amount in the workbook; null when it has none. */
  readonly amount: number | null;
  /** The text of the sheet that the search found, beside its label; null when it is the label, or without a search. */
  readonly found: string | null;
}

/** Returns the sheets of a workbook as a list shows them, documents first. */
export function listSheets(open: Pick<ShownWorkbook, "ownAmounts">, sheets: readonly SheetCells[]): ListedSheet[] {
  const amountOf = (ending: string) => open.ownAmounts.find(({ name }) => name.endsWith(`_${ending}`))?.amount ?? null;
  const listed = sheets.map(({ name, generatedKey: key }): ListedSheet => {
    const of = key === null ? null : documentOf(key);
    const commune = key === null ? null : communeOfFiche(key);
    const part = key === null ? "own" : of === "fiche" ? "fiches" : "documents";
    const label = of === "fiche" ? name.replace(`${documents.fiche.name} `, "") : name;
    const amount = of === "titre" ? amountOf("TITRE") : commune === null ? null : amountOf(`DU_${commune}`);
    return { name, part, label, amount, found: null };
  });
  return listParts.flatMap((part) => listed.filter((one) => one.part === part));
}

/**
 * Returns the sheets with some words in their label, then the fiches with these words in one of their texts. A text that
 * every fiche has, as the name of who bills, is of none of them.
 */
export function searchSheets(
  listed: readonly ListedSheet[],
  words: string,
  sheetOf: (name: string) => SheetCells | null,
): ListedSheet[] {
  const wanted = fold(words);
  if (wanted === "") return [...listed];
  const named = listed.filter(({ label }) => fold(label).includes(wanted));
  const fiches = listed
    .filter(({ part }) => part === "fiches")
    .map((one) => ({ one, texts: namesIn(sheetOf(one.name)) }));
  const isOfAll = (text: string) => fiches.length > 1 && fiches.every(({ texts }) => texts.has(text));
  const others = fiches.flatMap(({ one, texts }): ListedSheet[] => {
    if (named.includes(one)) return [];
    const found = [...texts].find((text) => fold(text).includes(wanted) && !isOfAll(text));
    return found === undefined ? [] : [{ ...one, found }];
  });
  return [...named, ...others];
}

/** Longer texts are sentences, not names. */
const longestName = 80;

function namesIn(sheet: SheetCells | null): ReadonlySet<string> {
  const texts = sheet?.rows.flat().filter((value) => typeof value === "string");
  return new Set(texts?.filter(({ length }) => length <= longestName));
}
