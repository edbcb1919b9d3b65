import type { SheetCells } from "../../cells";
import type { ReadLabel } from "./header-cells";
import { headerText } from "./header-cells";
import type { Labels } from "./label-columns";
import type { Region } from "./region";

/** The header of a table with schools across: its rows, its columns, and the one of labels among them. */
export interface AcrossHeader {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly labelColumn: number;
  /** Where the prestations begin, titles of sections included. */
  readonly bodyTop: number;
}

/** How far above the first prestation schools are named. */
const farthest = 8;

/** The rows that name the schools, over the first prestation: blank rows and titles between them and it are passed over. */
export function headerOver(
  sheet: SheetCells,
  region: Region,
  labels: Labels,
  right: number,
  readLabel: ReadLabel,
): AcrossHeader | null {
  const blank = (row: number): boolean => {
    const cells = sheet.rows[row] ?? [];
    for (let column = region.left; column <= right; column += 1)
      if (column !== labels.column && headerText(cells[column] ?? null) !== null) return false;
    return true;
  };
  let bottom = labels.top - 1;
  let bodyTop = labels.top;
  while (bottom > region.top && labels.top - bottom < 3 && blank(bottom)) {
    if (saysNature(sheet, bottom, labels.column, readLabel)) bodyTop = bottom;
    bottom -= 1;
  }
  if (bottom < region.top || blank(bottom)) return null;
  // « Nb enseignants | 3 | 5 », between the names and something else said of each school, is none of the header's levels.
  const isFact = (row: number): boolean =>
    blank(row) &&
    headerText(sheet.rows[row]?.[labels.column] ?? null) !== null &&
    sheet.rows[row]!.some((cell, column) => column !== labels.column && typeof cell === "number");
  let top = bottom;
  let levels = 1;
  const mayHead = (row: number): boolean => (levels <= 3 && !blank(row)) || (bottom - row <= farthest && isFact(row));
  while (top > region.top && mayHead(top - 1) && !isTitleRow(sheet, top - 1, region.left, right)) {
    top -= 1;
    if (!blank(top)) levels += 1;
  }
  while (top < bottom && blank(top)) top += 1;
  return { top, bottom, left: region.left, right, labelColumn: labels.column, bodyTop };
}

/** A row with a single text, in the first column: a title, not names of schools. */
function isTitleRow(sheet: SheetCells, row: number, left: number, right: number): boolean {
  const cells = sheet.rows[row] ?? [];
  const filled = cells.slice(left, right + 1).filter((cell) => cell !== null && cell !== "").length;
  return filled === 1 && typeof cells[left] === "string";
}

/** « INSTALLATION » over the first prestations is of the body: it says what they are billed for. */
function saysNature(sheet: SheetCells, row: number, column: number, readLabel: ReadLabel): boolean {
  const cell = sheet.rows[row]?.[column];
  return typeof cell === "string" && readLabel(cell).nature !== null;
}
