import type { SheetCells } from "../../cells";
import { fold, isBlankRow } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import type { Column } from "../table";
import type { ReadLabel } from "./header-cells";
import { headerText } from "./header-cells";
import { readAcrossColumns } from "./across-columns";
import type { Region } from "./region";
import { structuralRole } from "./roles";

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

/** Such a table is looked for in the first rows of a region only: prestations are few. */
const depth = 400;
/** At least so many different prestations down make it one. */
const fewest = 3;

function labelOf(sheet: SheetCells, row: number, column: number, readLabel: ReadLabel): string | null {
  const cell = sheet.rows[row]?.[column];
  if (typeof cell !== "string" || cell.trim() === "") return null;
  const { label } = readLabel(cell);
  return label.kind === "none" ? null : label.kind === "prestation" ? label.code : label.words;
}

/** The column with the most different prestations down, and where they start. */
function findLabels(sheet: SheetCells, region: Region, readLabel: ReadLabel): { column: number; top: number } | null {
  let best: { column: number; top: number; count: number } | null = null;
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
    if (codes.size >= fewest && (best === null || codes.size > best.count)) best = { column, top, count: codes.size };
  }
  return best;
}

/** A row that starts another block: names across where quantities were expected, and no prestation. */
function startsBlock(
  sheet: SheetCells,
  row: number,
  labelColumn: number,
  left: number,
  right: number,
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
  while (top > region.top && bottom - top < 3 && !blank(top - 1) && !isTitleRow(sheet, top - 1, region.left)) top -= 1;
  return { top, bottom };
}

/** A row with a single text, in the first column: a title, not names of schools. */
function isTitleRow(sheet: SheetCells, row: number, left: number): boolean {
  const cells = sheet.rows[row] ?? [];
  const filled = cells.filter((cell) => cell !== null && cell !== "").length;
  return filled === 1 && typeof cells[left] === "string";
}

/** Finds the first table of a region with prestations down and schools across, or null. */
export function findAcross(
  sheet: SheetCells,
  region: Region,
  readLabel: ReadLabel,
  directory: CommuneDirectory,
): AcrossTable | null {
  const labels = findLabels(sheet, region, readLabel);
  if (labels === null) return null;
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const limit = Math.min(region.right, width - 1);
  const rows = headerRows(sheet, region, labels, limit);
  if (rows === null) return null;
  const header = { ...rows, left: region.left, right: limit, labelColumn: labels.column };
  const columns = readAcrossColumns(sheet, header, readLabel, directory);
  const schools = columns.filter((column) => column.school !== null);
  if (schools.length === 0) return null;
  const indexes = [labels.column, ...schools.map((column) => column.index)];
  const [left, right] = [Math.min(...indexes), Math.max(...indexes)];
  let bodyBottom = labels.top;
  for (let row = labels.top + 1; row <= region.bottom; row += 1) {
    if (startsBlock(sheet, row, labels.column, left, right, readLabel)) break;
    if (!isBlankRow(sheet.rows[row] ?? [], left, right)) bodyBottom = row;
  }
  return {
    labelColumn: labels.column,
    headerTop: rows.top,
    bodyTop: labels.top,
    bodyBottom,
    left,
    right,
    columns: columns.filter((column) => column.index >= left && column.index <= right),
  };
}
