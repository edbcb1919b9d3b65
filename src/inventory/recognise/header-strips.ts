import type { Cell, SheetCells } from "../../cells";
import { isBlank, isBlankRow } from "../../cells";
import type { Span } from "./region";

/** How many rows below a row are looked at to know whether a column between two of its cells is blank. */
const reach = 12;

/** True where a column is blank on a row and as far down as what stands left of it goes on: a blank column parts tables. */
function isGap(sheet: SheetCells, row: number, column: number, left: number): boolean {
  let begun = false;
  for (let below = row + 1; below <= row + reach && below < sheet.rows.length; below += 1) {
    const cells: readonly Cell[] = sheet.rows[below] ?? [];
    if (!isBlank(cells[column] ?? null)) return false;
    if (!isBlankRow(cells, left, column - 1)) begun = true;
    else if (begun) break;
  }
  return true;
}

/** The cells of a row, by strips of columns that blank columns part, from left to right. */
export function stripsOf(sheet: SheetCells, row: number, span: Span): Span[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const strips: { left: number; right: number }[] = [];
  let strip: { left: number; right: number } | null = null;
  for (let column = span.left; column <= Math.min(span.right, cells.length - 1); column += 1) {
    if (isBlank(cells[column] ?? null)) continue;
    if (strip === null || partsAt(sheet, row, strip, column)) strips.push((strip = { left: column, right: column }));
    else strip.right = column;
  }
  return strips;
}

function partsAt(sheet: SheetCells, row: number, strip: Span, next: number): boolean {
  for (let column = strip.right + 1; column < next; column += 1) if (isGap(sheet, row, column, strip.left)) return true;
  return false;
}
