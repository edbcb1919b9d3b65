import {
  isBlank,
  isShownAsDate,
  isShownAsMoney,
  mayBeYear,
  rowsBetweenPauses,
  type Cell,
  type SheetCells,
  type Steps,
} from "../../cells";
import { isUnknown, type Column, type Role } from "../column";
import type { BodyRows, Known, SheetContext } from "../table";
import { bareNumberRank } from "../texts/heading-roles";
import { pupilPart, saysOnlyNature } from "../texts/label-reading";
import { isDitto } from "../texts/ditto";
import { parseQuantity, readDate } from "../texts/values";

/** The statistics of an empty column of a body. */
const nothing = {
  /** Cells that are not blank. */
  filled: 0,
  numbers: 0,
  integers: 0,
  /** Numbers that are neither whole nor dates. */
  fractions: 0,
  /** Possible years, typed as numbers or texts, without a date format. */
  years: 0,
  /** The greatest of these years. */
  lastYear: Number.NEGATIVE_INFINITY,
  /** Numbers in a format of money. */
  money: 0,
  /** Numbers in a date format, and texts that are dates. */
  dates: 0,
  texts: 0,
  /** Cells that can be read as a quantity. */
  quantities: 0,
  /** Cells with a yes or a no: oui, x, non, n, 1, 0. */
  marks: 0,
  /** The marks that are letters. */
  words: 0,
};

export type ColumnStatistics = Readonly<typeof nothing>;

const year = /^(?:19|20)\d\d$/;

/** Returns the cells of a column of a body, blank in the rows that are not data. */
export function cellsDown({ sheet, bodyTop, bottom, asides }: BodyRows, column: number): Cell[] {
  const rows = sheet.rows.slice(bodyTop, bottom + 1);
  return rows.map((cells, row) => (asides?.has(bodyTop + row) === true ? null : (cells[column] ?? null)));
}

/** Returns the texts of a column of a body. */
export function textsDown(body: BodyRows, column: number): string[] {
  return cellsDown(body, column).filter((cell): cell is string => typeof cell === "string" && cell.trim() !== "");
}

/** Computes the statistics of a column over a whole body, repeated headers excluded. */
export function* statisticsOf(
  { sheet, date1904, bodyTop, bottom, asides }: BodyRows & Pick<SheetContext, "date1904">,
  column: number,
): Steps<ColumnStatistics> {
  const found = { ...nothing };
  const addYear = (value: number): void => {
    if (!mayBeYear(value)) return;
    found.years += 1;
    found.lastYear = Math.max(found.lastYear, value);
  };
  for (let row = bodyTop; row <= bottom; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    const cell = sheet.rows[row]?.[column] ?? null;
    if (cell === null || (typeof cell === "string" && cell.trim() === "") || asides?.has(row) === true) continue;
    found.filled += 1;
    const read = parseQuantity(cell);
    if (read.kind !== "bad") found.quantities += 1;
    if (read.kind === "mark") {
      found.marks += 1;
      found.words += 1;
    }
    if (typeof cell === "string") {
      found.texts += 1;
      if (read.kind === "bad" && !Number.isNaN(readDate(cell, date1904))) found.dates += 1;
      if (year.test(cell.trim())) addYear(Number(cell));
      continue;
    }
    if (typeof cell !== "number") continue;
    found.numbers += 1;
    if (cell === 0 || cell === 1) found.marks += 1;
    if (isShownAsMoney(sheet, row, column)) found.money += 1;
    if (isShownAsDate(sheet, row, column) && readDate(cell, date1904) > 0) found.dates += 1;
    else if (!Number.isInteger(cell)) found.fractions += 1;
    else {
      found.integers += 1;
      addYear(cell);
    }
  }
  return found;
}

/** Returns whether all the numbers of a column are years, `atLeast` of them. */
export function holdsYears(statistics: ColumnStatistics, atLeast: number): boolean {
  const { years, numbers, texts, dates, fractions, quantities } = statistics;
  if (years < atLeast || dates > 0 || fractions > 0) return false;
  return years >= numbers && quantities <= years && years * 2 >= numbers + texts;
}

/** Returns whether at least four filled cells in five hold dates, and none a year. */
export function holdsDates({ dates, filled, years }: ColumnStatistics): boolean {
  return dates > 0 && dates * 5 >= filled * 4 && years === 0;
}

