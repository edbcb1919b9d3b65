import { fold, fullYear, monthNames, monthOf, mayBeYear, monthWords, remembered } from "../../cells";
import type { DayOfCount } from "../grids";

/** The day of count of 2014, also used when no convention is known. */
export const firstOfNovember: DayOfCount = { day: 1, month: 11 };

/** A period, both days included, as numbers: 20131101. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The dates in a text, and the text without them. */
export interface Dated {
  readonly rest: string;
  /** The years, in order; a span such as 2013-2014 gives both. */
  readonly years: readonly number[];
  /** The full dates, in order, as numbers: 20141101. */
  readonly days: readonly number[];
  /** The period, such as « du 02/11/2013 au 01/11/2014 », « nov.-déc. 2013 » or « T1 2014 »; null without one. */
  readonly period: Period | null;
  /** Whether the text names the day of count of any year, or a period that ends on it; null otherwise. */
  readonly countDay: "day" | "period" | null;
}

/** Replaces the day of count of any year in a text, because quantities on that day are those in service. */
export const snapshotWord = "jourducompte";
/** Replaces a period that ends on the day of count, because its quantities were installed during it. */
export const periodWord = "entredeuxdate";
/** Replace « N-1 », whose hyphen is folded to a space but whose minus sign is not, and « N+1 ». */
export const yearBefore = "anprecedent";
export const yearAfter = "ansuivant";
const words = new RegExp([snapshotWord, periodWord, yearBefore, yearAfter].join("|"), "g");

