import { fold, fullYear, monthNames, monthOf, monthWords } from "../../cells";

/** Two days, both included, as 20131101. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The dates found in a text, and the text without them. */
export interface Dated {
  readonly rest: string;
  /** Years named, in order; a span such as 2013-2014 gives both. */
  readonly years: readonly number[];
  /** Full dates named, in order, as 20141101. */
  readonly days: readonly number[];
  /** From a day or a month to another: « du 02/11/2013 au 01/11/2014 », « nov.-déc. 2013 », « T1 2014 », « juin 2014 »; null where none is named. */
  readonly period: Period | null;
  /** The 1 November of whatever year, or a period that ends on one; null where neither is named. */
  readonly november: "day" | "period" | null;
}

/** Stands for the 1 November of whatever year: what is counted then is in service then. */
export const snapshotWord = "premiernovembre";
/** Stands for a period that ends on a 1 November, « du 02/11/2013 au 01/11/2014 »: what is counted then came during it. */
export const periodWord = "entredeuxdate";
/** Stand for « N-1 », whose hyphen is folded into a space and whose minus sign is not, and for « N+1 ». */
export const yearBefore = "anprecedent";
export const yearAfter = "ansuivant";
const words = new RegExp([snapshotWord, periodWord, yearBefore, yearAfter].join("|"), "g");

