import { fromSerial, monthNames, toSerial } from "../../cells";
import type { Language } from "../by-language";
import type { Agreement, Noun, Nouns } from "../nouns";

/** The noun of a convention for each noun of 2014 that texts use. In French, those of 2014 are all feminine. */
const roles: Readonly<Record<string, Exclude<keyof Nouns, "count">>> = {
  ...{ école: "site", school: "site", commune: "member", CAGB: "debtor", Ville: "creditor" },
  ...{ Ordiclasse: "service", Besançon: "home" },
};
/** A noun of 2014, with the words before and after it. */
const phrase = /^(.*?)(école|school|commune|CAGB|Ville|Ordiclasse|Besançon)(s?)(?!\p{L})(.*)$/iu;
/** The day of count in 2014, and the day after it. */
const countDay = /^([12])(?:er)?([ \u00a0])nov/i;
const englishMonths = "January February March April May June July August September October November December".split(
  " ",
);

/** Writes the content of brackets in the nouns of a convention, with its article, capital, elision and agreements. */
export const agree: Agreement = (bracketed, nouns, language) => {
  const [, first, space] = countDay.exec(bracketed) ?? [];
  return first === undefined ? inPhrase(bracketed, nouns, language) : dayOf(nouns, Number(first) - 1, space!, language);
};

function dayOf({ count }: Nouns, daysAfter: number, space: string, language: Language): string {
  const { day, month } = fromSerial(toSerial({ year: 2014, ...count }) + daysAfter);
  if (language === "en") return `${day}${space}${englishMonths[month - 1]!}`;
  return `${day === 1 ? "1er" : day}${space}${monthNames[month - 1]!}`;
}

/** Writes a phrase that contains one noun of 2014, with a capital if it has one. */
function inPhrase(bracketed: string, nouns: Nouns, language: Language): string {
  const [, before, word, plural, after] = phrase.exec(bracketed) as unknown as [string, string, string, string, string];
  const noun = asNoun(nouns[roles[word] ?? roles[word.toLowerCase()]!]);
  const isFeminine = noun.gender === "feminine";
  if (after.startsWith(":")) return after.slice(1).split("|")[isFeminine ? 0 : 1]!;
  const agreed = (part: string) => part.replace(/([\p{L}-]+)\|([\p{L}-]+)/gu, isFeminine ? "$1" : "$2");
  const { [plural === "" ? "singular" : "plural"]: name } = language === "fr" ? noun : noun.english;
  const isCapital = before === "" ? !(word in roles) : /^\p{Lu}/u.test(before);
  const words = agreed(before.charAt(0).toLowerCase() + before.slice(1));
  const phrased = (language === "fr" ? joined(words, name, noun) : withArticle(words, name)) + agreed(after);
  // When members are called « membres », « une commune membre » would repeat the word.
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

/** Joins the words before a feminine noun to another noun, as French does: « l’ », « d’ », « cet », « du », « au ». */
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
  // A name may begin with an article: « de Le Mans ».
  return (agreed + name)
    .replace(/\bde le(s?) /i, (_, s: string) => (s === "" ? "du " : "des "))
    .replace(/à le(s?) /i, (_, s: string) => (s === "" ? "au " : "aux "));
}

function withArticle(before: string, name: string): string {
  return (before + name).replace(/\ba (?=[aeiou])(?!uni|eu|one)/i, "an ");
}
