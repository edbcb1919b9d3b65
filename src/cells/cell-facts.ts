import { placeKey, type SheetCells } from "./cell";
import type { ReadonlyCellSet } from "./cell-sets";

/** What is known of a sheet's cells beyond their values. What a format cannot tell (a .csv has none) is empty. */
export interface CellFacts {
  /** Numbers shown as a date or a time: their value is the number as stored. */
  readonly dates: ReadonlyCellSet;
  /** Numbers shown as an amount of money (€, EUR, $, £, F…). */
  readonly money: ReadonlyCellSet;
  /** Formulas of which the file holds no result: their cell is blank among the rows, and is not. */
  readonly withoutResult: ReadonlyCellSet;
  /**
   * What adds up: formulas that call SUM, SUBTOTAL or AGGREGATE and give a number or have no result, as a file writes
   * them (`SUM(E4:E9)`), by `placeKey`.
   */
  readonly sums: ReadonlyMap<number, string>;
  /** Numbers written in struck-through characters. */
  readonly struck: ReadonlyCellSet;
  /** Rows that a filter hides, zero-based. */
  readonly filteredRows: ReadonlySet<number>;
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

/** Returns whether a cell, blank among the rows, holds a formula without a result. */
export function lacksResult(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.withoutResult.has(row, column) ?? false;
}

/** Returns the formula of a cell that adds others up, without its `=`; null for any other cell. */
export function sumAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.sums.get(placeKey(row, column)) ?? null;
}

/** Returns whether the number of a cell is struck through. */
export function isStruck(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.struck.has(row, column) ?? false;
}

/** Returns whether a filter hides a row. */
export function isFilteredOut(sheet: SheetCells, row: number): boolean {
  return sheet.facts?.filteredRows.has(row) ?? false;
}
