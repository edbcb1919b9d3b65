import type { Cell } from "../../cells";
import { fold, isBlank } from "../../cells";
import type { CommuneMatch } from "../../tariff";

const aside = /^(prix|tarifs?|montants?|couts?|ratios?|ecarts?|evolution|rappel|pour memoire|pm)\b/;
const forecast =
  /^(previsions?|previsionnel|prevus?|budgets?|demandes?|besoins?|objectifs?|projections?|estimations?|controles?|verifications?|cibles?)\b/;

/** True where a text heads a row of figures that are no inventory: prices, amounts, last year's reminder. */
export function isAside(text: string): boolean {
  return /^\s*[cemprté]/i.test(text) && aside.test(fold(text));
}

/** True where what stands for a school is a forecast, a budget or a check; of a machine, « Contrôlé » may be its state. */
export function isForecast(text: string): boolean {
  return /^\s*[bcdeopvé]/i.test(text) && forecast.test(fold(text));
}

const section =
  /^(secteurs?|zones?|cantons?|circonscriptions?|ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?|rpi|regroupements?)\b/;

/** True where a text alone on its row heads schools of a kind or a part of the town, and is no commune badly written. */
export function isSection(text: string, match: CommuneMatch): boolean {
  return match.kind === "unknown" && match.suggestion === null && section.test(fold(text));
}

/** True where a text alone on its row is a school's name, and not its commune's nor a section's: « École primaire ». */
export function isSchoolName(text: string): boolean {
  return /^(?:(?:ecole|groupe scolaire|gs|rpi|annexe|maternelle|elementaire|primaire)\b(?!s))/.test(fold(text));
}

/** A school's name and its kind (« Maternelle »), as one name. */
export const withKind = (name: string, kind: string): string => `${name} (${kind})`;

/** A cell's text, or null where it holds none. */
export function textOf(cell: Cell): string | null {
  return typeof cell === "string" && cell.trim() !== "" ? cell : null;
}

/** The text of a row that holds nothing else, and its column; null where it holds more, or a number. */
export function loneText(
  cells: readonly Cell[],
  left: number,
  right: number,
): { readonly text: string; readonly column: number } | null {
  let lone: { text: string; column: number } | null = null;
  for (let column = left; column <= right && column < cells.length; column += 1) {
    const cell = cells[column] ?? null;
    if (isBlank(cell)) continue;
    if (lone !== null || typeof cell !== "string") return null;
    lone = { text: cell, column };
  }
  return lone;
}
