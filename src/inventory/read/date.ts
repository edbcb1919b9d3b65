import type { Cell } from "../../cells";
import { civilDate, fold, memoByText, toSerial, monthNames, shift1904 } from "../../cells";

/** Serial for a blank date. */
export const blankDate = -1;

const first = 36526;
const last = 73050;
/** The same cut short, with or without a full stop. */
const short: readonly (readonly string[])[] = [
  ["jan", "janv"],
  ["fev", "fevr"],
  ["mar"],
  ["avr"],
  [],
  [],
  ["juil", "juill"],
  [],
  ["sep", "sept"],
  ["oct"],
  ["nov"],
  ["dec"],
];
const monthOf = new Map(
  monthNames.flatMap((month, at) => [month, ...short[at]!].map((name) => [name, at + 1] as const)),
);
const noDate = new Set(["", "-", "–", "—", "/", "néant", "neant", "sans objet", "s.o."]);
const time = String.raw`(?:[ T]\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d+)?Z?)?`;
const french = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${time}$`);
const iso = new RegExp(String.raw`^(\d{4})([/-])(\d{1,2})\2(\d{1,2})${time}$`);
const inWords = new RegExp(
  String.raw`^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4}|\d{2})(?: (?:a )?\d{1,2}[:h]\d{2}(?::\d{2})?)?$`,
);

function inRange(serial: number): number {
  return serial >= first && serial <= last ? serial : Number.NaN;
}

/** Two digits as Excel takes them: from 30 on, the last century, which no inventory date is in. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 30 ? `20${year}` : `19${year}`;
}

function readText(raw: string): number {
  const text = raw.replace(/[\s\u00a0\u202f]+/g, " ").trim();
  if (noDate.has(text.toLowerCase())) return blankDate;
  let parts: [string, string, string] | null = null;
  const day = french.exec(text);
  if (day !== null) parts = [fullYear(day[4]!), day[3]!, day[1]!];
  const ordered = iso.exec(text);
  if (ordered !== null) parts = [ordered[1]!, ordered[3]!, ordered[4]!];
  const worded = inWords.exec(fold(text));
  const month = worded === null ? undefined : monthOf.get(worded[2]!);
  if (worded !== null && month !== undefined) parts = [fullYear(worded[3]!), String(month), worded[1]!];
  if (parts === null) return Number.NaN;
  const date = civilDate(Number(parts[0]), Number(parts[1]), Number(parts[2]));
  return date === null ? Number.NaN : inRange(toSerial(date));
}

const readTextOnce = memoByText(readText);

/**
 * The day of a cell as a serial of the 1900 system, `blankDate` where there is none, NaN where it cannot be read: a serial
 * from 36526 to 73050 in the workbook's own system, or a date in one of the writings of decisions §4.
 */
export function readDate(cell: Cell, date1904: boolean): number {
  if (cell === null) return blankDate;
  if (typeof cell === "number") return inRange(Math.floor(cell) + (date1904 ? shift1904 : 0));
  return typeof cell === "string" ? readTextOnce(cell) : Number.NaN;
}
