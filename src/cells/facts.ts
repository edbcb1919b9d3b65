import type { SheetCells } from "./cell";
import type { PlaceSet } from "./places";

/** What is known of a sheet's cells beyond their values. What a format cannot tell (a .csv has none) is empty. */
export interface CellFacts {
  /** Numbers shown as a date or a time: their value is the number as stored. */
  readonly dates: PlaceSet;
  /** Numbers shown as an amount of money (€, EUR, $, £, F…). */
  readonly money: PlaceSet;
  /** Formulas that give a number, or have no result. */
  readonly formulas: PlaceSet;
  /** Formulas of which the file holds no result: their cell is blank among the rows, and is not. */
  readonly withoutResult: PlaceSet;
  /** What adds up: those of these formulas that call SUM, SUBTOTAL or AGGREGATE, as a file writes them (`SUM(E4:E9)`), by `placeKey`. */
  readonly sums: ReadonlyMap<number, string>;
  /** Numbers written in struck-through characters. */
  readonly struck: PlaceSet;
  /** Rows that a filter hides, zero-based. */
  readonly filteredRows: ReadonlySet<number>;
}

/** A zero-based place as one number: no sheet has more than 16,384 columns. */
export function placeKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** The formulas that tell a total, by the functions that they call. */
export function isSum(formula: string): boolean {
  return /\b(?:SUM|SUBTOTAL|AGGREGATE)\(/i.test(formula);
}

/** Whether the number of a cell is shown as a date or a time. */
export function isShownAsDate(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.dates.has(row, column) ?? false;
}

/** Whether the number of a cell is shown as money. */
export function isShownAsMoney(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.money.has(row, column) ?? false;
}

/** Whether a cell holds a formula that gives a number, or has no result. */
export function isFormula(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.formulas.has(row, column) ?? false;
}

/** Whether a cell, blank among the rows, holds a formula without a result. */
export function lacksResult(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.withoutResult.has(row, column) ?? false;
}

/** The formula of a cell that adds others up, without its `=`; null for any other cell. */
export function sumAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.sums.get(placeKey(row, column)) ?? null;
}

/** Whether the number of a cell is struck through. */
export function isStruck(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.struck.has(row, column) ?? false;
}

/** Whether a filter hides a row. */
export function isFilteredOut(sheet: SheetCells, row: number): boolean {
  return sheet.facts?.filteredRows.has(row) ?? false;
}
