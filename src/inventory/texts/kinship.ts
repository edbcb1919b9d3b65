import { distance } from "fastest-levenshtein";
import { memoByText } from "../../cells";
import { equipmentWords, pupilNouns, wordsOf } from "../../tariff";
import { commonReader } from "./read-text";
import { type Sense, senses } from "./senses";

/** The field of billing to which a word of a text relates; null when there is none. */
type Kinship = "equipment" | "pupils" | "nature" | null;

/** Words of natures that also have other uses: alone, they prove nothing. */
const loose = new Set(["present", "parc", "situation", "inventaire", "active", "actuel", "mis"]);

const natureWords: ReadonlySet<string> = new Set(
  Object.values<Sense>(senses)
    .filter(({ nature }) => nature !== undefined)
    .flatMap(({ words }) => words.split(","))
    .flatMap((phrase) => (phrase.trim().includes(" ") ? [] : wordsOf(phrase))),
);

/** The shortest word compared with typing errors, in letters: shorter ones resemble too many others. */
const shortest = 5;
const long = 8;

/** Returns whether a word is in a vocabulary, with a letter mistyped, or two in long words. */
function isNearly(word: string, vocabulary: ReadonlySet<string>): boolean {
  if (word.length < shortest || /\d/.test(word)) return false;
  for (const known of vocabulary)
    if (
      known.length >= shortest &&
      !loose.has(known) &&
      distance(word, known) <= (word.length >= long && known.length >= long ? 2 : 1)
    )
      return true;
  return false;
}

/**
 * Returns the field to which a word of a text relates, exactly or with a typing error (« Instalés »); null when there
 * is none. (decisions §4)
 */
export const kinshipOf: (text: string) => Kinship = memoByText((text) => {
  const words = wordsOf(text);
  const shares = (vocabulary: ReadonlySet<string>): boolean =>
    words.some((word) => vocabulary.has(word) || isNearly(word, vocabulary));
  if (shares(equipmentWords)) return "equipment";
  if (shares(pupilNouns)) return "pupils";
  const { concepts } = commonReader.read(text, "label");
  const saysNature = concepts.some(({ concept }) => senses[concept]!.nature !== undefined);
  return saysNature || shares(natureWords) ? "nature" : null;
});
