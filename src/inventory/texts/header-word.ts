import { fold, mayBeYear, once, type Cell } from "../../cells";
import { baseOf } from "../../tariff";
import type { ColumnReason } from "../types";
import { type Structural, structuralRole } from "./heading-role";
import type { StructuralRole } from "./heading-roles";
import { flagOf } from "./heading";
import { type LabelReading, type ReadLabel, pupilPart } from "./label-reading";
import { articles } from "./lexicon";
import { type Flag, conceptSet, senses } from "./senses";

/**
 * Returns a quick test of whether a text has a word of some concepts, since most texts of an inventory are not
 * headings.
 */
function mayHead(concepts: string): { test(text: string): boolean } {
  const wordsIn = (text: string): readonly string[] => fold(text).match(/[a-z0-9]+/g) ?? [];
  const bases = once(() => {
    const all = [...conceptSet(concepts)].flatMap((concept) => wordsIn(senses[concept]!.words).map(baseOf));
    return new Set(all.filter((base) => !articles.has(base)));
  });
  return { test: (text) => wordsIn(text).some((word) => bases().has(baseOf(word))) };
}

/**
 * Tests for the words of headings of places, pupils and labels: no other text of a row is read in search of a header.
 */
export const mayHeadRow = mayHead(
  "pivotRows pupilName insee schoolCode commune town townHall school establishment site degree entity place name label thing kindOf",
);
/** Tests for the words by which a form is recognised: headings of communes and schools, and school names. */
export const mayHeadForm = (() => {
  const heads = mayHead("commune town townHall school establishment site");
  return { test: (text: string): boolean => heads.test(text) || /matern|l[ée]ment|primaire|fiche|\bgs\b/i.test(text) };
})();
/** Tests for the words to the left of names across: headings of communes and schools, and those of a pivot table. */
export const mayHeadAcross = mayHead("pivotRows commune town townHall school establishment site");

/**
 * Splits a heading from the group that GLPI 10 and 11 write before it: « Caractéristiques - Lieu ». Returns null when
 * there is no group.
 */
export function splitGroupPrefix(text: string): { readonly group: string; readonly rest: string } | null {
  const match = /^(.+) - (.+)$/.exec(text);
  return match === null ? null : { group: match[1]!.trim(), rest: match[2]!.trim() };
}

/** Returns the text of a header cell, or null when it has none; a year alone (2014) may be typed as a number. */
export function headerText(cell: Cell): string | null {
  if (typeof cell === "string") {
    const text = cell.replace(/\s+/g, " ").trim();
    return text === "" ? null : text;
  }
  return typeof cell === "number" && mayBeYear(cell) ? String(cell) : null;
}

/** The meaning of one header cell, alone. */
export interface HeaderWord {
  readonly text: string;
  readonly role: StructuralRole | null;
  readonly rank: number;
  /** Why it heads no quantity, when its role gives a reason; otherwise null. */
  readonly why: ColumnReason | null;
  /** The meaning of a yes below it; null when a yes has none. */
  readonly flag: Flag | null;
  readonly reading: LabelReading;
  /** Whether it is a known heading: a role, a prestation, a nature, a year or a part of the headcount. */
  readonly recognised: boolean;
}

/** Returns the role of a heading, the convention's own words first; null when it names a quantity, or nothing known. */
export function roleOf(text: string, readLabel: ReadLabel): Structural | null {
  const { heads, isOwn, since } = readLabel(text);
  if (heads !== null) return heads;
  const found = structuralRole(text);
  const isCounted = isOwn ? found?.role === "ignored" && found.why !== "money" : since && found?.role === "date-in";
  return isCounted ? null : found;
}

/**
 * Reads one header text, without the GLPI group that hides its meaning: « Caractéristiques - Lieu », « Lieu - Nom
 * complet ».
 */
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