/** Returns whether every filled cell holds a yes or a no. */
export function holdsMarks({ marks, filled }: ColumnStatistics): boolean {
  return filled > 0 && marks === filled;
}

/** Returns whether a column holds quantities in figures; the numbers of a CSV are texts. */
export function holdsQuantities({ quantities, words }: ColumnStatistics): boolean {
  return quantities > words;
}

/** The number of different texts examined. */
const sample = 200;

/** Returns the share of the text cells of a column, from 0 to 1, that pass a test; 0 without any text. */
function share(body: BodyRows, column: number, test: (text: string) => boolean): number {
  const counts = new Map<string, number>();
  for (const text of textsDown(body, column)) {
    const count = counts.get(text) ?? 0;
    if (count > 0 || (counts.size < sample && !isDitto(text))) counts.set(text, count + 1);
  }
  let [all, passing] = [0, 0];
  for (const [text, count] of counts) {
    all += count;
    if (test(text)) passing += count;
  }
  return all === 0 ? 0 : passing / all;
}

/** Returns the share of texts of a column that name a prestation or equipment. */
export function labelShare(body: BodyRows & Pick<Known, "readLabel">, column: number): number {
  return share(body, column, (text) => body.readLabel(text).label.kind !== "none");
}

/** Returns whether the first filled cells of a column are texts that are not quantities. */
export function beginsWithTexts({ sheet, bodyTop, bottom, asides }: BodyRows, column: number): boolean {
  const first: Cell[] = [];
  for (let row = bodyTop; row <= bottom && first.length < 3; row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (!isBlank(cell) && asides?.has(row) !== true) first.push(cell);
  }
  return first.length > 0 && first.every((cell) => typeof cell === "string" && parseQuantity(cell).kind === "bad");
}

/** Returns the share of texts of a column that are an installation or a maintenance, and nothing else. */
export function natureShare(body: BodyRows & Pick<Known, "readLabel">, column: number): number {
  return share(body, column, (text) => saysOnlyNature(body.readLabel(text)));
}

/** Returns the share of texts of a column that name a commune of the directory, member or not. */
export function communeShare(body: BodyRows & Pick<Known, "directory">, column: number): number {
  return share(body, column, (text) => body.directory.find(text).kind !== "unknown");
}

/** Returns the share of texts of a column that are a level of schools: maternelle, élémentaire, primaire. */
export function levelShare(body: BodyRows, column: number): number {
  return share(body, column, (text) => pupilPart(text) !== null || /^primaires?$/i.test(text.trim()));
}

/** Returns whether a column of a body has a number. */
export function holdsNumbers(body: BodyRows, column: number): boolean {
  return someDown(body, column, (cell) => typeof cell === "number");
}

/** Returns whether a column of a body has a filled cell. */
export function holdsAnything(body: BodyRows, column: number): boolean {
  return someDown(body, column, (cell) => (cell ?? "") !== "");
}

/** Returns whether a cell of a column of a body, repeated headers included, passes a test; stops at the first. */
function someDown({ sheet, bodyTop, bottom }: BodyRows, column: number, test: (cell: Cell) => boolean): boolean {
  for (let row = bodyTop; row <= bottom; row += 1) if (test(sheet.rows[row]?.[column] ?? null)) return true;
  return false;
}

/** Returns whether a column of a body has texts and no number. */
export function holdsTexts(body: BodyRows, column: number): boolean {
  return holdsAnything(body, column) && !holdsNumbers(body, column);
}

/** Returns whether a column of a body has texts without a figure, and zeros in place of blanks. */
export function holdsTextsAndZeros(body: BodyRows, column: number): boolean {
  const isOther = (cell: Cell): boolean => !isBlank(cell) && !isZero(cell) && !isWords(cell);
  return someDown(body, column, isZero) && textsDown(body, column).some(isWords) && !someDown(body, column, isOther);
}

const isZero = (cell: Cell): boolean => /^\s*0+(?:[.,]0+)?\s*$/.test(String(cell ?? ""));
const isWords = (cell: Cell): boolean =>
  typeof cell === "string" && parseQuantity(cell).kind === "bad" && /^[^\d]*\p{L}{2}[^\d]*$/u.test(cell);

