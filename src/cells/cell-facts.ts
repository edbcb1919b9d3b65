import { placeKey, sheetEnd, type SheetCells } from "./cell";

/** Returns whether a formula adds values up, by the functions that it calls. */
export function isSum(formula: string): boolean {
  return /\b(?:SUM|SUBTOTAL|AGGREGATE)\(/i.test(formula);
}

/** Returns whether the number of a cell is shown as a date or a time. */
export function isShownAsDate(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.dates.has(row, column) ?? false;
}

/** Returns whether the number of a cell is shown as an amount of money. */
export function isShownAsMoney(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.money.has(row, column) ?? false;
}

/**
 * Returns a number with the words that its format writes around it, « 2 (prévu) », in brackets when its colour hides
 * it; null when its format writes no words.
 */
export function shownAmong(sheet: SheetCells, row: number, column: number, number: number): string | null {
  const words = sheet.facts?.among?.get(placeKey(row, column)) ?? (isUnseen(sheet, row, column) ? "(#)" : null);
  return words?.replace("#", String(number)) ?? null;
}

/** Returns whether a cell, null among the rows, contains a formula without a cached result. */
export function lacksResult(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.withoutResult.has(row, column) ?? false;
}

/** Returns the formula of a cell that adds values up, without its `=`; null for any other cell. */
export function sumAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.sums.get(placeKey(row, column)) ?? null;
}

/** Returns whether the whole content of a cell is struck through. */
export function isStruck(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.struck.has(row, column) ?? false;
}

/** Returns whether the content of a cell is partly struck through. */
export function isPartlyStruck(sheet: SheetCells, row: number, column: number): boolean {
  return sheet.facts?.partlyStruck?.has(row, column) ?? false;
}

/** Returns whether a filter hides a row. */
export function isFilteredOut(sheet: SheetCells, row: number): boolean {
  return sheet.facts?.filteredRows.has(row) ?? false;
}

/** Returns the comment of a cell, followed by its replies; null when it has none, or when comments are unknown. */
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

/** Returns the fill colour, RRGGBB, of a cell that is not blank; null when it has none or is unknown. */
export function fillAt(sheet: SheetCells, row: number, column: number): string | null {
  return sheet.facts?.fills?.at(row, column) ?? null;
}

/** Returns the font colour, RRGGBB, of a cell that is not blank; null when it is black, white or unknown. */
export function fontColourAt(sheet: SheetCells, row: number, column: number): string | null {
  const colour = sheet.facts?.fonts?.at(row, column) ?? null;
  return colour === white ? null : colour;
}

const white = "FFFFFF";

/** Returns whether a cell that is not blank is written in the colour of its ground, white on white most often. */
function isUnseen({ facts }: SheetCells, row: number, column: number): boolean {
  const colour = facts?.fonts?.at(row, column) ?? null;
  return colour !== null && facts?.fills !== undefined && colour === (facts.fills.at(row, column) ?? white);
}
