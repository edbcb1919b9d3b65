import { fold, memoByText } from "../../cells";
import { correctsNumber, wished } from "./corrections";
import { numbersInWords } from "./numbers-in-words";
import { eventsIn, speaksOfMachine } from "./free-text";
import { headingSays } from "./heading";
import { speaksOfLeaving } from "./leaving";
import { commonReader } from "./read-text";
import { conceptSet } from "./senses";
import { type ConceptMeaning, type Meaning, type TextReading, conceptsIn } from "./types";

/** What a remark tells of its row: something of its whole school, something of its numbers, or nothing. */
export type RowTopic = "school" | "numbers" | null;

const equipment = String.raw`materiels?|parc|postes?|ordinateurs?|machines?|pc|imprimantes?|serveurs?`;
const numbers = String.raw`\d+|une?|${numbersInWords.join("|")}`;

/** All that stands in a row: its school, its pupils, or its equipment without a number. */
const whole = String.raw`(?:(?:la|le|les|l|ces|ses|tout|toute|tous|toutes|ensemble|du|des|d) )*`;
const school = String.raw`ecole|batiments?|locaux|etablissement|tout|tous`;
const all = "materiels?|parc|postes|ordinateurs|machines|imprimantes|serveurs|eleves|enfants|effectifs?";
const ofWhole = new RegExp(String.raw`^(?:le serveur|${whole}(?:${school}|${all}))\b(.*)$`);

/** What happened to the subject: « a brûlé », « a été enlevé », « vendu », « débranchés ». */
const happened =
  /^(?: (?:qui|en|entierement|totalement|definitivement))*(?: (?:a|ont|est|sont|etait|etaient|sera|seront)\b)?(?: (?:ete|deja|tous|toutes|entierement|totalement|definitivement))* ([a-z]{2,}(?:e|i|u|is|it|ert)(?:e|s|es)?)\b/;
/** The same of the school, which the remark does not name: « a brûlé », « devenue salle des fêtes ». */
const happenedToIt = /^(?:(?:elle )?(?:a|est) (?:ete )?[a-z]+(?:e|i|u|is|it|ert)e?|[a-z]+(?:nu|du|ru)e)\b/;

/** The numbers of other rows: « ceux de Nancray », « déjà dans les 113 », « voir ligne au-dessus », « voir A1 ». */
const elsewhere = [
  /\b(?:celui|celle|ceux|celles) (?:de|du|des|d)\b/,
  /\bdeja (?:dans|avec|chez)\b/,
  /^(?:voir|cf|comme|idem)\b.*\b(?:lignes?|ci dess(?:us|ous)|au dess(?:us|ous)|plus (?:haut|bas)|suivante?|precedente?)\b/,
  /^(?:voir|cf|idem|comme) (?:l |le |la )?[a-z]{1,4}[- ]?\d+$/,
] as const;

/** A part of the number, or a difference from it: « + 1 », « 1 de moins », « la moitié des postes ». */
const parts = [
  /^[+-] ?\d/,
  new RegExp(String.raw`\b(?:${numbers}) (?:de|en) (?:moins|plus|trop)\b`),
  new RegExp(String.raw`\b(?:moitie|tiers|quart|plupart|partie) (?:des|du|de ses|de ces) (?:${equipment}|eleves)\b`),
  /^a (?:recompter|recenser|compter)\b/,
] as const;
const someOf = new RegExp(String.raw`\b(?:${numbers}) (?:${equipment}|eleves)\b`);
/** Some of the number of the row, with another: « dont 3 prêtés à la mairie », « dont 2 prêtés par le collège ». */
const among = new RegExp(String.raw`\bdont (?:les )?(?:${numbers})\b(.*?\b(?:par|a|au|aux|chez) .*)$`);
const pupilsOrStaff = /\b(?:eleve|enfant|famille|classe|enseignant|direct)\w*/;

/** Who pays: « facturé à part », « ne paie pas ». */
const billed = /(?<!\p{L})(?:re)?factur(?:ée?s?|er)(?!\p{L})(?! (?:le \d|depuis))/iu;
const notPaid = /\bn(?:e)? (?:paie|paient|paye|payent|cotise|cotisent|participe|participent)\b/;

/** Words of places of other services than schools; a library or an office may be the school's own. */
const mayBeOwn: ReadonlySet<string> = new Set(["secretariat", "bibliotheque"]);
const people = conceptSet("staff head room classroom");

/** Returns whether a text names a place of another service: « cantine », « centre de loisirs », but not « secrétariat ». */
function namesService(reading: TextReading): boolean {
  const isOfTown = reading.neutral.has("administration");
  return spokenIn(reading).some(
    ({ concept, base }) => concept === "townHall" || (concept === "elsewhere" && (isOfTown || !mayBeOwn.has(base))),
  );
}

/** Returns the concepts of a text, in its qualifiers too. */
const spokenIn = ({ meanings }: TextReading): readonly ConceptMeaning[] =>
  conceptsIn(meanings.flatMap((meaning) => (meaning.is === "qualifier" ? meaning.of : [meaning])));

/** « Matériel réformé non compris ». */
const isLimit = (meaning: Meaning): boolean =>
  meaning.is === "qualifier" && (meaning.how === "excludes" || meaning.how === "denies");

const folded = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9+-]+/g, " ")
    .replace(/ [+-] (?!\d)/g, " ")
    .trim();

/**
 * Returns what a remark in a row of a school tells of it beyond the words of events: that something happened to all of
 * it, that a number is counted elsewhere or only in part, that another pays. (decisions §4, Free text)
 */
