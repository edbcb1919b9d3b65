import type { SheetCells } from "../../cells";
import { isBlank } from "../../cells";
import type { ReadLabel } from "./header-cells";
import type { Region } from "./region";
import { structuralRole } from "./roles";
import { holdsAnything } from "./vote";

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
export interface Labels {
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
export function findLabels(
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
