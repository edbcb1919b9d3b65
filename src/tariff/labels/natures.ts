import { fullYear, monthOf, monthWords, wordSet } from "../../cells";
import type { Nature } from "../grid";
import { periodWord, snapshotWord } from "./words";

/** Words that say what was installed during the year. */
const installation = wordSet(
  "installation installe installee nouveau nouvelle neuf neuve ajout ajoute ajoutee pose posee deploye deployee deploiement mise " +
    "equipe acquis acquise acquisition achat achete livre livree livraison entree entrant fourni fournie " +
    "receptionne receptionnee",
);

/** Words that say what is in service on the snapshot. */
const maintenance = wordSet(
  "maintenance enservice parc existant existante actuel actuelle maintenu maintenue present presente utilise utilisee " +
    "fonctionnement inventaire situation actif active",
);

/** Words that say what is not in service, or not yet: such a quantity is none of the campaign's. (decisions §4) */
const outside = wordSet(
  "sortie sorti sortant retire retiree retrait reforme reformee repris reprise hs rebut rebute rebutee enstock reserve commande " +
    "commandee acommander prevu prevue demande demandee souhaite souhaitee besoin manquant manquante depose deposee restitue " +
    "restituee rendu rendue vole volee perdu perdue cede cedee cession vendu vendue detruit detruite declasse declassee horsparc " +
    "projet devis anprecedent ansuivant desinstalle desinstallee restitution",
);

/** Returns the nature that words name, or null; `both` when they name the two. « M » and « I » stand alone for them. */
export function natureOf(words: readonly string[]): Nature | "both" | null {
  if (words.length === 1 && words[0] === "m") return "maintenance";
  if (words.length === 1 && words[0] === "i") return "installation";
  const installed = words.some((word) => installation.has(word));
  const served = words.some((word) => maintenance.has(word));
  if (installed && served) return "both";
  if (installed) return "installation";
  if (served) return "maintenance";
  if (words.includes(periodWord)) return "installation";
  return words.includes(snapshotWord) ? "maintenance" : null;
}

/** Returns whether a word only tells a nature. */
export function isNatureWord(word: string): boolean {
  return installation.has(word) || maintenance.has(word);
}

/**
 * Tells what words say of what they count: `out` when it is not in service, `asked` when it may not be (« Stock »);
 * null when they say nothing of it.
 */
export function standingOf(words: readonly string[]): "out" | "asked" | null {
  if (words.some((word) => outside.has(word))) return "out";
  return words.includes("stock") ? "asked" : null;
}

/** Every word that tells a nature. */
export const natureWords: readonly string[] = [...installation, ...maintenance];

/** « depuis » and the date at which it begins, found in a text. */
interface Since {
  /** The text without them, a space in their place. */
  readonly rest: string;
  /** The campaign during which it begins; null where it is the one billed, « depuis le 1er novembre » of no year. */
  readonly campaign: number | null;
}

const firstOfNovember = String.raw`(?:0?1 ?[./ ] ?11|1er nov(?:embre)?\.?)`;
const notASchoolYear = String.raw`\b(?![ /]\d{2})`;

/**
 * Returns the campaign of a month of a year. Campaign N runs up to 1 November N: what begins that day, or later in its
 * year, is of the next one. (decisions §2)
 */
const campaignFrom = (year: number, month: number): number => (month >= 11 ? year + 1 : year);

/** Each form in which a beginning is written, after « depuis », and the campaign it is of; the first one found holds. */
const beginnings: readonly (readonly [RegExp, (...groups: string[]) => number | null])[] = (
  [
    [
      String.raw`(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b`,
      (_day, month, year) => campaignFrom(fullYear(year), Number(month)),
    ],
    [
      String.raw`(\d{1,2})(?:er)? (${monthWords})\.? (\d{4}|\d{2})\b`,
      (_day, month, year) => campaignFrom(fullYear(year), monthOf(month)),
    ],
    [String.raw`(\d{1,2})[./ ](\d{4})\b`, (month, year) => campaignFrom(Number(year), Number(month))],
    [String.raw`(${monthWords})\.? (\d{4}|\d{2})\b`, (month, year) => campaignFrom(fullYear(year), monthOf(month))],
    // A campaign is named after the 1 November that ends it: what came since is of the next one.
    [String.raw`(?:campagne|exercice)(?: de)? (\d{4})${notASchoolYear}`, (year) => Number(year) + 1],
    [String.raw`rentree(?: scolaire)?(?: de)? (\d{4})${notASchoolYear}`, (year) => Number(year)],
    [String.raw`(?:annee )?(\d{4})${notASchoolYear}`, (year) => Number(year)],
    // Of no year, or of the one before the campaign's, « 01/11/N-1 ».
    [String.raw`${firstOfNovember}(?: ?[./ ]? ?n ?[-−]? ?1)?(?![./ ]*\d)`, () => null],
  ] as [string, (...groups: string[]) => number | null][]
).map(([form, campaign]) => [
  new RegExp(String.raw`\bdepuis (?:(?:le|la|l|debut|mois de|mois d|date du) )*${form}`),
  campaign,
]);

/**
 * Finds « depuis le 01/11/2013 », « depuis nov. 2013 », « depuis la campagne 2013 » in a folded text: everything from there to the
 * day of the inventory. Null when it says none, or an end too, which makes a period of it.
 */
export function sinceIn(folded: string): Since | null {
  for (const [form, campaign] of beginnings) {
    const match = form.exec(folded);
    if (match === null) continue;
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`;
    return /\b(?:19|20)\d\d\b/.test(rest) ? null : { rest, campaign: campaign(...match.slice(1)) };
  }
  return null;
}
