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

/** Returns the sheets with some words in their label or, for a fiche, in one of its texts. */
export function searchSheets(
  listed: readonly ListedSheet[],
  words: string,
  sheetOf: (name: string) => SheetCells | null,
): ListedSheet[] {
  const wanted = fold(words);
  if (wanted === "") return [...listed];
  return listed.flatMap((one): ListedSheet[] => {
    if (fold(one.label).includes(wanted)) return [one];
    const sheet = one.part === "fiches" ? sheetOf(one.name) : null;
    const found = sheet === null ? null : textWith(sheet, wanted);
    return found === null ? [] : [{ ...one, found }];
  });
}

/** Longer texts are sentences, not names. */
const longestName = 80;

function textWith({ rows }: SheetCells, wanted: string): string | null {
  for (const row of rows)
    for (const value of row)
      if (typeof value === "string" && value.length <= longestName && fold(value).includes(wanted)) return value;
  return null;
}
