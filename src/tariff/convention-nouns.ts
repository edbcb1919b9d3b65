import { fold } from "../cells";
import type { Noun } from "../messages";

type Gender = Noun["gender"];

/** Prefixes, folded, of usual nouns with an aspirated h: « la halte-garderie », « le hameau ». */
const aspirated = /^(?:hall|halte|hameau|hangar|haras|havre|haut|handicap|hockey|huit)/;

/** Returns whether « la » and « de » are elided before a word: « l’hôpital ». */
export function elides(word: string): boolean {
  const folded = fold(word);
  return /^[aeiouyœ]/.test(folded) || (/^h/.test(folded) && !aspirated.test(folded));
}

/** Returns the noun of a party from « la CAGB », « le Sivom », « l’Agglo (féminin) »; null without a known gender. */
export function shortNameOf(text: string): Noun | null {
  const match = /^(?:(la|le) |l[’'] ?)(\S.*?)(?: ?\((féminin|masculin)\))?$/i.exec(text.trim());
  if (match === null) return null;
  const [, article, name, given] = match;
  const gender = genderOf(article?.toLowerCase() === "la", article?.toLowerCase() === "le", given?.toLowerCase());
  if (gender === null) return null;
  return {
    singular: name!,
    plural: name!,
    gender,
    elides: article === undefined,
    english: { singular: name!, plural: name! },
  };
}

function genderOf(isFeminine: boolean, isMasculine: boolean, given: string | undefined): Gender | null {
  if (isFeminine || given === "féminin") return isMasculine || given === "masculin" ? null : "feminine";
  return isMasculine || given === "masculin" ? "masculine" : null;
}

/** A noun, or the language in which it is malformed. */
type NounRead =
  { readonly noun: Noun; readonly wrong?: never } | { readonly noun: null; readonly wrong: "french" | "english" };

/**
 * Reads a noun with its article in both numbers: « une école, des écoles »; in English « a school, schools », when
 * English texts use another word.
 */
export function nounOf(french: string, english: string | null): NounRead {
  const match = /^(une|un) (\S.*?)\s*[,;/]\s*des (\S.*)$/i.exec(french.trim());
  if (match === null) return { noun: null, wrong: "french" };
  const [article, singular, plural] = [match[1]!.toLowerCase(), match[2]!, match[3]!.trim()];
  const own = english === null ? null : /^(?:an? )?(\S.*?)\s*[,;/]\s*(\S.*)$/i.exec(english.trim());
  if (english !== null && own === null) return { noun: null, wrong: "english" };
  return {
    noun: {
      singular,
      plural,
      gender: article === "une" ? "feminine" : "masculine",
      elides: elides(singular),
      english: { singular: own?.[1] ?? singular, plural: own?.[2]?.trim() ?? plural },
    },
  };
}