const months = monthNames.map(fold);
const dayInFigures = /\b(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b/g;
const dayInWords = new RegExp(String.raw`\b(\d{1,2})(?:er)? (${months.join("|")})(?: (\d{4}))?\b`, "g");
/** « septembre 2014 », « sept. 2014 », « nov-14 »: the first of the month stands for it. */
const ofMonth = String.raw`(${monthWords})\.? (\d{4}|1\d)\b`;
const inMonth = new RegExp(String.raw`\b${ofMonth}`, "g");
/** « 1er nov. 2014 », « 12 sept. 2014 », « 01-nov-14 ». */
const dayOfMonth = new RegExp(String.raw`\b(\d{1,2})(?:er)? ${ofMonth}`, "g");
/** « nov.-déc. 2013 », « de janvier à juin 2014 », « nov. 2013 à oct. 2014 ». */
const betweenMonths = new RegExp(
  String.raw`\b(?:de |d )?(${monthWords})(?:\.? (\d{4}))?(?:\.? ?(?:a|au|et|[|/]) |\.? )(${monthWords})\.? (\d{4}|1\d)\b`,
  "g",
);
/** « T1 2014 », « 2e semestre 2014 », « trimestre 3 2014 »: which part of the year, and how long it is. */
const partOfYear =
  /\b(?:([ts])([1-4])|([1-4])(?:er|e|eme)? (trim|sem)(?:estre)?|(trim|sem)(?:estre)? ([1-4]))\.? (?:de |d )?(20\d\d)\b/g;
/** « avant 2013 »: all the days before that year. */
const beforeYear = /\bavant (?:l annee )?(20\d\d)\b/g;
const schoolYears = /\b(20\d\d|\d\d)[ /](\d\d)\b/g;
const year = /\b((?:19|20)\d\d)\b/g;
const firstOfNovember = /\b1(?:er)? ?\/ ?11\b|\b01 ?\/ ?11\b|\b1er nov(?:emb?)?\b\.?/g;
/** « 8 mai 1945 », « 11 novembre 1918 » name a school or a street. */
const commemorated = new RegExp(String.raw`\b(\d{1,2})(?:er)? (${months.join("|")}) (1[0-8]\d\d|19[0-8]\d)\b`, "g");
/** A French telephone number, whose digits are no dates: « 03 81 55 20 14 ». */
const telephone = /\b0\d(?:[ .-]?\d\d){4}\b/g;

/** Takes dates and years out of a folded text: « effectif au 01/11/2014 », « rentree 2014 2015 », « parc 01.11.14 ». */
export function takeYears(folded: string): Dated {
  const dated = nameDates(folded);
  return { ...dated, rest: dated.rest.replace(words, "") };
}

/** Returns whether two numbers are a school year: « 2014/15 », « 14/15 »; « 11/12 » is a day or a month as well. */
function isSchoolYear(first: string, second: string): boolean {
  return (
    Number(second) === (Number(first) + 1) % 100 && (first.length === 4 || (Number(second) > 12 && Number(second) < 50))
  );
}

/** Returns a day as a number that sorts as days do: 20141101. */
const dayNumber = (ofYear: number, month: number, day: number): number => ofYear * 10_000 + month * 100 + day;

/** Takes dates and years as `takeYears` does, with words left in place of those that tell something by themselves. */
export function nameDates(folded: string): Dated {
  if (!/\d/.test(folded)) return { rest: folded, years: [], days: [], period: null, november: null };
  const years: number[] = [];
  const days: number[] = [];
  const periods: Period[] = [];
  const keep = (named: number): string => {
    if (named >= 1990 && named <= 2099) years.push(named);
    return " ";
  };
  const day = (whole: string, date: number, month: number, named: number | null): string => {
    if (date > 31 || month > 12) return whole;
    if (named !== null) {
      keep(named);
      days.push(dayNumber(named, month, date));
    }
    return date === 1 && month === 11 ? ` ${snapshotWord} ` : " ";
  };
  const span = (from: number, to: number): string => {
    periods.push({ from, to });
    days.push(dayNumber(Math.floor(to / 10_000), Math.floor(to / 100) % 100, 1));
    return keep(Math.floor(to / 10_000));
  };
  const rest = folded
    .replace(telephone, " ")
    .replace(commemorated, "$1$2$3")
    .replace(dayInFigures, (whole, date: string, month: string, named: string) =>
      day(whole, Number(date), Number(month), fullYear(named)),
    )
    .replace(dayOfMonth, (whole, date: string, month: string, named: string) =>
      day(whole, Number(date), monthOf(month), fullYear(named)),
    )
    .replace(dayInWords, (whole, date: string, month: string, named: string | undefined) =>
      day(whole, Number(date), monthOf(month), named === undefined ? null : Number(named)),
    )
    .replace(betweenMonths, (_, first: string, before: string | undefined, last: string, named: string) => {
      const ends = fullYear(named);
      const begins = before !== undefined ? Number(before) : monthOf(first) > monthOf(last) ? ends - 1 : ends;
      return span(dayNumber(begins, monthOf(first), 1), dayNumber(ends, monthOf(last), 31));
    })
    .replace(inMonth, (_, month: string, named: string) => {
      const kept = span(dayNumber(fullYear(named), monthOf(month), 1), dayNumber(fullYear(named), monthOf(month), 31));
      return monthOf(month) === 11 ? ` ${snapshotWord} ` : kept;
    })
    .replace(partOfYear, (_, letter, first, second, word, otherWord, third, named: string) => {
      const length = String(letter ?? word ?? otherWord).startsWith("t") ? 3 : 6;
      const last = length * Number(first ?? second ?? third);
      if (last > 12) return " ";
      return span(dayNumber(Number(named), last - length + 1, 1), dayNumber(Number(named), last, 31));
    })
    .replace(beforeYear, (_, named: string) => {
      periods.push({ from: 0, to: dayNumber(Number(named) - 1, 12, 31) });
      return keep(Number(named) - 1);
    })
    .replace(schoolYears, (whole, first: string, second: string) => {
      if (!isSchoolYear(first, second)) return whole;
      const begins = 2000 + (Number(first) % 100);
      return keep(begins) + keep(begins + 1);
    })
    .replace(year, (_, named: string) => keep(Number(named)))
    .replace(firstOfNovember, ` ${snapshotWord} `)
    .replace(/\bn(?: ?− ?| )1\b/g, ` ${yearBefore} `)
    .replace(/\bn ?\+ ?1\b/g, ` ${yearAfter} `);
  const [from, to] = days;
  const isBetweenDays = periods.length === 0 && days.length === 2 && from! < to!;
  const isCampaign = isBetweenDays && to! % 10_000 === 1101;
  return {
    rest: isCampaign ? rest.replace(snapshotWord, periodWord) : rest,
    years,
    days,
    period: isBetweenDays ? { from: from!, to: to! } : around(periods),
    november: isCampaign ? "period" : rest.includes(snapshotWord) ? "day" : null,
  };
}

/** Returns the shortest period that holds others; null of none. */
function around(periods: readonly Period[]): Period | null {
  if (periods.length === 0) return null;
  return { from: Math.min(...periods.map(({ from }) => from)), to: Math.max(...periods.map(({ to }) => to)) };
}

/**
 * Returns the campaign of years named together; null of none. A pair N−1/N is campaign N; a school year N/N+1, which holds the
 * 1 November of its campaign, is campaign N. (decisions §4)
 */
export function campaignOfYears(years: readonly number[], isSchoolYear: boolean): number | null {
  if (years.length === 0) return null;
  return isSchoolYear ? Math.min(...years) : Math.max(...years);
}

/**
 * Returns the campaign of a month of a year. Campaign N runs up to 1 November N: what begins that day, or later in its
 * year, is of the next one. (decisions §2)
 */
const campaignFrom = (named: number, month: number): number => (month >= 11 ? named + 1 : named);

/** Returns the one campaign during which all of a period runs, « nov.-déc. 2013 » that of 2014; null where it meets two. */
export function campaignOfPeriod({ from, to }: Period): number | null {
  const begins = campaignFrom(Math.floor(from / 10_000), Math.floor(from / 100) % 100);
  const ends = campaignOfDay(to);
  return begins === ends ? begins : null;
}

/** Returns the campaign of a day, as 20131101: the last one of a campaign is the 1 November. */
export function campaignOfDay(day: number): number {
  return day % 10_000 <= 1101 ? Math.floor(day / 10_000) : Math.floor(day / 10_000) + 1;
}

/** « depuis » and the date at which it begins, found in a text. */
interface Since {
  /** The text without them, a space in their place. */
  readonly rest: string;
  /** The campaign during which it begins; null where it is the one billed, « depuis le 1er novembre » of no year. */
  readonly campaign: number | null;
}

const novemberFirst = String.raw`(?:0?1 ?[./ ] ?11|1er nov(?:embre)?\.?)`;
const notASchoolYear = String.raw`\b(?![ /]\d{2})`;

/** Each form in which a beginning is written, after « depuis », and the campaign it is of; the first one found holds. */
const beginnings: readonly (readonly [RegExp, (...groups: string[]) => number | null])[] = (
  [
    [
      String.raw`(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b`,
      (_day, month, named) => campaignFrom(fullYear(named), Number(month)),
    ],
    [
      String.raw`(\d{1,2})(?:er)? (${monthWords})\.? (\d{4}|\d{2})\b`,
      (_day, month, named) => campaignFrom(fullYear(named), monthOf(month)),
    ],
    [String.raw`(\d{1,2})[./ ](\d{4})\b`, (month, named) => campaignFrom(Number(named), Number(month))],
    [String.raw`(${monthWords})\.? (\d{4}|\d{2})\b`, (month, named) => campaignFrom(fullYear(named), monthOf(month))],
    // A campaign is named after the 1 November that ends it: what came since is of the next one.
    [String.raw`(?:campagne|exercice)(?: de)? (\d{4})${notASchoolYear}`, (named) => Number(named) + 1],
    [String.raw`rentree(?: scolaire)?(?: de)? (\d{4})${notASchoolYear}`, (named) => Number(named)],
    [String.raw`(?:annee )?(\d{4})${notASchoolYear}`, (named) => Number(named)],
    // Of no year, or of the one before the campaign's, « 01/11/N-1 ».
    [String.raw`${novemberFirst}(?: ?[./ ]? ?n ?[-−]? ?1)?(?![./ ]*\d)`, () => null],
  ] as [string, (...groups: string[]) => number | null][]
).map(([form, campaign]) => [
  new RegExp(String.raw`\bdepuis (?:(?:le|la|l|debut|mois de|mois d|date du) )*${form}`),
  campaign,
]);

/**
 * Finds « depuis le 01/11/2013 », « depuis nov. 2013 », « depuis la campagne 2013 » in a folded text: everything from there to
 * the day of the inventory. Null when it says none, or an end too, which makes a period of it.
 */
export function sinceIn(folded: string): Since | null {
  if (!folded.includes("depuis")) return null;
  for (const [form, campaign] of beginnings) {
    const match = form.exec(folded);
    if (match === null) continue;
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`;
    return /\b(?:19|20)\d\d\b/.test(rest) ? null : { rest, campaign: campaign(...match.slice(1)) };
  }
  return null;
}
