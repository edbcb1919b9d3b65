import type { Segment } from "./cut-text";
import type { Entry, Lexicon } from "./lexicon";

/** A word or a phrase of a text, with its lexicon entry; null when it is unknown. */
export interface Unit {
  readonly entry: Entry | null;
  readonly bases: readonly string[];
  readonly words: readonly string[];
  /** The sign before it: a comma, a slash, a plus. */
  readonly sign: string;
  /** The index of its piece of text, whose dates concern it. */
  readonly piece: number;
}

/** A segment whose words are grouped into units. */
export interface Stretch {
  readonly units: readonly Unit[];
  readonly within: Segment["within"];
  /** The sign that cuts it from the segment before it. */
  readonly before: string;
  /** Whether it ends with « … ». */
  readonly isOpen: boolean;
}

/** Signs between two things, which no phrase spans. */
const apart = new Set([",", "+", "&"]);

/** Groups the words of segments into phrases. */
export function stretchesOf(segments: readonly Segment[], lexicon: Lexicon): Stretch[] {
  return segments.map(({ tokens, within, before, isOpen = false }) => {
    const bases = tokens.map(({ base }) => base);
    const units: Unit[] = [];
    for (let at = 0; at < tokens.length;) {
      let until = at + 1;
      while (until < tokens.length && until - at < longestPhrase && !apart.has(tokens[until]!.sign)) until += 1;
      const found = lexicon.at(bases, at, until);
      const end = at + (found?.count ?? 1);
      units.push({
        entry: found?.entry ?? null,
        bases: bases.slice(at, end),
        words: tokens.slice(at, end).map(({ word }) => word),
        sign: tokens[at]!.sign,
        piece: tokens[at]!.piece,
      });
      at = end;
    }
    return { units, within, before, isOpen };
  });
}

const longestPhrase = 8;

export const isConcept = ({ entry }: Unit, ...concepts: readonly string[]): boolean =>
  entry?.is === "concept" && (concepts.length === 0 || concepts.includes(entry.concept));

export const isNeutral = ({ entry }: Unit, ...groups: readonly string[]): boolean =>
  entry?.is === "neutral" && (groups.length === 0 || groups.includes(entry.group));

const figure = /^\d{1,2}$|^\d{1,2}(?:er|re|e|eme|nd|nde|ere)$/;

/**
 * Returns whether a unit is a number of one or two figures, « 2e », or a single letter, without a meaning by itself.
 */
export function isFigure({ entry, words }: Unit): boolean {
  return entry === null && (figure.test(words[0]!) || words[0]!.length === 1);
}

/**
 * Returns whether a unit is an unknown word of letters and figures: a model, a version or a code, « P710 », « T110 ».
 */
export function isCode({ entry, words }: Unit): boolean {
  return entry === null && /\d/.test(words[0]!) && /[a-z]/.test(words[0]!) && !figure.test(words[0]!);
}
