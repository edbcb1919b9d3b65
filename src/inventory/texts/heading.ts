import { fold, memoByText, plainWords, remembered } from "../../cells";
import { type TextReader, commonReader } from "./read-text";
import { type Concept, conceptSet, type Flag, senses } from "./senses";
import { type ConceptMeaning, type TextReading, conceptsIn } from "./types";

/** A heading, as rules test it. */
export interface Heading {
  /** Its meanings in order: concepts, `item`, `pupils`; a part introduced by « dont » is included. */
  readonly kinds: readonly string[];
  /** The same, joined by spaces. */
  readonly all: string;
  readonly concepts: readonly ConceptMeaning[];
  /** Whether it has no year and no day of count. */
  readonly isUndated: boolean;
  readonly isOnSnapshot: boolean;
  /** Whether it has a part introduced by « dont ». */
  readonly isPart: boolean;
  /** The text without accents, capitals and signs. */
  readonly plain: string;
  /** Whether all of it is understood, without any name. */
  readonly isRead: boolean;
  /** Whether it begins with a concept, rather than with a name or an unknown word. */
  readonly isFirstKnown: boolean;
}

/** Groups of neutral words that only titles have: a text with one of them heads no column of names. */
const ofTitles = new Set(["documents", "places", "people", "calendar"]);

/** Returns a heading, as rules test it. */
export function readHeading(text: string, texts: TextReader = commonReader): Heading {
  return headingOf(text, texts.read(text, "heading"));
}

function headingOf(text: string, { meanings, names, unread, figures, neutral, years, countDay }: TextReading): Heading {
  const plainMeanings = meanings.flatMap((meaning) =>
    meaning.is === "qualifier" && meaning.how === "part-of" ? meaning.of : [meaning],
  );
  const kinds = plainMeanings.map((meaning) =>
    meaning.is === "concept"
      ? meaning.concept
      : meaning.is === "item"
        ? meaning.of === "pupils"
          ? "pupils"
          : "item"
        : meaning.how,
  );
  const plain = plainWords(text);
  const places = new Map<string, number>();
  const placeOf = ([word = ""]: readonly string[]): number =>
    remembered(places, word, () => Math.max(0, plain.indexOf(fold(word).replace(/[^a-z0-9]+/g, " "))));
  const first = Math.min(...plainMeanings.map((meaning) => ("words" in meaning ? placeOf(meaning.words) : 0)));
  return {
    kinds,
    all: kinds.join(" "),
    isFirstKnown: [...unread.map((word) => [word]), ...names.map(({ words }) => words)].every(
      (words) => placeOf(words) > first,
    ),
    concepts: conceptsIn(plainMeanings),
    isOnSnapshot: countDay !== null,
    isPart: meanings.some((meaning) => meaning.is === "qualifier" && meaning.how === "part-of"),
    isUndated: years.length === 0 && countDay === null,
    plain,
    isRead:
      unread.length === 0 &&
      figures.length === 0 &&
      names.length === 0 &&
      ![...neutral].some((group) => ofTitles.has(group)),
  };
}

/** A price quoted in a heading, which does not make its column one of money: « Postes à 36,86 € ». */
const recalledPrice = /\(?\s*(?:a |x )?\d+(?:[.,]\d+)?\s*(?:€|eur|euros?)(?:\s*(?:ht|ttc))?\s*\)?/g;
/** Headings of what each payer bears, which head amounts, as in the grid. */
const payers = /^(?:(?:maintenance|installation) )?agglomeration(?: maintenance| installation)?$/;

/** Returns whether a heading is about money, quoted prices aside. */
export const speaksOfMoney: (text: string) => boolean = memoByText((text) => {
  const folded = fold(text);
  const rest = folded.replace(recalledPrice, " ");
  const { kinds, all, isRead } = readHeading(rest === folded ? text : rest);
  return kinds.includes("money") || (isRead && payers.test(all));
});

const occasions = conceptSet("seen otherDate inventory record");

const yesOrNo = /\b(oui|non|o|n)\b\s*[/|-]\s*\b(oui|non|o|n)\b/gi;

/**
 * Returns the meaning of a yes under a heading (« Réformé », « En service ? »); null when a yes would have no known
 * meaning. (decisions §4)
 */
export const flagOf: (text: string) => Flag | null = memoByText((text) => {
  // « Remplace | PC-050 » describes the machine that arrived.
  if (/^\s*[Rr]emplace(?: l[ea])?\s*$/.test(text.normalize("NFC"))) return null;
  const { meanings, names, unread, countDay } = commonReader.read(text.replace(yesOrNo, " "), "answer");
  if (unread.length > 0 || names.length > 0 || countDay !== null) return null;
  const [answer, ...others] = meanings
    .filter((meaning) => !(meaning.is === "concept" && (meaning.concept === "thing" || meaning.concept === "unit")))
    // « Vu au récolement », « Présent au contrôle »: the occasion does not matter.
    .filter((meaning, at) => at === 0 || !(meaning.is === "concept" && occasions.has(meaning.concept)))
    .map((meaning) => (meaning.is === "concept" ? (senses[meaning.concept]!.answer ?? null) : null));
  return answer === undefined || others.length > 0 ? null : answer;
});

/** Returns whether a heading is about an event of a school: closed, merged, no longer billed. */
export function saysEnd(texts: readonly string[]): boolean {
  return texts.some((text) => headingSays(text, (concept) => senses[concept]!.school !== undefined));
}

/** Returns whether a heading has a concept that passes a test. */
export function headingSays(text: string, test: (concept: Concept) => boolean): boolean {
  return commonReader.read(text, "heading").concepts.some(({ concept }) => test(concept));
}

/** Returns whether the lowest text of a heading has unknown words. */
export function hasUnread(texts: readonly string[]): boolean {
  return commonReader.read(texts.at(-1) ?? "", "heading").unread.length > 0;
}
