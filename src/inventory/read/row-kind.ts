import type { Cell } from "../../cells";
import { fold } from "../../cells";
import type { CommuneMatch } from "../../tariff";

const aside = /^(prix|tarifs?|montants?|couts?|ratios?|ecarts?|evolution|rappel|pour memoire|pm)\b/;

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
