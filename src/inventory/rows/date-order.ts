import { fromSerial, type Cell } from "../../cells";
import { blankDate, readDate } from "../texts/values";

/** A date in figures, followed by anything: `12/31/2013`. */
const inFigures = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s;

/** Returns a date in figures with its day and its month exchanged; null for any other cell. */
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

/**
 * The order of days and months in a column: a date that is only valid with the month first makes the other dates
 * doubtful. (decisions §4)
 */
export class DateOrder {
  private readonly doubts: { readonly texts: boolean; readonly typed: boolean };

  constructor(
    cells: readonly Cell[],
    private readonly date1904: boolean,
  ) {
    const different = [...new Set(cells)];
    const texts = different.filter((cell) => turnedRound(cell) !== null);
    const turned = texts.map(turnedRound);
    const isMonthFirst = texts.some((cell, at) => !isRead(cell, date1904) && isRead(turned[at]!, date1904));
    const isDayFirst = texts.some((cell, at) => isRead(cell, date1904) && !isRead(turned[at]!, date1904));
    // French Excel turns « 03/05/2014 » into a date, and leaves « 03/15/2014 » as a text.
    const typed = different.filter((cell) => typeof cell === "number" && isRead(cell, date1904));
    const isTypedSo = typed.length > 0 && typed.every((cell) => dayOf(readDate(cell, date1904)) <= mostMonths);
    this.doubts = { texts: isMonthFirst && !isDayFirst, typed: isMonthFirst && isTypedSo };
  }

  /**
   * Whether the cells with real dates may have been converted with the day and the month exchanged, which nothing in
   * the file can tell.
   */
  get doubtsTyped(): boolean {
    return this.doubts.typed;
  }

  /** Returns whether a cell may have its month first. */
  isDoubtful(cell: Cell): boolean {
    if (typeof cell === "number") return this.doubts.typed && isRead(cell, this.date1904);
    return this.doubts.texts && turnedRound(cell) !== null;
  }

  /** Reads a date in figures with its month first; returns a serial. */
  readMonthFirst(cell: Cell): number {
    return readDate(turnedRound(cell) ?? cell, this.date1904);
  }
}

const mostMonths = 12;
const dayOf = (serial: number): number => fromSerial(serial).day;
