import type { Cell } from "./cell";
import { fold } from "./texts";

/** A day of the civil calendar, without time or time zone. Months count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The months in order, in French: the name and the abbreviations of each, which may end with a full stop. */
const monthTable = [
  ["janvier", "janv", "jan"],
  ["février", "févr", "fév"],
  ["mars", "mar"],
  ["avril", "avr"],
  ["mai"],
  ["juin"],
  ["juillet", "juill", "juil"],
  ["août"],
  ["septembre", "sept", "sep"],
  ["octobre", "oct"],
  ["novembre", "nov"],
  ["décembre", "déc"],
] as const;
const months = new Map(monthTable.flatMap((names, at) => names.map((name) => [fold(name), at + 1] as const)));

/** The names of the months, as in documents. */
export const monthNames = monthTable.map(([name]) => name);

/** The names and abbreviations of the months, folded, for a regular expression. */
export const monthWords = [...months.keys()].join("|");

/** Returns the number of the month that a folded word names or abbreviates; 0 for any other word. */
export function monthOf(word: string): number {
  return months.get(word) ?? 0;
}

/** Returns a year; of two digits, as Excel reads it: 30 to 99 are of the last century. */
export function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Returns a date; null when the calendar has no such day (30 February). */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  const last = month === 2 && isLeap(year) ? 29 : daysOfMonth[month - 1]!;
  return day <= last ? { year, month, day } : null;
}

/** Counts the days since 1 March of year 0, in the proleptic Gregorian calendar. */
function dayNumber(date: CivilDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year;
  const month = (date.month + 9) % 12;
  return daysBefore(year) + Math.floor((153 * month + 2) / 5) + date.day - 1;
}

/** Counts the days from 1 March of year 0 to 1 March of a year. */
function daysBefore(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

const epoch1900 = dayNumber({ year: 1899, month: 12, day: 30 });
/** The days between the two date systems of Excel: serial 0 of the 1904 system is 1 January 1904. */
export const shift1904 = 1462;

/** The last year that is read anywhere. */
export const latestYear = 2099;

/** Returns whether a number may be a year, in a title or in a cell: a whole number from 1990 to `latestYear`. */
export function mayBeYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= latestYear;
}

/**
 * The serials of 1 January 2000 and 31 December of `latestYear`, in the 1900 system: no other number is a date.
 * (decisions §4)
 */
export const firstSerial = 36526;
export const lastSerial = 73050;

/** Returns the Excel serial of a date (1900 system unless `date1904`). Exact from 1 March 1900 on. */
export function toSerial(date: CivilDate, date1904 = false): number {
  return dayNumber(date) - epoch1900 - (date1904 ? shift1904 : 0);
}

/** Returns the date of an Excel serial, without its time of day. Exact from 1 March 1900 on. */
export function fromSerial(serial: number, date1904 = false): CivilDate {
  const days = Math.floor(serial) + (date1904 ? shift1904 : 0) + epoch1900;
  const guess = Math.floor((10000 * days + 14780) / 3652425);
  const year = days < daysBefore(guess) ? guess - 1 : guess;
  const rest = days - daysBefore(year);
  const month = Math.floor((100 * rest + 52) / 3060);
  return {
    year: year + Math.floor((month + 2) / 12),
    month: ((month + 2) % 12) + 1,
    day: rest - Math.floor((month * 306 + 5) / 10) + 1,
  };
}

/** Orders dates: negative when `a` is before `b`, 0 for the same day. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** Writes `2014-11-01`. */
export function isoDate(date: CivilDate): string {
  return `${String(date.year).padStart(4, "0")}-${twoFigures(date.month)}-${twoFigures(date.day)}`;
}

/** A local date and time, which a shell gives because the core has no clock. Months count from 0. */
interface LocalMoment {
  getFullYear(): number;
  getMonth(): number;
  getDate(): number;
  getHours(): number;
  getMinutes(): number;
  getSeconds(): number;
}

/** Writes a local date and time for the Journal, `2014-11-25 14:03:59`. */
export function civilTime(moment: LocalMoment): string {
  const date = { year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() };
  const clock = [moment.getHours(), moment.getMinutes(), moment.getSeconds()];
  return `${isoDate(date)} ${clock.map(twoFigures).join(":")}`;
}

function twoFigures(value: number): string {
  return String(value).padStart(2, "0");
}

/** Writes `01/11/2014`. */
export function frenchDate(date: CivilDate): string {
  return `${twoFigures(date.day)}/${twoFigures(date.month)}/${date.year}`;
}

/** Writes `2014-11-01` as `01/11/2014`; returns any other text unchanged. */
export function frenchDay(iso: string): string {
  const day = parseIsoDate(iso);
  return day === null ? iso : frenchDate(day);
}

const time = String.raw`(?:[ T]\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d+)?Z?)?`;
const inFigures = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${time}$`);
const yearFirst = new RegExp(String.raw`^(\d{4})([/-])(\d{1,2})\2(\d{1,2})${time}$`);
const inWords = new RegExp(
  String.raw`^(?:le )?(\d{1,2})(?:er)? (${monthWords})\.? (\d{4}|\d{2})(?: (?:a )?\d{1,2}[:h]\d{2}(?::\d{2})?)?$`,
);

/**
 * Reads a date as people write it, in digits or in words, with or without a time: `01/11/2014`, `1.11.14`,
 * `2014-11-01`, « 1er nov. 2014 »; null for anything else. (decisions §4)
 */
export function parseWrittenDate(text: string): CivilDate | null {
  const written = text.replace(/\s+/g, " ").trim();
  const day = inFigures.exec(written);
  if (day !== null) return civilDate(fullYear(day[4]!), Number(day[3]), Number(day[1]));
  const ordered = yearFirst.exec(written);
  if (ordered !== null) return civilDate(Number(ordered[1]), Number(ordered[3]), Number(ordered[4]));
  const worded = inWords.exec(fold(written));
  return worded === null ? null : civilDate(fullYear(worded[3]!), monthOf(worded[2]!), Number(worded[1]));
}

/** Returns the date of a cell: an Excel date of this century, or a date written in text; null for anything else. */
export function dateOfCell(cell: Cell, date1904: boolean): CivilDate | null {
  if (typeof cell === "string") return parseWrittenDate(cell);
  if (typeof cell !== "number") return null;
  const serial = Math.floor(cell) + (date1904 ? shift1904 : 0);
  return serial >= firstSerial && serial <= lastSerial ? fromSerial(serial) : null;
}

/** Reads a date written as `2014-11-01`; null for any other text. */
export function parseIsoDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}
