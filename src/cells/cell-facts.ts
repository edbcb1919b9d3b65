import { placeKey, sheetEnd, type SheetCells } from "./cell";
import type { ReadonlyCellColours, ReadonlyCellSet } from "./cell-sets";

/** What is known of a sheet's cells beyond their values. What a format cannot tell (a .csv has none) is empty. */
export interface CellFacts {
  /** Numbers shown as a date or a time: their value is the number as stored. */
  readonly dates: ReadonlyCellSet;
  /** Numbers shown as an amount of money (€, EUR, $, £, F…). */
  readonly money: ReadonlyCellSet;
  /** What the formats of numbers show around them, `#` in the place of the number, by `placeKey`: « (#) », « # (prévu) ». */
  readonly among?: ReadonlyMap<number, string>;
  /** Formulas of which the file holds no result: their cell is blank among the rows, and is not. */
  readonly withoutResult: ReadonlyCellSet;
  /**
   * What adds up: formulas that call SUM, SUBTOTAL or AGGREGATE and give a number or have no result, as a file writes
   * them (`SUM(E4:E9)`), by `placeKey`.
   */
  readonly sums: ReadonlyMap<number, string>;
  /** Cells that hold something, written in struck-through characters from the first to the last. */
  readonly struck: ReadonlyCellSet;
  /** Those of which some characters are struck through or superscripts, and others are not: « 98 » whose 9 is, « 5² ». */
  readonly partlyStruck?: ReadonlyCellSet;
  /** Rows that a filter hides, zero-based. */
  readonly filteredRows: ReadonlySet<number>;
  /**
   * What the comments of cells say, by `placeKey`: classic notes, and threads, whose replies follow below. The name of whoever
   * wrote is left out where it can be told apart. A blank cell may have one, and so may a cell beyond the rows.
   *
   * Absent where nobody could tell: Excel is not asked for more than 1,000, and may fail at them. One before ExcelApi 1.18 (2021
   * among them) tells threads, and no notes.
   */
  readonly comments?: ReadonlyMap<number, string>;
  /**
   * Fill colours of the cells that hold something: their own, or that of their row or column. White is none, and so are
   * gradients; a hatched cell has the colour behind its lines. What a conditional format or the style of a native table shows
   * is not computed.
   *
   * Absent where nobody could tell: Excel is not asked about more than 20,000 rows or cells that differ from those beside them
   * (`office/mark-search`).
   */
  readonly fills?: ReadonlyCellColours;
  /**
   * Font colours of the same cells, told as fills are. Black and white are none, and neither are colours of some of the
   * characters of a cell alone.
   */
  readonly fonts?: ReadonlyCellColours;
}

/** Returns whether a formula adds up, by the functions that it calls. */
export function isSum(formula: string): boolean {
  return /\b(?:SUM|SUBTOTAL|AGGREGATE)\(/i.test(formula);
}

/** Returns whether the number of a cell is shown as a date or a time. */
export function isShownAsDate(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.dates.has(row, column) ?? false;
}

/** Returns whether the number of a cell is shown as money. */
export function isShownAsMoney(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.money.has(row, column) ?? false;
}

/** Returns a number as its cell shows it among words, « 2 (prévu) »; null where its format writes none. */
export function shownAmong(sheet: SheetCells, row: number, column: number, number: number): string | null {
  const words = sheet.facts?.among?.get(placeKey(row, column));
  return words === undefined ? null : words.replace("#", String(number));
}

/** Returns whether a cell, blank among the rows, holds a formula without a result. */
export function lacksResult(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.withoutResult.has(row, column) ?? false;
}

/** Returns the formula of a cell that adds others up, without its `=`; null for any other cell. */
export function sumAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.sums.get(placeKey(row, column)) ?? null;
}

/** Returns whether what a cell holds, a number or a text, is struck through. */
export function isStruck(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.struck.has(row, column) ?? false;
}

/** Returns whether some characters of what a cell holds are struck through, and others are not. */
export function isPartlyStruck(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.partlyStruck?.has(row, column) ?? false;
}

/** Returns whether a filter hides a row. */
export function isFilteredOut(sheet: SheetCells, row: number): boolean {
  return sheet.facts?.filteredRows.has(row) ?? false;
}

/** Returns what the comment of a cell says, its replies below it; null where it has none, or none is known. */
export function commentAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.comments?.get(placeKey(row, column)) ?? null;
}

/** Returns the comments of a sheet, zero-based, in reading order. */
export function commentsOf(sheet: SheetCells): { row: number; column: number; text: string }[] {
  const width = sheetEnd.column + 1;
  return [...(sheet.facts?.comments ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([key, text]) => ({ row: Math.floor(key / width), column: key % width, text }));
}

/** Returns the fill colour of a cell that holds something, RRGGBB; null where it has none of its own, or none is known. */
export function fillAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.fills?.at(row, column) ?? null;
}

/** Returns the font colour of a cell that holds something, RRGGBB; null where it is the default, or is not known. */
export function fontColourAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.fonts?.at(row, column) ?? null;
}
