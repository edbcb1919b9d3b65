import { isShownAsDate, isShownAsMoney } from "../../cells";
import type { SheetCells } from "../../cells";
import { readDate } from "../read/date";
import { readQuantity } from "../read/quantity";

/** What the cells of one column hold, down a body. */
export interface ColumnStatistics {
  /** Cells that are not blank. */
  readonly filled: number;
  readonly numbers: number;
  readonly integers: number;
  /** Numbers that are neither whole nor dates. */
  readonly fractions: number;
  /** Whole numbers from 1990 to 2050, typed as numbers or as texts, that no format shows as dates. */
  readonly years: number;
  /** The least and the greatest of these years. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Numbers shown as amounts of money. */
  readonly money: number;
  /** Numbers shown as dates, and texts that are dates. */
  readonly dates: number;
  readonly texts: number;
  /** Cells that a quantity may be read in. */
  readonly quantities: number;
  /** Cells that say yes or no: oui, x, non, n, 1, 0. */
  readonly marks: number;
  /** Among them, those that are letters. */
  readonly words: number;
  readonly distinct: number;
  /** Each number is above the one before it. */
  readonly rising: boolean;
}

/** Beyond so many rows, a column is known. */
const most = 2000;

const firstYear = 1990;
const lastYear = 2050;
const year = /^(?:19|20)\d\d$/;
const earliest = 36526;
const latest = 73050;

/** The rows of a table below its header. */
export interface Body {
  readonly sheet: SheetCells;
  readonly bodyTop: number;
  readonly bodyBottom: number;
  /** Rows that repeat the header. */
  readonly asides?: ReadonlySet<number> | undefined;
}

/** What a column holds in a body, where the header does not come again. */
export function statisticsOf({ sheet, bodyTop, bodyBottom, asides }: Body, column: number): ColumnStatistics {
  const found = {
    filled: 0,
    numbers: 0,
    integers: 0,
    fractions: 0,
    years: 0,
    firstYear: Number.POSITIVE_INFINITY,
    lastYear: Number.NEGATIVE_INFINITY,
    money: 0,
    dates: 0,
    texts: 0,
    quantities: 0,
    marks: 0,
    words: 0,
    rising: true,
  };
  const distinct = new Set<unknown>();
  let last = Number.NEGATIVE_INFINITY;
  for (let row = bodyTop; row <= Math.min(bodyBottom, bodyTop + most); row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (cell === null || (typeof cell === "string" && cell.trim() === "") || asides?.has(row) === true) continue;
    found.filled += 1;
    distinct.add(typeof cell === "string" ? cell.trim() : cell);
    const read = readQuantity(cell);
    if (read.kind !== "bad") found.quantities += 1;
    if (read.kind === "mark") {
      found.marks += 1;
      found.words += 1;
    }
    if (typeof cell === "string") {
      found.texts += 1;
      if (read.kind === "bad" && readDate(cell, false) > 0) found.dates += 1;
      if (year.test(cell.trim())) addYear(found, Number(cell));
      continue;
    }
    if (typeof cell !== "number") continue;
    found.numbers += 1;
    if (cell === 0 || cell === 1) found.marks += 1;
    if (cell <= last) found.rising = false;
    last = cell;
    if (isShownAsMoney(sheet, row, column)) found.money += 1;
    if (isShownAsDate(sheet, row, column) && cell >= earliest && cell <= latest) found.dates += 1;
    else if (!Number.isInteger(cell)) found.fractions += 1;
    else {
      found.integers += 1;
      if (cell >= firstYear && cell <= lastYear) addYear(found, cell);
    }
  }
  return { ...found, distinct: distinct.size };
}

function addYear(found: { years: number; firstYear: number; lastYear: number }, value: number): void {
  if (value < firstYear || value > lastYear) return;
  found.years += 1;
  found.firstYear = Math.min(found.firstYear, value);
  found.lastYear = Math.max(found.lastYear, value);
}

/** A year in every cell that holds a number or a figure in letters; what the rest says in words matters not. */
export function holdsYears(statistics: ColumnStatistics, atLeast: number): boolean {
  const { years, numbers, texts, dates, fractions, quantities } = statistics;
  if (years < atLeast || dates > 0 || fractions > 0) return false;
  return years >= numbers && quantities <= years && years * 2 >= numbers + texts;
}

/** Dates in most of the cells that are filled. */
export function holdsDates({ dates, filled, years }: ColumnStatistics): boolean {
  return dates > 0 && dates * 5 >= filled * 4 && years === 0;
}

/** Yes or no in every cell that is filled. */
export function holdsMarks({ marks, filled }: ColumnStatistics): boolean {
  return filled > 0 && marks === filled;
}