/**
 * Returns the share of cells of a column that may be people's names: letters without digits; 0 with fewer than two
 * cells.
 */
export function nameShare(body: BodyRows, column: number): number {
  const filled = cellsDown(body, column).filter((cell) => (cell ?? "") !== "");
  const cells = filled.slice(0, sample);
  const names = cells.filter(
    (cell) => typeof cell === "string" && parseQuantity(cell).kind === "bad" && /^[^\d?]{4,}$/.test(cell.trim()),
  );
  return cells.length < 2 ? 0 : names.length / cells.length;
}

/** The most units of a prestation in a school: a greater number is a year, a code or an amount. */
export const mostCounted = 1500;
/** The least sum that proves a total: a smaller one may be a coincidence. */
export const leastTellingSum = 20;
/** The fewest consecutive numbers that make a numbering. */
const shortestNumbering = 3;

/**
 * Returns whether numbers without a known heading are certainly not quantities: dates, money, codes, years, 1, 2, 3…
 * (decisions §4)
 */
export function countsNothing(sheet: SheetCells, column: number, rows: readonly number[]): boolean {
  const values: number[] = [];
  for (const row of rows) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (isShownAsDate(sheet, row, column) || isShownAsMoney(sheet, row, column)) continue;
    const read = parseQuantity(cell);
    if (read.kind === "value" && read.value > 0) values.push(read.value);
    else if (typeof cell === "number" && cell > 0) values.push(cell);
  }
  const whole = values.filter((value) => Number.isInteger(value));
  // A few fractions among whole numbers may be mistyped quantities.
  if (whole.length * 2 < values.length) return true;
  if (values.every((value) => value > mostCounted)) return true;
  return values.length >= shortestNumbering && values.every((value, at) => value === at + 1);
}

/** Roles that no table of schools has. */
export const ofMachinesOnly: ReadonlySet<Role["kind"]> = new Set([
  "inventory-number",
  "serial-number",
  "date-in",
  "date-out",
  "entity",
  "status",
]);

/** Roles that only a list of machines has. */
const ofMachines: ReadonlySet<Role["kind"]> = new Set([...ofMachinesOnly, "location", "name"]);

/** Returns whether columns make a list of machines. */
export function isRegister(columns: readonly Column[]): boolean {
  return columns.some(({ role }) => ofMachines.has(role.kind));
}

/**
 * Returns whether each row is certainly one machine: a number or a name identifies it, or most rows repeat an earlier
 * one. (decisions §4)
 */
export function isOneMachineARow(columns: readonly Column[], body: BodyRows): boolean {
  const isSure = ({ role, rank, index }: Column): boolean =>
    (role.kind === "serial-number" ||
      role.kind === "name" ||
      (role.kind === "inventory-number" && rank < bareNumberRank)) &&
    holdsAnything(body, index);
  return columns.some(isSure) || (isRegister(columns) && repeatsRows(columns, body));
}

/** Roles whose blank cells take the value above: a school may be named once for all its machines. */
const filledDown: ReadonlySet<Role["kind"]> = new Set(["commune", "insee", "school", "entity", "location"]);

/** Returns whether at least half of the rows repeat an earlier one in all the columns that are understood. */
function repeatsRows(columns: readonly Column[], { sheet, bodyTop, bottom, asides }: BodyRows): boolean {
  const compared = columns.filter((column) => !isUnknown(column) && column.role.kind !== "inventory-number");
  let above: Cell[] = [];
  let count = 0;
  const different = new Set<string>();
  for (let row = bodyTop; row <= bottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    if (asides?.has(row) === true || cells.every(isBlank)) continue;
    above = compared.map(({ role, index }, at) => {
      const cell = cells[index] ?? null;
      return isBlank(cell) && filledDown.has(role.kind) ? (above[at] ?? null) : cell;
    });
    count += 1;
    different.add(JSON.stringify(above));
  }
  return different.size * 2 <= count;
}

/** Returns whether a column identifies machines by more than an « Id ». */
export function isSurelyRegister(columns: readonly Column[]): boolean {
  return isRegister(columns.filter(({ role, rank }) => role.kind !== "inventory-number" || rank < bareNumberRank));
}
