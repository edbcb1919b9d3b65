import type { SheetCells } from "../../cells";
import { fold, isBlank, isBlankRow } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { readQuantity } from "../read/quantity";
import type { Column } from "../table";
import { withoutAfterword } from "./afterword";
import type { BodyEnd } from "./body";
import type { ReadLabel } from "./header-cells";
import { headerText } from "./header-cells";
import { readAcrossColumns } from "./across-columns";
import { findLabels, labelOf } from "./label-columns";
import type { Labels } from "./label-columns";
import type { Region, Span } from "./region";
import { structuralRole } from "./roles";
import { holdsAnything } from "./vote";

/** A table with prestations down and schools across. */
export interface AcrossTable {
  readonly labelColumn: number;
  readonly headerTop: number;
  readonly bodyTop: number;
  readonly bodyBottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly Column[];
}

/** A row that starts another block: names across where quantities were expected, and no prestation. */
function startsBlock(
  sheet: SheetCells,
  row: number,
  labelColumn: number,
  { left, right }: Span,
  readLabel: ReadLabel,
): boolean {
  if (labelOf(sheet, row, labelColumn, readLabel) !== null) return false;
  const cells = sheet.rows[row] ?? [];
  const label = cells[labelColumn];
  if (typeof label === "string" && structuralRole(label)?.role === "label") return true;
  for (let column = left; column <= right; column += 1) if (typeof cells[column] === "number") return false;
  return typeof label === "string" && /^(commune|ville|mairie) d/.test(fold(label));
}

/** The rows that name the schools, over the first prestation: blank rows between them and it are passed over. */
function headerRows(
  sheet: SheetCells,
  region: Region,
  labels: { column: number; top: number },
  limit: number,
): { top: number; bottom: number } | null {
  const blank = (row: number): boolean => {
    const cells = sheet.rows[row] ?? [];
    for (let column = region.left; column <= limit; column += 1)
      if (column !== labels.column && headerText(cells[column] ?? null) !== null) return false;
    return true;
  };
  let bottom = labels.top - 1;
  while (bottom > region.top && labels.top - bottom < 3 && blank(bottom)) bottom -= 1;
  if (bottom < region.top || blank(bottom)) return null;
  let top = bottom;
  while (top > region.top && bottom - top < 3 && !blank(top - 1) && !isTitleRow(sheet, top - 1, region.left, limit))
    top -= 1;
  return { top, bottom };
}

/** A row with a single text, in the first column: a title, not names of schools. */
function isTitleRow(sheet: SheetCells, row: number, left: number, right: number): boolean {
  const cells = sheet.rows[row] ?? [];
  const filled = cells.slice(left, right + 1).filter((cell) => cell !== null && cell !== "").length;
  return filled === 1 && typeof cells[left] === "string";
}

/** Finds the first table of a region with prestations down and schools across, or null. */
export function findAcross(
  sheet: SheetCells,
  within: Region,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): AcrossTable | null {
  const found = findLabels(sheet, within, readLabel);
  if (found === null) return null;
  const { labels, region } = found;
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const limit = Math.min(region.right, width - 1);
  const rows = headerRows(sheet, region, labels, limit);
  if (rows === null) return null;
  const header = { ...rows, left: region.left, right: limit, labelColumn: labels.column };
  const read = readAcrossColumns(sheet, header, readLabel, directory);
  const end = bodyEnd(sheet, labels, region, spanOf(read, labels), readLabel);
  const columns = read.filter((column) => !heldByTexts(sheet, column, labels.top, end.bottom));
  if (!columns.some((column) => column.school !== null)) return null;
  const span = spanOf(columns, labels);
  const body = { sheet, columns, span, top: labels.top, ...end, directory, readLabel };
  return {
    labelColumn: labels.column,
    headerTop: rows.top,
    bodyTop: labels.top,
    bodyBottom: withoutAfterword(body),
    ...span,
    columns: columns.filter((column) => column.index >= span.left && column.index <= span.right),
  };
}

/** The columns from the first to the last of prestations and schools. */
function spanOf(columns: readonly Column[], labels: Labels): Span {
  const schools = columns.filter((column) => column.school !== null);
  const indexes = [labels.column, ...schools.map((column) => column.index)];
  return { left: Math.min(...indexes), right: Math.max(...indexes) };
}

/** The last row before another block; a region that ends above the sheet's last row has another table below. */
function bodyEnd(sheet: SheetCells, labels: Labels, region: Region, span: Span, readLabel: ReadLabel): BodyEnd {
  let bottom = labels.top;
  for (let row = labels.top + 1; row <= region.bottom; row += 1) {
    if (startsBlock(sheet, row, labels.column, span, readLabel)) return { bottom, isFollowed: true };
    if (!isBlankRow(sheet.rows[row] ?? [], span.left, span.right)) bottom = row;
  }
  return { bottom, isFollowed: region.bottom < sheet.rows.length - 1 };
}

/** Beyond a blank column, texts under a name and not one quantity are a legend's: no school is named above them. */
function heldByTexts(sheet: SheetCells, column: Column, top: number, bottom: number): boolean {
  if (column.school === null || holdsAnything(sheet, column.index - 1, top, bottom)) return false;
  let texts = 0;
  for (let row = top; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[column.index] ?? null;
    if (isBlank(cell)) continue;
    if (typeof cell !== "string" || readQuantity(cell).kind !== "bad") return false;
    texts += 1;
  }
  return texts > 0;
}
