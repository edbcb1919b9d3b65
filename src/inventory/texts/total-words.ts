import { fold, memoByText, type Cell } from "../../cells";
import { type TextReader, commonReader } from "./read-text";
import { isComplement } from "./school-names";
import { conceptSet, senses } from "./senses";
import type { TextReading } from "./types";

/** What a total row sums: a part, or everything. An average sums nothing. */
export type TotalKind = "subtotal" | "total" | "average";

/** Concepts that a total may be about, without naming anything in particular. */
const sums = conceptSet(
  "total average whole every count unit school establishment site commune level primary classroom cycle time date agglomeration numbering money",
);
/** Concepts of a partial total: the levels of one school, or one commune. */
const parts = conceptSet("level primary classroom cycle commune");
const plural = conceptSet("school establishment site commune");

const spaced = /\b(?:[a-z] ){3,}[a-z]\b/g;
const stuck = /\btotalgenera(l|ux)\b/g;
const headed = /^(?:total|totaux|tot|recap|recapitulatif)\b/;
/**
 * Totals of the schools above, in a column of schools only: « Soit », « 2 écoles », « (les deux) ». Elsewhere they are
 * remarks.
 */
const theseSchools =
  /^\W*(?:(?:soit|pour)\W+)?(?:les )?(?:\d+|deux|trois|quatre|cinq|six) (?:ecoles|etablissements|sites)\W*$|^\W*les (?:deux|trois|\d)\W*$|^\W*soit\W*$/;
/** Totals carried from page to page: « À reporter », « Report ». */
const carried = /^\W*(?:a reporter|reports?)\W*(?:(?:de la )?page (?:precedente|suivante|\d+))?\W*$/;
/** The label of a summed field in a pivot table: its row counts one prestation. */
const summed = /^\s*somme d(?:e\s|['’])/i;

/** Returns a folded text with spaced letters joined, or joined words separated: « T O T A L  G É N É R A L ». */
function opened(text: string): string {
  const folded = fold(text);
  return folded.replace(spaced, (letters) => letters.replaceAll(" ", "")).replace(stuck, "total genera$1");
}

/**
 * Returns what the row headed by a text sums, or null; `isName`: in a column of names, where « Total secteur Est »
 * suffices.
 */
function kindIn(text: string, reader: TextReader, isName: boolean): TotalKind | null {
  const folded = opened(text);
  if (isName && (theseSchools.test(folded) || carried.test(folded))) return "subtotal";
  if (isName && isComplement(text)) return null;
  const reading = reader.read(folded === fold(text) ? text : folded, "section");
  const { meanings, concepts, names } = reading;
  const has = (concept: string): boolean => concepts.some((each) => each.concept === concept);
  const isSum = has("total");
  const isSubtotal = concepts.some(({ base }) => base === "soustotal") || /^st\b.*\btot/.test(folded);
  const isOfAll =
    has("every") && concepts.some(({ concept, words }) => plural.has(concept) && words.at(-1)!.endsWith("s"));
  if (!isSum && !has("average") && !isOfAll) return null;
  const isWhole = namesNothingElse(reading);
  if (summed.test(text) && meanings.some(({ is }) => is === "item")) return null;
  if (!isWhole && !(isName && (isSubtotal || headed.test(folded)))) return null;
  if (has("average") && !isSum) return "average";
  const isPart =
    isSubtotal ||
    !isWhole ||
    names.length > 0 ||
    meanings.some(({ is }) => is === "item") ||
    concepts.some((each) => parts.has(each.concept) && !isPlural(each));
  return isPart ? "subtotal" : "total";
}

const isPlural = ({ words }: { readonly words: readonly string[] }): boolean => words.at(-1)!.endsWith("s");

/** Returns whether a text has nothing but a total and what it is about: communes, prestations, levels. */
function namesNothingElse({ meanings, names, unread }: TextReading): boolean {
  return (
    unread.length === 0 &&
    names.every(({ kind }) => kind === "commune") &&
    meanings.every((meaning) =>
      meaning.is === "concept"
        ? sums.has(meaning.concept) || senses[meaning.concept]!.nature !== undefined
        : meaning.is === "item" && meaning.label.kind !== "none",
    )
  );
}

/** A quick test of whether a text may be the label of a total, since most labels differ from row to row. */
const mayHead =
  /\bsoit\b|\bles (?:deux|trois|\d)|[ée]coles|[ée]tablissements|sites|t\W?o\W?t|somme|ensemble|cumul|moy|r[ée]cap|report|tou(?:te)?s|^\W*s\W{0,2}t\b/i;
const longest = 60;

const namedOnce = memoByText((text) => kindIn(text, commonReader, true));

/** Returns what the row headed by a text sums, from its words alone; null when it is not a total. */
export function totalKind(text: string): TotalKind | null {
  return text.length <= longest && mayHead.test(text) ? namedOnce(text) : null;
}

/** Returns whether a cell of a row is the label of a total: « Total : 25 élèves ». */
export function saysTotal(cells: readonly Cell[]): boolean {
  return cells.some((cell) => typeof cell === "string" && totalKind(cell) !== null);
}

/** Returns whether a text is the label of the grand total: « TOTAL GÉNÉRAL ». */
export function isGrandTotal(text: string): boolean {
  if (totalKind(text) !== "total") return false;
  const { concepts } = commonReader.read(opened(text), "section");
  return concepts.some(
    (each) =>
      ["whole", "every", "agglomeration"].includes(each.concept) || (plural.has(each.concept) && isPlural(each)),
  );
}

/**
 * Reads the label of a total, with the communes and prestations of an inventory; `isName`: in a column of names, where
 * « Total… » suffices.
 */
export type TotalReader = (text: string, isName: boolean) => TotalKind | null;

/** Returns the reader of total labels of one inventory, which caches its results by text. */
export function totalReader(reader: TextReader): TotalReader {
  const named = memoByText((text) => kindIn(text, reader, true));
  const strict = memoByText((text) => kindIn(text, reader, false));
  return (text, isName) => (text.length > longest || !mayHead.test(text) ? null : isName ? named(text) : strict(text));
}
