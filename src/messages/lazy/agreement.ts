import { fromSerial, monthNames, toSerial } from "../../cells";
import type { Language } from "../catalogue";
import type { Agreement, Noun, Nouns } from "../nouns";

/** What each word of 2014, which texts are written with, stands for. In French, each noun of them is feminine. */
const roles: Readonly<Record<string, Exclude<keyof Nouns, "count">>> = {
  ...{ école: "site", school: "site", commune: "member", CAGB: "debtor", Ville: "creditor" },
  ...{ Ordiclasse: "service", Besançon: "home" },
};
/** What stands before such a word, the word, and what stands after. */
const phrase = /^(.*?)(école|school|commune|CAGB|Ville|Ordiclasse|Besançon)(s?)(?!\p{L})(.*)$/iu;
/** The day of the count in 2014, and the one after it. */
const countDay = /^([12])(?:er)?([ \u00a0])nov/i;
const englishMonths = "January February March April May June July August September October November December".split(
  " ",
);

/**
 * Says what stands in brackets, in the nouns of a convention: with its article, its capital, its elision and what agrees with it, as
 * the language has them.
 */
export const agree: Agreement = (said, nouns, language) => {
  const [, first, space] = countDay.exec(said) ?? [];
  return first === undefined ? inPhrase(said, nouns, language) : dayOf(nouns, Number(first) - 1, space!, language);
};

function dayOf({ count }: Nouns, daysAfter: number, space: string, language: Language): string {
  const { day, month } = fromSerial(toSerial({ year: 2014, ...count }) + daysAfter);
  if (language === "en") return `${day}${space}${englishMonths[month - 1]!}`;
  return `${day === 1 ? "1er" : day}${space}${monthNames[month - 1]!}`;
}

/** Says a phrase that holds one word of 2014, with a capital where it has one. */
function inPhrase(said: string, nouns: Nouns, language: Language): string {
  const [, before, word, plural, after] = phrase.exec(said) as unknown as [string, string, string, string, string];
  const noun = asNoun(nouns[roles[word] ?? roles[word.toLowerCase()]!]);
  const isFeminine = noun.gender === "feminine";
  if (after.startsWith(":")) return after.slice(1).split("|")[isFeminine ? 0 : 1]!;
  const agreed = (part: string) => part.replace(/([\p{L}-]+)\|([\p{L}-]+)/gu, isFeminine ? "$1" : "$2");
  const { [plural === "" ? "singular" : "plural"]: name } = language === "fr" ? noun : noun.english;
  const isCapital = before === "" ? !(word in roles) : /^\p{Lu}/u.test(before);
  const words = agreed(before.charAt(0).toLowerCase() + before.slice(1));
  const phrased = (language === "fr" ? joined(words, name, noun) : withArticle(words, name)) + agreed(after);
  // « une commune membre », of those who are called « membres ».
  const whole = phrased.replace(/(?<!\p{L})(\p{L}+) \1$/u, "$1");
  return isCapital ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
}

/** Returns a name, which has no article, as a noun. */
function asNoun(name: Noun | string): Noun {
  if (typeof name !== "string") return name;
  const elides = /^([aeiouœæ]|y[^aeiou])/i.test(name.normalize("NFD"));
  return { singular: name, plural: name, gender: "feminine", elides, english: { singular: name, plural: name } };
}

const masculines: Readonly<Record<string, string>> = {
  ...{ la: "le", une: "un", cette: "ce", aucune: "aucun", quelle: "quel", toute: "tout", sa: "son" },
};

/** Joins the words that stand before a feminine noun to another, as French does: « l’ », « d’ », « cet », « du », « au ». */
function joined(before: string, name: string, { gender, elides }: Noun): string {
  const whole = before.replace(/l’$/, "la ").replace(/(d|qu)’$/, "$1e ");
  const agreed = gender === "feminine" ? whole : whole.replace(/\p{L}+/gu, (word) => masculines[word] ?? word);
  if (elides)
    return (
      agreed
        .replace(/\b(?:(l)[ae]|(d|qu)e) $/, "$1$2’")
        .replace(/\bce $/, "cet ")
        .replace(/\bsa $/, "son ") + name
    );
  // A name may have its article: « de Le Mans ».
  return (agreed + name)
    .replace(/\bde le(s?) /i, (_, s: string) => (s === "" ? "du " : "des "))
    .replace(/à le(s?) /i, (_, s: string) => (s === "" ? "au " : "aux "));
}

function withArticle(before: string, name: string): string {
  return (before + name).replace(/\ba (?=[aeiou])(?!uni|eu|one)/i, "an ");
}
