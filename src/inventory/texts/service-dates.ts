import { fold, fromSerial, memoByText, monthWords, toSerial } from "../../cells";
import type { Campaign } from "../../tariff";
import { dayNumber } from "./installed-span";
import { commonReader } from "./read-text";

/** A text of dates alone, « 09/2011 - 06/2014 », « sept. 2011 → juin 2014 ». */
const ofDatesAlone = /^(?:du|de|le|au|a|[\d/.]+|[a-z]{3,9}\.?(?= \d{4})|[-–—→>]+|\s)+$/;
const lastMonth = /\b(\d{1,2})\/(\d{4})\s*$/;

/** Returns whether a text is a period, from a date to another, that ended by the day of count of a campaign. */
export function endedBy(text: string, { year, snapshot }: Pick<Campaign, "year" | "snapshot">): boolean {
  const folded = fold(text).trim();
  if (!ofDatesAlone.test(folded)) return false;
  const { days, years } = commonReader.read(text, "remark");
  const known = days.length > 0 ? days : years;
  if (new Set(known).size !== 2) return false;
  const last = Math.max(...known);
  const [, month, ofYear] = days.length > 0 ? [] : (lastMonth.exec(folded) ?? []);
  if (month !== undefined) return Number(ofYear) * 100 + Number(month) < snapshot.year * 100 + snapshot.month;
  return last <= (days.length > 0 ? dayNumber(snapshot) : year);
}

/** « Livraison », of equipment or of nothing named, and not « livraison des dictionnaires ». */
const delivery = String.raw`livraisons?\b(?! (?:des?|du|d) (?!(?:l |la )?(?:postes?|ordinateurs?|machines?|serveurs?|materiels?|imprimantes?|pc|parc)\b))`;

/** The beginning of a service, « mis en service le 17/11/2014 », « ouvrira en janvier », or its bill: « à régulariser en 2015 ». */
const begun = new RegExp(
  String.raw`\b(?:${delivery}|ouv(?:r|er)\w*|mises? en service|mis en service|livre\w*|arriv\w+|install\w+|posee?s?|recue?s?|adhe\w+|demarr\w+|` +
    String.raw`regularis\w+|factur(?:er|era|eront|ee?s?)|emettre|paie\w*|payer\w*|report\w+)\b`,
);

/** Returns whether a label is that of the day of a beginning: « Livré et posé le : ». */
export const datesBeginning = (label: string): boolean => begins(label) && /\ble\W*$/i.test(label);

const begins = memoByText((text) => begun.test(fold(text)));

/** A membership that begins in a month: « rejoint Ordiclasse en janvier ». */
const joins = new RegExp(
  String.raw`\b(?:rejoi\w+|integr\w+|adher\w+|entr(?:e|ent|ee|era)) .*\b(?:ordiclasse|dispositif|convention)\b.*\b(?:en|des|a (?:partir|compter) d\w*|courant|debut|fin|au (?:1er|\d+))\b.*\b(?:${monthWords}|20\d\d)`,
);

/** Returns whether a text mentions a beginning after the day of count of a campaign. (decisions §2, the snapshot) */
export function beginsLater(text: string, { year, snapshot }: Pick<Campaign, "year" | "snapshot">): boolean {
  const { days, years } = commonReader.read(text, "remark");
  if (days.length + years.length === 0) return joins.test(fold(text));
  if (!begins(text) && !joins.test(fold(text))) return false;
  return days.length > 0 ? days.some((day) => day > dayNumber(snapshot)) : years.some((each) => each > year);
}

/** Returns whether a text dates a beginning, with no day after the last day of count before a campaign: « posés en 2013 ». */
export function beginsBefore(text: string, { year, windowStart }: Pick<Campaign, "year" | "windowStart">): boolean {
  if (!begins(text)) return false;
  const { days, years } = commonReader.read(text, "remark");
  // « Avant le 2 novembre 2013 » is at most the day before.
  const last = dayNumber(fromSerial(toSerial(windowStart) + (/\bavant\b/.test(fold(text)) ? 1 : 0)));
  return days.length > 0 ? days.every((day) => day <= last) : years.length > 0 && years.every((each) => each < year);
}

/** « Posé depuis la rentrée », « nouveau depuis septembre »: without a year, the campaign's. */
const ofNow = new RegExp(
  String.raw`\b(?:cette annee|(?:depuis|a) la rentree|dans l annee|(?:depuis|en) (?:${monthWords}))\b`,
);
const isNew = /\b(?:neu(?:f|ve)|nouve(?:au|lle)|nouvel)s?\b/;
const mayBegin = memoByText((text) => begins(text) || isNew.test(fold(text)));

/** Returns whether a text dates a beginning in a campaign: « posé en mars 2014 », « serveur neuf (rentrée 2014) ». */
export function beginsDuring(text: string, { year, snapshot, windowStart }: Campaign): boolean {
  if (!mayBegin(text)) return false;
  const { days, years } = commonReader.read(text, "remark");
  const isIn = (day: number): boolean => day > dayNumber(windowStart) && day <= dayNumber(snapshot);
  return days.length > 0 ? days.some(isIn) : years.length > 0 && years.every((each) => each === year);
}

/** Returns whether a text mentions a beginning in the year of the campaign without its year: « posé depuis la rentrée ». */
export function beginsNow(text: string): boolean {
  return mayBegin(text) && ofNow.test(fold(text)) && !isDated(text);
}

function isDated(text: string): boolean {
  const { days, years } = commonReader.read(text, "remark");
  return days.length + years.length > 0;
}

/** Returns whether a legend marks what was installed in a campaign, which « neuf » alone says: « Vert = matériel neuf ». */
export function marksInstalled(meaning: string, campaign: Campaign): boolean {
  return isDated(meaning) ? beginsDuring(meaning, campaign) : isNew.test(fold(meaning)) || beginsNow(meaning);
}
