import { fromSerial, type Cell } from "../../cells";
import { blankDate, readDate } from "../texts/values";

/** `12/31/2013`, whatever follows: a day and a month in figures, in whatever order. */
const inFigures = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s;

/** Returns a date in figures with its day and its month changed round; null of any other cell. */
function turnedRound(cell: Cell): string | null {
  const found = typeof cell === "string" ? inFigures.exec(cell) : null;
  if (found === null) return null;
  const [, first, mark, second, year, rest] = found;
  return `${second}${mark}${first}${mark}${year}${rest}`;
}

const isRead = (cell: Cell, date1904: boolean): boolean => {
  const date = readDate(cell, date1904);
  return !Number.isNaN(date) && date !== blankDate;
};

/** The order of days and months in a column: one date readable with the month first alone makes all doubtful. (decisions §4) */
export class DateOrder {
  private readonly doubts: { readonly texts: boolean; readonly typed: boolean };

  constructor(
    cells: readonly Cell[],
    private readonly date1904: boolean,
  ) {
    const texts = cells.filter((cell) => turnedRound(cell) !== null);
    const turned = texts.map(turnedRound);
    const isMonthFirst = texts.some((cell, at) => !isRead(cell, date1904) && isRead(turned[at]!, date1904));
    const isDayFirst = texts.some((cell, at) => isRead(cell, date1904) && !isRead(turned[at]!, date1904));
    // Excel in French makes a date of « 03/05/2014 », and leaves « 03/15/2014 » as a text.
    const typed = cells.filter((cell) => typeof cell === "number" && isRead(cell, date1904));
    const isTypedSo = typed.length > 0 && typed.every((cell) => dayOf(readDate(cell, date1904)) <= mostMonths);
    this.doubts = { texts: isMonthFirst && !isDayFirst, typed: isMonthFirst && isTypedSo };
  }

  /** True where cells that are dates already may have been made so the wrong way round: nobody can tell but who knows. */
  get doubtsTyped(): boolean {
    return this.doubts.typed;
  }

  /** Returns whether a cell may be read with its month first. */
  isDoubtful(cell: Cell): boolean {
    if (typeof cell === "number") return this.doubts.typed && isRead(cell, this.date1904);
    return this.doubts.texts && turnedRound(cell) !== null;
  }

  /** Reads a date in figures with its month first. */
  readMonthFirst(cell: Cell): number {
    return readDate(turnedRound(cell) ?? cell, this.date1904);
  }
}

const mostMonths = 12;
const dayOf = (serial: number): number => fromSerial(serial).day;