const months = monthNames.map(fold);
const dayInFigures = /\b(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b/g;
const dayInWords = new RegExp(String.raw`\b(\d{1,2})(?:er)? (${months.join("|")})(?: (\d{4}))?\b`, "g");
/** « septembre 2014 », « sept. 2014 », « nov-14 »: read as the first of the month. */
const ofMonth = String.raw`(${monthWords})\.? (\d{4}|1\d)\b`;
const inMonth = new RegExp(String.raw`\b${ofMonth}`, "g");
/** « 1er nov. 2014 », « 12 sept. 2014 », « 01-nov-14 ». */
const dayOfMonth = new RegExp(String.raw`\b(\d{1,2})(?:er)? ${ofMonth}`, "g");
/** « nov.-déc. 2013 », « de janvier à juin 2014 », « nov. 2013 à oct. 2014 ». */
const betweenMonths = new RegExp(
  String.raw`\b(?:de |d )?(${monthWords})(?:\.? (\d{4}))?(?:\.? ?(?:a|au|et|[|/]) |\.? )(${monthWords})\.? (\d{4}|1\d)\b`,
  "g",
);
/** « T1 2014 », « 2e semestre 2014 », « trimestre 3 2014 »: a quarter or a half-year. */
const partOfYear =
  /\b(?:([ts])([1-4])|([1-4])(?:er|e|eme)? (trim|sem)(?:estre)?|(trim|sem)(?:estre)? ([1-4]))\.? (?:de |d )?(20\d\d)\b/g;
/** « avant 2013 »: all days before that year. */
const beforeYear = /\bavant (?:l annee )?(20\d\d)\b/g;
const schoolYears = /\b(20\d\d|\d\d)[ /](\d\d)\b/g;
const year = /\b((?:19|20)\d\d)\b/g;
/** « 8 mai 1945 », « 11 novembre 1918 »: part of the name of a school or a street. */
const commemorated = new RegExp(String.raw`\b(\d{1,2})(?:er)? (${months.join("|")}) (1[0-8]\d\d|19[0-8]\d)\b`, "g");
/** A French telephone number, whose digits are not dates: « 03 81 55 20 14 ». */
const telephone = /\b0\d(?:[ .-]?\d\d){4}\b/g;

/** How a day of count is written without a year, in digits or with its month abbreviated. */
interface CountDayForms {
  readonly written: RegExp;
  /** The source of the pattern that follows « depuis ». */
  readonly since: string;
}

const formsByDay = new Map<string, CountDayForms>();

function formsOf({ day, month }: DayOfCount): CountDayForms {
  return remembered(formsByDay, `${day}/${month}`, () => {
    const names = monthWords.split("|").filter((word) => monthOf(word) === month);
    const [name, shortest] = [names[0]!, names.at(-1)!.length];
    const cut = Array.from({ length: name.length - shortest + 1 }, (_, more) => name.slice(0, shortest + more));
    const ordinal = day === 1 ? "1er" : String(day);
    const figures = String.raw`\b0?${day}(?:er)? ?\/ ?0?${month}\b`;
    return {
      written: new RegExp(String.raw`${figures}|\b${ordinal} (?:${cut.join("|")})\b\.?`, "g"),
      since: String.raw`(?:0?${day} ?[./ ] ?0?${month}|${ordinal} (?:${name}|${cut[0]!})\.?)`,
    };
  });
}

/** Takes dates and years out of a folded text: « effectif au 01/11/2014 », « rentree 2014 2015 », « parc 01.11.14 ». */
export function takeYears(folded: string, count: DayOfCount = firstOfNovember): Dated {
  const dated = nameDates(folded, count);
  return { ...dated, rest: dated.rest.replace(words, "") };
}

/** Returns whether two numbers make a school year: « 2014/15 », « 14/15 »; not « 11/12 », perhaps a day and a month. */
function isSchoolYear(first: string, second: string): boolean {
  return (
    Number(second) === (Number(first) + 1) % 100 && (first.length === 4 || (Number(second) > 12 && Number(second) < 50))
  );
}

/** Returns a date as a sortable number: 20141101. */
const dayNumber = (ofYear: number, month: number, day: number): number => ofYear * 10_000 + month * 100 + day;

/** Returns a day of the year as a sortable number: 1101. */
const inYear = ({ day, month }: DayOfCount): number => month * 100 + day;

/** Takes dates and years out like `takeYears`, but leaves a word in place of those with a meaning of their own. */
export function nameDates(folded: string, count: DayOfCount = firstOfNovember): Dated {
  if (!/\d/.test(folded)) return { rest: folded, years: [], days: [], period: null, countDay: null };
  const years: number[] = [];
  const days: number[] = [];
  const periods: Period[] = [];
  const keep = (named: number): string => {
    if (mayBeYear(named)) years.push(named);
    return " ";
  };
  const day = (whole: string, date: number, month: number, named: number | null): string => {
    if (date > 31 || month > 12) return whole;
    if (named !== null) {
      keep(named);
      days.push(dayNumber(named, month, date));
    }
    return date === count.day && month === count.month ? ` ${snapshotWord} ` : " ";
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
      return monthOf(month) === count.month ? ` ${snapshotWord} ` : kept;
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
    .replace(formsOf(count).written, ` ${snapshotWord} `)
    .replace(/\bn(?: ?− ?| )1\b/g, ` ${yearBefore} `)
    .replace(/\bn ?\+ ?1\b/g, ` ${yearAfter} `);
  const [from, to] = days;
  const isBetweenDays = periods.length === 0 && days.length === 2 && from! < to!;
  const isCampaign = isBetweenDays && to! % 10_000 === inYear(count);
  return {
    rest: isCampaign ? rest.replace(snapshotWord, periodWord) : rest,
    years,
    days,
    period: isBetweenDays ? { from: from!, to: to! } : around(periods),
    countDay: isCampaign ? "period" : rest.includes(snapshotWord) ? "day" : null,
  };
}

/** Returns the shortest period that contains all the given ones; null when there are none. */
function around(periods: readonly Period[]): Period | null {
  if (periods.length === 0) return null;
  return { from: Math.min(...periods.map(({ from }) => from)), to: Math.max(...periods.map(({ to }) => to)) };
}

/** The first month of a school year. */
const september = 9;

/**
 * Returns the campaign of years named together; null when there are none. N−1/N is campaign N; a school year N/N+1,
 * which contains the day of count of campaign N, 1 November N, is campaign N. (decisions §4)
 */
export function campaignOfYears(
  years: readonly number[],
  isSchoolYear: boolean,
  { month }: DayOfCount = firstOfNovember,
): number | null {
  if (years.length === 0) return null;
  return isSchoolYear && month >= september ? Math.min(...years) : Math.max(...years);
}

/**
 * Returns the campaign of what begins on a day. Campaign N ends on its day of count, 1 November N: what begins on that
 * day or later in the year belongs to the next campaign. (decisions §2)
 */
const campaignFrom = (named: number, begins: number, count: DayOfCount): number =>
  begins >= inYear(count) ? named + 1 : named;

/** Returns the campaign that contains a whole period, 2014 for « nov.-déc. 2013 »; null when it spans two campaigns. */
export function campaignOfPeriod({ from, to }: Period, count: DayOfCount = firstOfNovember): number | null {
  const begins = campaignFrom(Math.floor(from / 10_000), from % 10_000, count);
  const ends = campaignOfDay(to, count);
  return begins === ends ? begins : null;
}

/** Returns the campaign of a day, given as 20131101; the day of count, 1 November, is the last one of its campaign. */
export function campaignOfDay(day: number, count: DayOfCount = firstOfNovember): number {
  return day % 10_000 <= inYear(count) ? Math.floor(day / 10_000) : Math.floor(day / 10_000) + 1;
}

/** « depuis » and the date that follows it, found in a text. */
interface Since {
  /** The text, with a space in their place. */
  readonly rest: string;
  /** The campaign in which it begins; null for the campaign billed: « depuis le 1er novembre » without a year. */
  readonly campaign: number | null;
}

const notASchoolYear = String.raw`\b(?![ /]\d{2})`;

type Beginning = readonly [form: RegExp, campaign: (...groups: string[]) => number | null];

/** Returns the patterns of a beginning after « depuis », in order of priority, with the campaign that each gives. */
function makeBeginnings(count: DayOfCount): readonly Beginning[] {
  const of = (named: number, month: number, day = 1): number => campaignFrom(named, inYear({ month, day }), count);
  return (
    [
      [
        String.raw`(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b`,
        (day, month, named) => of(fullYear(named), Number(month), Number(day)),
      ],
      [
        String.raw`(\d{1,2})(?:er)? (${monthWords})\.? (\d{4}|\d{2})\b`,
        (day, month, named) => of(fullYear(named), monthOf(month), Number(day)),
      ],
      [String.raw`(\d{1,2})[./ ](\d{4})\b`, (month, named) => of(Number(named), Number(month))],
      [String.raw`(${monthWords})\.? (\d{4}|\d{2})\b`, (month, named) => of(fullYear(named), monthOf(month))],
      // A campaign is named after the day of count that ends it: what came since belongs to the next one.
      [String.raw`(?:campagne|exercice)(?: de)? (\d{4})${notASchoolYear}`, (named) => Number(named) + 1],
      [String.raw`rentree(?: scolaire)?(?: de)? (\d{4})${notASchoolYear}`, (named) => of(Number(named), september)],
      [String.raw`(?:annee )?(\d{4})${notASchoolYear}`, (named) => of(Number(named), 1)],
      // Without a year, or in the year before the campaign's: « 01/11/N-1 ».
      [String.raw`${formsOf(count).since}(?: ?[./ ]? ?n ?[-−]? ?1)?(?![./ ]*\d)`, () => null],
    ] as [string, Beginning[1]][]
  ).map(([form, campaign]) => [
    new RegExp(String.raw`\bdepuis (?:(?:le|la|l|debut|mois de|mois d|date du) )*${form}`),
    campaign,
  ]);
}

const beginningsByDay = new Map<number, readonly Beginning[]>();

/**
 * Finds « depuis le 01/11/2013 », « depuis nov. 2013 », « depuis la campagne 2013 » in a folded text: everything from
 * then to the day of the inventory. Null when there is none, or when the text also has an end, which makes it a period.
 */
export function sinceIn(folded: string, count: DayOfCount = firstOfNovember): Since | null {
  if (!folded.includes("depuis")) return null;
  for (const [form, campaign] of remembered(beginningsByDay, inYear(count), () => makeBeginnings(count))) {
    const match = form.exec(folded);
    if (match === null) continue;
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`;
    return /\b(?:19|20)\d\d\b/.test(rest) ? null : { rest, campaign: campaign(...match.slice(1)) };
  }
  return null;
}
