import { fold, isBlank, isBlankRow, type SheetCells } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import type { Column, Region, Span } from "../table";
import { headerText, structuralRole, type ReadLabel } from "../words/headings";
import { parseQuantity } from "../words/values";
import { readAcrossColumns } from "./across-columns";
import { holdsAnything } from "./column-statistics";
import { withoutAfterword, type BodyEnd } from "./table-body";

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
  const header = headerOver(sheet, region, labels, Math.min(region.right, width - 1), readLabel);
  return header === null ? null : acrossUnder(sheet, header, region, readLabel, directory);
}

/** The table under a header that names schools across; null where it names none. */
export function acrossUnder(
  sheet: SheetCells,
  header: AcrossHeader,
  region: Region,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): AcrossTable | null {
  const { labelColumn, bodyTop: top } = header;
  const read = readAcrossColumns(sheet, header, readLabel, directory);
  const end = bodyEnd(sheet, header, region, spanOf(read, labelColumn), readLabel);
  const columns = read.filter((column) => !heldByTexts(sheet, column, top, end.bottom));
  if (!columns.some((column) => column.school !== null)) return null;
  const span = spanOf(columns, labelColumn);
  const body = { sheet, columns, span, top, ...end, directory, readLabel };
  return {
    labelColumn,
    headerTop: header.top,
    bodyTop: top,
    bodyBottom: withoutAfterword(body),
    ...span,
    columns: columns.filter((column) => column.index >= span.left && column.index <= span.right),
  };
}

/** The columns from the first to the last of prestations and schools, and what stands right beside them: natures, totals. */
function spanOf(columns: readonly Column[], labelColumn: number): Span {
  const schools = columns.filter((column) => column.school !== null || column.role.kind === "nature");
  const indexes = [labelColumn, ...schools.map((column) => column.index)];
  let right = Math.max(...indexes);
  while (columns.some(({ index }) => index === right + 1)) right += 1;
  return { left: Math.min(...indexes), right };
}

/** The last row before another block; a region that ends above the sheet's last row has another table below. */
function bodyEnd(
  sheet: SheetCells,
  { labelColumn, bodyTop }: AcrossHeader,
  region: Region,
  span: Span,
  readLabel: ReadLabel,
): BodyEnd {
  let bottom = bodyTop;
  for (let row = bodyTop + 1; row <= region.bottom; row += 1) {
    if (startsBlock(sheet, row, labelColumn, span, readLabel)) return { bottom, isFollowed: true };
    if (!isBlankRow(sheet.rows[row] ?? [], span.left, span.right)) bottom = row;
  }
  return { bottom, isFollowed: region.bottom < sheet.rows.length - 1 };
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
  const role = typeof label === "string" ? structuralRole(label)?.role : undefined;
  if (role === "label" || role === "commune" || role === "school") return true;
  for (let column = left; column <= right; column += 1) if (typeof cells[column] === "number") return false;
  return typeof label === "string" && /^(commune|ville|mairie) d/.test(fold(label));
}

/** Beyond a blank column, texts under a name and not one quantity are a legend's: no school is named above them. */
function heldByTexts(sheet: SheetCells, column: Column, top: number, bottom: number): boolean {
  if (column.school === null || holdsAnything(sheet, column.index - 1, top, bottom)) return false;
  let texts = 0;
  for (let row = top; row <= bottom; row += 1) {
    const cell = sheet.rows[row]?.[column.index] ?? null;
    if (isBlank(cell)) continue;
    if (typeof cell !== "string" || parseQuantity(cell).kind !== "bad") return false;
    texts += 1;
  }
  return texts > 0;
}

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
function headerOver(
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

/** Such a table is looked for in the first rows of a region only: prestations are few. */
const depth = 400;
/** At least so many different prestations down make it one. */
const fewest = 3;

/** The prestation or equipment that a cell names, by its code or its words; null where it names none. */
export function labelOf(sheet: SheetCells, row: number, column: number, readLabel: ReadLabel): string | null {
  const cell = sheet.rows[row]?.[column];
  if (typeof cell !== "string" || cell.trim() === "") return null;
  const { label } = readLabel(cell);
  return label.kind === "none" ? null : label.kind === "prestation" ? label.code : label.words;
}

/** A column of prestations, and where they start. */
interface Labels {
  readonly column: number;
  readonly top: number;
  readonly count: number;
}

/** The columns of a region that hold enough different prestations down, from left to right. */
function labelColumns(sheet: SheetCells, region: Region, readLabel: ReadLabel): Labels[] {
  const found: Labels[] = [];
  const bottom = Math.min(region.bottom, region.top + depth);
  const width = sheet.rows.slice(region.top, bottom + 1).reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let column = region.left; column <= Math.min(region.right, width - 1); column += 1) {
    const codes = new Set<string>();
    let top = -1;
    for (let row = region.top; row <= bottom; row += 1) {
      const label = labelOf(sheet, row, column, readLabel);
      if (label === null) continue;
      if (structuralRole(String(sheet.rows[row]![column])) !== null) continue;
      if (codes.has(label) && codes.size >= fewest) break;
      if (top < 0) top = row;
      codes.add(label);
    }
    if (codes.size >= fewest) found.push({ column, top, count: codes.size });
  }
  return found;
}

/** The column with the most different prestations, and the part of the region that no other column of prestations heads. */
function findLabels(
  sheet: SheetCells,
  region: Region,
  readLabel: ReadLabel,
): { readonly labels: Labels; readonly region: Region } | null {
  const columns = labelColumns(sheet, region, readLabel);
  if (columns.length === 0) return null;
  const labels = columns.reduce((best, each) => (each.count > best.count ? each : best));
  let { left, right } = region;
  for (const { column, top } of columns) {
    const gaps = gapsBetween(sheet, Math.min(top, labels.top), column, labels.column);
    if (gaps.length === 0) continue;
    if (column > labels.column) right = Math.min(right, gaps.at(-1)!);
    else left = Math.max(left, gaps.at(-1)!);
  }
  return { labels, region: { ...region, left, right } };
}

/** The first row below the prestations that a region begins with, blank rows passed over; null where it has none. */
export function belowLabels(sheet: SheetCells, region: Region, readLabel: ReadLabel): number | null {
  const found = findLabels(sheet, region, readLabel);
  if (found === null) return null;
  const { column, top } = found.labels;
  let row = top + 1;
  while (
    row <= region.bottom &&
    (labelOf(sheet, row, column, readLabel) !== null || isBlank(sheet.rows[row]?.[column] ?? null))
  )
    row += 1;
  return row;
}

/** The blank columns between two, from a row down. */
function gapsBetween(sheet: SheetCells, top: number, one: number, other: number): number[] {
  const gaps: number[] = [];
  for (let column = Math.min(one, other) + 1; column < Math.max(one, other); column += 1)
    if (!holdsAnything(sheet, column, top, Math.min(sheet.rows.length - 1, top + depth))) gaps.push(column);
  return gaps;
}
