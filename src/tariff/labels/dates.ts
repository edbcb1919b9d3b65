import { fold, fullYear, mayBeYear, memoByText, monthNames, monthOf, monthWords } from "../../cells";
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
const snapshotWord = "jourducompte";
/** Replaces a period that ends on the day of count, because its quantities were installed during it. */
const periodWord = "entredeuxdate";
/** Replace « N-1 », whose hyphen is folded to a space but whose minus sign is not, and « N+1 ». */
const yearBefore = "anprecedent";
const yearAfter = "ansuivant";
const words = new RegExp([snapshotWord, periodWord, yearBefore, yearAfter].join("|"), "g");

const months = monthNames.map(fold);
const dayInFigures = /\b(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b/g;
const dayInWords = new RegExp(String.raw`\b(\d{1,2})(?:er)? (${months.join("|")})\b`, "g");
/** « septembre 2014 », « sept. 2014 », « nov-14 »: read as the first of the month. */
const ofMonth = String.raw`(${monthWords})\.? (\d{4}|1\d)\b`;
const inMonth = new RegExp(String.raw`\b${ofMonth}`, "g");
/** « 1er nov. 2014 », « 12 sept. 2014 », « 01-nov-14 ». */
const dayOfMonth = new RegExp(String.raw`\b(\d{1,2})(?:er)? ${ofMonth}`, "g");
/** « du 3 au 14 novembre 2014 »: the first day is of the same month. */
const betweenDays = new RegExp(String.raw`\b(\d{1,2})(?:er)? (au|et) (\d{1,2}(?:er)? ${ofMonth})`, "g");
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

/** How a day of count is written without a year. */
interface CountDayForms {
  readonly written: RegExp;
  /** The source of the pattern of that day after « depuis ». */
  readonly since: string;
}

/** Returns how a day of count is written. */
export const countDayForms = ({ day, month }: DayOfCount): CountDayForms => formsOf(`${day}/${month}`);

const formsOf = memoByText((dayAndMonth): CountDayForms => {
  const [day, month] = dayAndMonth.split("/").map(Number);
  const names = monthWords.split("|").filter((word) => monthOf(word) === month);
  const [name, shortest] = [names[0]!, names.at(-1)!];
  // « nov », « nove »… « novembre »
  const cut = [...name.slice(shortest.length)].reduceRight((end, letter) => `(?:${letter}${end})?`, "");
  const date = String.raw`0?${day}(?:er)?`;
  return {
    written: new RegExp(String.raw`\b${date}(?: ?/ ?0?${month}| ${shortest}${cut})\b\.?`, "g"),
    since: String.raw`${date}(?: ?[./ ] ?0?${month}| ${shortest}${cut})\.?`,
  };
});

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
export const inYear = ({ day, month }: DayOfCount): number => month * 100 + day;

/** Takes dates and years out like `takeYears`, but leaves a word in place of those with a meaning of their own. */
export function nameDates(folded: string, count: DayOfCount = firstOfNovember): Dated {
  if (!/\d/.test(folded)) return { rest: folded, years: [], days: [], period: null, countDay: null };
  const years: number[] = [];
  const days: number[] = [];
  const ends: number[] = [];
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
    ends.push(from, to);
    days.push(dayNumber(Math.floor(to / 10_000), Math.floor(to / 100) % 100, 1));
    return keep(Math.floor(to / 10_000));
  };
  const rest = folded
    .replace(telephone, " ")
    .replace(commemorated, "$1$2$3")
    .replace(betweenDays, "$1 $4 $5 $2 $3")
    .replace(dayInFigures, (whole, date: string, month: string, named: string) =>
      day(whole, Number(date), Number(month), fullYear(named)),
    )
    .replace(dayOfMonth, (whole, date: string, month: string, named: string) =>
      day(whole, Number(date), monthOf(month), fullYear(named)),
    )
    .replace(dayInWords, (whole, date: string, month: string) => day(whole, Number(date), monthOf(month), null))
    .replace(betweenMonths, (_, first: string, before: string | undefined, last: string, named: string) => {
      const ends = fullYear(named);
      const begins = before !== undefined ? Number(before) : monthOf(first) >= monthOf(last) ? ends - 1 : ends;
      return span(dayNumber(begins, monthOf(first), 1), dayNumber(ends, monthOf(last), 31));
    })
    .replace(inMonth, (_, month: string, named: string) => {
      const kept = span(dayNumber(fullYear(named), monthOf(month), 1), dayNumber(fullYear(named), monthOf(month), 31));
      return monthOf(month) === count.month ? ` ${snapshotWord} ` : kept;
    })
    .replace(partOfYear, (whole: string, letter, first, second, word, otherWord, third, named: string) => {
      const length = String(letter ?? word ?? otherWord).startsWith("t") ? 3 : 6;
      const last = length * Number(first ?? second ?? third);
      if (last > 12) return whole;
      return span(dayNumber(Number(named), last - length + 1, 1), dayNumber(Number(named), last, 31));
    })
    .replace(beforeYear, (_, named: string) => {
      ends.push(0, dayNumber(Number(named) - 1, 12, 31));
      return keep(Number(named) - 1);
    })
    .replace(schoolYears, (whole, first: string, second: string) => {
      if (!isSchoolYear(first, second)) return whole;
      const begins = 2000 + (Number(first) % 100);
      return keep(begins) + keep(begins + 1);
    })
    .replace(year, (_, named: string) => keep(Number(named)))
    .replace(countDayForms(count).written, ` ${snapshotWord} `)
    .replace(/\bn(?: ?− ?| )1\b/g, ` ${yearBefore} `)
    .replace(/\bn ?\+ ?1\b/g, ` ${yearAfter} `);
  const [from, to] = days;
  const isBetweenDays = days.length === 2 && from! < to!;
  const isCampaign = isBetweenDays && to! % 10_000 === inYear(count);
  const dates = [...ends, ...days];
  return {
    rest: isCampaign ? rest.replace(snapshotWord, periodWord) : rest,
    years,
    days,
    // « du 15/10/2013 à décembre 2013 » begins on a day, and ends with a month.
    period: isBetweenDays || ends.length > 0 ? { from: Math.min(...dates), to: Math.max(...dates) } : null,
    countDay: isCampaign ? "period" : rest.includes(snapshotWord) ? "day" : null,
  };
}
