import { fold, mayBeYear, type Cell } from "../../cells";
import { baseOf } from "../../tariff";
import type { ColumnReason } from "../types";
import { type Structural, structuralRole } from "./heading-role";
import type { StructuralRole } from "./heading-roles";
import { flagOf } from "./heading";
import { type LabelReading, type ReadLabel, pupilPart } from "./label-reading";
import { type Flag, conceptSet, senses } from "./senses";

/** Returns a quick test of whether a text has a word of some concepts: rows repeat by the thousand, and few texts head anything. */
function mayHead(concepts: string): { test(text: string): boolean } {
  const words = new Set(
    [...conceptSet(concepts)].flatMap((concept) =>
      (fold(senses[concept]!.words).match(/[a-z0-9]+/g) ?? []).map(baseOf),
    ),
  );
  for (const word of ["de", "d", "l", "la", "le", "les", "du", "des"]) words.delete(word);
  return { test: (text) => (fold(text).match(/[a-z0-9]+/g) ?? []).some((word) => words.has(baseOf(word))) };
}

/** The words by which headings of an anchor or of a label are told: no other text of a row is read. */
export const mayHeadRow = mayHead(
  "pivotRows pupilName insee schoolCode commune town townHall school establishment site degree entity place name label thing kindOf",
);
/** The same of what a form is told by: the headings of communes and of schools, and schools' names. */
export const mayHeadForm = (() => {
  const heads = mayHead("commune town townHall school establishment site");
  return { test: (text: string): boolean => heads.test(text) || /matern|l[ée]ment|primaire|fiche|\bgs\b/i.test(text) };
})();
/** The same of what stands at the left of names across: the headings of communes and of schools, a pivot table's too. */
export const mayHeadAcross = mayHead("pivotRows commune town townHall school establishment site");

/** Splits a heading from the group that GLPI 10 and 11 put before it: « Caractéristiques - Lieu »; null when there is none. */
export function splitGroupPrefix(text: string): { readonly group: string; readonly rest: string } | null {
  const match = /^(.+) - (.+)$/.exec(text);
  return match === null ? null : { group: match[1]!.trim(), rest: match[2]!.trim() };
}

/** Returns the text of a header cell, or null when it holds none; a bare year (2014) may be typed as a number. */
export function headerText(cell: Cell): string | null {
  if (typeof cell === "string") {
    const text = cell.replace(/\s+/g, " ").trim();
    return text === "" ? null : text;
  }
  return typeof cell === "number" && mayBeYear(cell) ? String(cell) : null;
}

/** What one header cell says by itself. */
export interface HeaderWord {
  readonly text: string;
  readonly role: StructuralRole | null;
  readonly rank: number;
  /** Why it heads no quantity, where its role says so. */
  readonly why: ColumnReason | null;
  /** What a yes below it would say. */
  readonly flag: Flag | null;
  readonly reading: LabelReading;
  /** It says something of ours: a role, a prestation, a nature, a year, a part of the headcount. */
  readonly recognised: boolean;
}

/** Returns the role of a heading, the convention's own words first; null when it names a quantity or nothing known. */
export function roleOf(text: string, readLabel: ReadLabel): Structural | null {
  const { heads, isOwn, since } = readLabel(text);
  if (heads !== null) return heads;
  const told = structuralRole(text);
  const isCounted = isOwn ? told?.role === "ignored" && told.why !== "money" : since && told?.role === "date-in";
  return isCounted ? null : told;
}

/** Reads one header text, its GLPI group prefix dropped where it hides the word: « Caractéristiques - Lieu », « Lieu - Nom complet ». */
export function headerWord(text: string, readLabel: ReadLabel): HeaderWord {
  const split = splitGroupPrefix(text);
  for (const candidate of split === null
    ? [text]
    : [text, ...(/^nom( complet)?$/i.test(split.rest) ? [split.group] : []), split.rest]) {
    const structural = roleOf(candidate, readLabel);
    const reading = readLabel(candidate);
    const named =
      reading.label.kind !== "none" || (reading.complete && (reading.nature !== null || reading.years.length > 0));
    if (structural !== null || named || pupilPart(candidate) !== null)
      return {
        text: candidate,
        role: structural?.role ?? null,
        rank: structural?.rank ?? 0,
        why: structural?.why ?? null,
        flag: structural?.flag ?? flagOf(candidate),
        reading,
        recognised: structural?.role !== "ignored",
      };
  }
  return { text, role: null, rank: 0, why: null, flag: flagOf(text), reading: readLabel(text), recognised: false };
}
