import type { Cell } from "../../cells";
import { fold, memoByText } from "../../cells";
import { takeYears } from "../../tariff";
import type { CommuneMatch } from "../../tariff";

export type TotalKind = "subtotal" | "total";

const subtotal = /^(s(ous)?[ /.]+t(ot|otal|otaux)?\b|st\b.*\btot)/;
const total = /^(total|totaux|tot|ensemble|cumul|recap|recapitulatif)\b/;
const widest =
  /^(general|generaux|global|globaux|final|agglo|agglomeration|cagb|grand besancon|toutes (les )?(communes|ecoles)|(des )?(communes|ecoles))$/;

/** What a total's text names after « Total », without dates and punctuation: « général », « Beure »… */
function named(folded: string): string {
  return takeYears(folded)
    .rest.replace(/^\S+/, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(au|a|en|du|de|d|la|le|l|pour|annee|campagne)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function read(text: string): TotalKind | null {
  const folded = fold(text);
  if (subtotal.test(folded)) return "subtotal";
  if (!total.test(folded)) return null;
  const rest = named(folded);
  const isWide = rest === "" || widest.test(rest) || rest.split(" ").every((word) => widest.test(word));
  // « Ensemble scolaire Jean Moulin » is a school.
  if (folded.startsWith("ensemble ") && !isWide) return null;
  return isWide ? "total" : "subtotal";
}

const readOnce = memoByText(read);

/** Numbers and names differ on every row of a register: most are told by their first letter, and not remembered. */
const headsNoTotal = /^[abdf-qu-z0-9é]/i;

/** Whether a text heads a subtotal or a total row. */
export function totalKind(text: string): TotalKind | null {
  return headsNoTotal.test(text) ? null : readOnce(text);
}

/** True where the text says that the total is of everything: « TOTAL GÉNÉRAL ». */
export function isGrandTotal(text: string): boolean {
  return totalKind(text) === "total" && named(fold(text)) !== "";
}

const aside = /^(prix|tarifs?|montants?|couts?|moyennes?|ratios?|ecarts?|evolution|rappel|pour memoire|pm)\b/;

/** True where a text heads a row of figures that are no inventory: prices, amounts, last year's reminder. */
export function isAside(text: string): boolean {
  return /^\s*[cemprté]/i.test(text) && aside.test(fold(text));
}

const section =
  /^(secteurs?|zones?|cantons?|circonscriptions?|ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?|rpi|regroupements?)\b/;

/** True where a text alone on its row heads schools of a kind or a part of the town, and is no commune badly written. */
export function isSection(text: string, match: CommuneMatch): boolean {
  return match.kind === "unknown" && match.suggestion === null && section.test(fold(text));
}

/** A cell's text, or null where it holds none. */
export function textOf(cell: Cell): string | null {
  return typeof cell === "string" && cell.trim() !== "" ? cell : null;
}
