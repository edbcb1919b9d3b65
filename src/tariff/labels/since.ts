import { fullYear, memoByText, monthOf, monthWords } from "../../cells";
import type { DayOfCount } from "../grids";
import { campaignFrom, september } from "./campaigns-of-dates";
import { countDayForms, firstOfNovember, inYear } from "./dates";

/** « depuis » and the date that follows it, found in a text. */
interface Since {
  /** The text, with a space in their place. */
  readonly rest: string;
  /** The campaign in which it begins; null for the campaign billed: « depuis le 1er novembre » without a year. */
  readonly campaign: number | null;
}

/** Makes the pattern of « depuis » and the date that follows it. */
const depuis = (date: string): RegExp =>
  new RegExp(String.raw`\bdepuis (?:(?:le|la|l|debut|mois de|mois d|date du) )*${date}`);

/** Not the first year of a school year, « 2013/14 ». */
const aloneInYear = String.raw`\b(?![ /]\d{2})`;

/** A form that names a year, and the campaign of what begins then. */
type Beginning = readonly [form: RegExp, campaign: (count: DayOfCount, groups: readonly string[]) => number | null];

const campaignOf = (count: DayOfCount, year: number, month = 1, day = 1): number =>
  campaignFrom(year, inYear({ month, day }), count);

/** In order of priority. */
const beginnings: readonly Beginning[] = [
  [
    depuis(String.raw`(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b`),
    (count, [day, month, year]) => campaignOf(count, fullYear(year!), Number(month), Number(day)),
  ],
  [
    depuis(String.raw`(\d{1,2})(?:er)? (${monthWords})\.? (\d{4}|\d{2})\b`),
    (count, [day, month, year]) => campaignOf(count, fullYear(year!), monthOf(month!), Number(day)),
  ],
  [
    depuis(String.raw`(\d{1,2})[./ ](\d{4})\b`),
    (count, [month, year]) => campaignOf(count, Number(year), Number(month)),
  ],
  [
    depuis(String.raw`(${monthWords})\.? (\d{4}|\d{2})\b`),
    (count, [month, year]) => campaignOf(count, fullYear(year!), monthOf(month!)),
  ],
  // A campaign is named after the day of count that ends it: what came since belongs to the next one.
  [depuis(String.raw`(?:campagne|exercice)(?: de)? (\d{4})${aloneInYear}`), (_, [year]) => Number(year) + 1],
  [
    depuis(String.raw`rentree(?: scolaire)?(?: de)? (\d{4})${aloneInYear}`),
    (count, [year]) => campaignOf(count, Number(year), september),
  ],
  [depuis(String.raw`(?:annee )?(\d{4})${aloneInYear}`), (count, [year]) => campaignOf(count, Number(year))],
];

/** A day of count without a year, or in the year before the campaign's: « 01/11/N-1 ». */
const withoutYear = memoByText((date): Beginning => [
  depuis(String.raw`${date}(?: ?[./ ]? ?n ?[-−]? ?1)?(?![./ ]*\d)`),
  () => null,
]);

/**
 * Finds « depuis le 01/11/2013 », « depuis nov. 2013 », « depuis la campagne 2013 » in a folded text: everything from
 * then to the day of the inventory. Null when there is none, or when the text also has an end, which makes it a period.
 */
export function sinceIn(folded: string, count: DayOfCount = firstOfNovember): Since | null {
  for (const [form, campaign] of [...beginnings, withoutYear(countDayForms(count).since)]) {
    const match = form.exec(folded);
    if (match === null) continue;
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`;
    return /\b(?:19|20)\d\d\b/.test(rest) ? null : { rest, campaign: campaign(count, match.slice(1)) };
  }
  return null;
}
