import type { SheetCells } from "../../cells";
import { fold, isBlank, isBlankRow } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { readQuantity } from "../read/quantity";
import type { Column } from "../table";
import { readAcrossColumns } from "./across-columns";
import { headerOver } from "./across-header";
import type { AcrossHeader } from "./across-header";
import { withoutAfterword } from "./afterword";
import type { BodyEnd } from "./body";
import type { ReadLabel } from "./header-cells";
import { findLabels, labelOf } from "./label-columns";
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
    if (typeof cell !== "string" || readQuantity(cell).kind !== "bad") return false;
    texts += 1;
  }
  return texts > 0;
}