export const topicOfRow: (text: string) => RowTopic = memoByText((text) => {
  const words = folded(text);
  const reading = commonReader.read(text, "remark");
  if (elsewhere.some((pattern) => pattern.test(words)) || includesOthers(words, reading)) return "numbers";
  if (happenedToAll(words, reading)) return "school";
  if (billed.test(text.normalize("NFC")) || notPaid.test(words)) return "school";
  if (parts.some((pattern) => pattern.test(words)) && !wished.test(words)) return "numbers";
  const [, lent = ""] = among.exec(words) ?? [];
  if (eventsIn(lent).ofMachine.has("loan") && !pupilsOrStaff.test(lent)) return "numbers";
  if (correctsNumber(text)) return "numbers";
  return countsAtService(text) ? "numbers" : null;
});

/** Returns whether a text counts equipment or pupils at another service: « un poste est à la bibliothèque municipale ». */
export function countsAtService(text: string): boolean {
  return someOf.test(folded(text)) && namesService(commonReader.read(text, "remark"));
}

/** Words by which an office states a rule of its own. */
const rules = /\b(?:repute|considere|presume|assimile|tenu)e?s?\b/;

/** Returns whether a note makes a rule of what left: « un poste sans contact depuis un an est réputé mis au rebut ». */
export function rulesOnLeaving(text: string): boolean {
  const words = fold(text);
  const at = words.search(rules);
  return at >= 0 && speaksOfLeaving(words.slice(at).replace(rules, " "));
}

/** Pupils and their place: « élèves à Châtillon depuis septembre ». */
const pupilsAt = /^(?:les )?(?:eleves|enfants)(?: \w+)? (?:a|au|aux|chez|vers) (?:l |la |le )?(\w+)/;

/** Returns whether a heading is that of remarks, or is blank. */
export const headsRemarks = memoByText(
  (heading) => heading === "" || headingSays(heading, (concept) => concept === "remark" || concept === "anonymous"),
);

/** Returns whether a heading is that of a description of equipment: « Modèle », « Type », « Marque ». */
export const headsDescription = memoByText((heading) => headingSays(heading, (concept) => descriptions.has(concept)));
const descriptions = conceptSet("model description kindOf");

/** Returns whether a remark names another commune than a row's; an « RPI » is a group of communes. */
export function namesOtherCommune(text: string, own: string): boolean {
  if (/\brpi\b/.test(fold(text))) return false;
  const { names } = commonReader.read(text, "remark");
  const mine = ` ${folded(own)} `;
  return names.some(({ kind, words }) => kind === "commune" && !mine.includes(` ${words.join(" ")} `));
}

/** Returns whether something unknown, or a departure, happened to all that stands in a row. */
function happenedToAll(text: string, { unread, meanings }: TextReading): boolean {
  const isUnread = (word: string): boolean =>
    unread.some((each) => folded(each) === word && each === each.toLowerCase());
  const [, place] = pupilsAt.exec(text) ?? [];
  if (place !== undefined && unread.some((each) => folded(each) === place && each !== each.toLowerCase())) return true;
  const [, rest = ""] = ofWhole.exec(text) ?? [];
  const [, participle] = happened.exec(rest) ?? [];
  if (participle !== undefined)
    return (
      isUnread(participle) || participle.startsWith("vide") || (speaksOfMachine(participle) && !meanings.some(isLimit))
    );
  const [itself] = happenedToIt.exec(text) ?? [];
  return itself !== undefined && isUnread(itself.split(" ").at(-1)!);
}

/** Returns whether a number includes, or is included in, that of others: « élèves de Nancray compris ». */
function includesOthers(text: string, reading: TextReading): boolean {
  if (!/(?<!\b(?:non|pas|n) )\b(?:compris|inclus|compte)e?s?\b/.test(text)) return false;
  const { names } = reading;
  if (namesService(reading) || names.some(({ kind }) => kind === "commune" || kind === "school")) return true;
  return (
    /\b(?:eleves|enfants|effectifs?)\b/.test(text) && !spokenIn(reading).some(({ concept }) => people.has(concept))
  );
}

/** The same machine as another: « = P3 ». */
const isEqual = /^\s*=\s*[\p{L}\d]/u;
/** « Acheté par la commune », « financé par l’APE ». */
const ofBuyer = /\b(?:achet|financ|offert)\w* par (?!(?:la )?ville\b|ordiclasse|\w*tic\b)/;

/** A machine taken apart, or written by mistake: « sert de donneur », « pièces prises pour B-006 », « erreur de saisie ». */
const forParts =
  /\b(?:sert|servi|pour|de) pieces\b|\bpieces (?:pris|prelev|recuper)\w*|\bdonneu(?:r|se)\b|^erreurs?(?: de saisie)?$/;

/**
 * Returns whether a remark of a machine tells where it is, at another service or with someone, or what it has become:
 * « mairie », « chez le directeur », « sert de pièces ».
 */
export const concernsMachine: (text: string) => boolean = memoByText((text) => {
  const words = folded(text);
  if (/^(?:\p{L}{3,}[éiu]e?s? )?chez\s/iu.test(text.trim()) || forParts.test(words)) return true;
  if (elsewhere.some((pattern) => pattern.test(words)) || ofBuyer.test(words) || isEqual.test(text)) return true;
  if (billed.test(text.normalize("NFC")) && /\bfacturee? (?:a|au|aux|par)\b/.test(words)) return true;
  return isOtherService(text);
});

/** Returns whether a text is the name of another service than a school: « mairie », « cantine », « périscolaire ». */
export function isOtherService(text: string): boolean {
  const reading = commonReader.read(text, "remark");
  const isPlace = reading.concepts.every(({ concept }) => concept === "townHall" || concept === "elsewhere");
  return isPlace && namesService(reading) && reading.unread.length === 0 && !reading.neutral.has("places");
}
