import { distance } from "fastest-levenshtein";
import { memoByText } from "../../cells";
import { nounRules, pupilNouns, untariffed } from "./lexicon";
import { natureWords } from "./natures";
import { wordsOf } from "./words";

/** What a word of a text has to do with what is billed. */
type Kinship = "equipment" | "pupils" | "nature" | null;

/** Words of the prestations that are no nouns of theirs. */
const others = ["standard", "client", "specifique", "detachee", "encre", "educatif", "ordiclasse"];
/** Words of natures that other things are said with too: by themselves they tell nothing. */
const loose = new Set(["mise", "present", "presente", "parc", "situation", "inventaire", "actif", "active", "actuel"]);

const equipment: ReadonlySet<string> = new Set([
  ...nounRules.flatMap((rule) => [...rule.nouns]),
  ...untariffed,
  ...others,
]);
const natures: ReadonlySet<string> = new Set(natureWords);

/** Shorter words differ from too many others by a letter. */
const shortest = 5;
const long = 8;

/** Tells whether a word is one of a vocabulary with a letter or two mistyped. */
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
 * Returns what the words of a text share, or nearly, with the prestations (« Poste client standrad », « Serveurs bis ») or with the
 * natures (« Instalés »); null where none does. Equipment first. (decisions §4)
 */
export const kinshipOf: (text: string) => Kinship = memoByText((text) => {
  const { words } = wordsOf(text);
  const shares = (vocabulary: ReadonlySet<string>): boolean =>
    words.some((word) => vocabulary.has(word) || isNearly(word, vocabulary));
  if (shares(equipment)) return "equipment";
  if (shares(pupilNouns)) return "pupils";
  return shares(natures) ? "nature" : null;
});
