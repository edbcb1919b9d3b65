import { monthNames } from "../../cells";
import type { Nature } from "../types";
import { periodWord, snapshotWord } from "./words";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Words that say what was installed during the year. */
const installation = set(
  "installation installe installee nouveau nouvelle neuf neuve ajout ajoute ajoutee pose posee deploye deployee deploiement mise " +
    "equipe acquis acquise acquisition achat achete livre livree livraison entree entrant fourni fournie " +
    "receptionne receptionnee",
);

/** Words that say what is in service on the snapshot. */
const maintenance = set(
  "maintenance enservice parc existant existante actuel actuelle maintenu maintenue present presente utilise utilisee " +
    "fonctionnement inventaire situation actif active",
);

/** Words that say what is not in service, or not yet: such a quantity is none of the campaign's. (decisions §4) */
const outside = set(
  "sortie sorti sortant retire retiree retrait reforme reformee repris reprise hs rebut rebute rebutee enstock reserve commande " +
    "commandee acommander prevu prevue demande demandee souhaite souhaitee besoin manquant manquante depose deposee restitue " +
    "restituee rendu rendue vole volee perdu perdue cede cedee cession vendu vendue detruit detruite declasse declassee horsparc " +
    "projet devis anprecedent ansuivant desinstalle desinstallee restitution",
);

/** The nature that words name, or null; `both` where they name the two. « M » and « I » stand alone for them. */
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

/** True for a word that only tells a nature. */
export function isNatureWord(word: string): boolean {
  return installation.has(word) || maintenance.has(word);
}

/** Whether words say that what they count is in service: `out` where it is not, `asked` where it may be (« Stock »). */
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

const months = [...monthNames, "janv", "fevr", "fev", "avr", "juil", "sept", "oct", "nov", "dec"].join("|");
const before = String.raw`\bdepuis (?:(?:le|la|l|debut|mois de|mois d|date du) )*`;
const firstOfNovember = String.raw`(?:0?1 ?[./ ] ?11|1er nov(?:embre)?\.?)`;

/** Each form that a beginning is written in: its groups are the day, the month and the year, or some of them. */
const forms = {
  day: new RegExp(String.raw`${before}(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b`),
  dayInWords: new RegExp(String.raw`${before}(\d{1,2})(?:er)? (${months})\.? (\d{4})\b`),
  month: new RegExp(String.raw`${before}(\d{1,2})[./ ](\d{4})\b`),
  monthInWords: new RegExp(String.raw`${before}(${months})\.? (\d{4}|\d{2})\b`),
  campaign: new RegExp(String.raw`${before}(?:campagne|exercice)(?: de)? (\d{4})\b(?![ /]\d{2})`),
  rentree: new RegExp(String.raw`${before}rentree(?: scolaire)?(?: de)? (\d{4})\b(?![ /]\d{2})`),
  year: new RegExp(String.raw`${before}(?:annee )?(\d{4})\b(?![ /]\d{2})`),
  /** Of no year, or of the one before the campaign's, « 01/11/N-1 ». */
  unsaid: new RegExp(String.raw`${before}${firstOfNovember}(?: ?[./ ]? ?n ?[-−]? ?1)?(?![./ ]*\d)`),
} as const;

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
const monthOf = (name: string): number => monthNames.findIndex((month) => month.startsWith(name)) + 1;

/** Campaign N runs up to 1 November N: what begins that day, or later in its year, is of the next one. (decisions §2) */
const campaignFrom = (year: number, month: number): number => (month >= 11 ? year + 1 : year);

/**
 * « Depuis le 01/11/2013 », « depuis nov. 2013 », « depuis la campagne 2013 » in a folded text: everything from there to the
 * day of the inventory. Null where it says none, or an end too, which makes a period of it.
 */
export function sinceIn(folded: string): Since | null {
  const found = (match: RegExpExecArray, campaign: number | null): Since | null => {
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`;
    return /\b(?:19|20)\d\d\b/.test(rest) ? null : { rest, campaign };
  };
  const first = (form: RegExp): RegExpExecArray | null => form.exec(folded);
  let match: RegExpExecArray | null;
  if ((match = first(forms.day)) !== null) return found(match, campaignFrom(fullYear(match[3]!), Number(match[2])));
  if ((match = first(forms.dayInWords)) !== null)
    return found(match, campaignFrom(Number(match[3]), monthOf(match[2]!)));
  if ((match = first(forms.month)) !== null) return found(match, campaignFrom(Number(match[2]), Number(match[1])));
  if ((match = first(forms.monthInWords)) !== null)
    return found(match, campaignFrom(fullYear(match[2]!), monthOf(match[1]!)));
  // A campaign is named after the 1 November that ends it: what came since is of the next one.
  if ((match = first(forms.campaign)) !== null) return found(match, Number(match[1]) + 1);
  if ((match = first(forms.rentree) ?? first(forms.year)) !== null) return found(match, Number(match[1]));
  return (match = first(forms.unsaid)) === null ? null : found(match, null);
}
