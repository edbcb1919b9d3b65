import { filledIn, isBlank, widthOf, type Cell, type CellBlock } from "../../cells";
import type { Head, SheetContext, Written } from "../table";
import { holdsAnything } from "./column-statistics";
import { headerText, roleOf } from "../texts/header-word";
import { loneText, schoolIn } from "../texts/school-names";

/** The header of a table with schools across: its rows, its columns, and its column of prestations. */
export interface AcrossHeader extends CellBlock {
  readonly labelColumn: number;
  /** The row where the prestations begin, section titles included. */
  readonly bodyTop: number;
}

/**
 * The contents of a header row above the columns: natures or years, communes, schools, kinds of schools, or another
 * fact about each column.
 */
export type LevelKind = "nature" | "commune" | "school" | "kind" | "other";

/** A header row of a table with schools across. */
export interface Level {
  readonly row: number;
  readonly kind: LevelKind;
  /** The text at its left, which describes its names; empty when there is none. */
  readonly label: string;
  /** Its names, by column. */
  readonly names: ReadonlyMap<number, Written>;
}

/** The header of a table with schools across, with its columns and its levels. */
export interface AcrossTable extends AcrossHeader {
  readonly heads: readonly Head[];
  readonly levels: readonly Level[];
}

/** Number of rows of a region in which such a table is searched: prestations are few. */
const deepest = 400;
/** The fewest different prestations, one below the other, in such a table. */
const fewest = 3;
/** The most rows between the names of schools and the first prestation. */
const farthest = 8;

/** The longest label of a prestation, in characters; a longer text is prose. */
const longest = 200;

/** Returns the prestation or equipment in a cell, as a code or folded words; null when there is none. */
export function labelOf({ sheet, readLabel }: SheetContext, row: number, column: number): string | null {
  const cell = sheet.rows[row]?.[column];
  if (typeof cell !== "string" || cell.length > longest || cell.trim() === "") return null;
  const { label } = readLabel(cell);
  return label.kind === "none" ? null : label.kind === "prestation" ? label.code : label.words;
}

/** A column of prestations, with its first row. */
interface Labels {
  readonly column: number;
  readonly top: number;
  readonly count: number;
}

/** Returns the columns of a region with enough different prestations, from left to right. */
function labelColumns(context: SheetContext, region: CellBlock): Labels[] {
  const { rows } = context.sheet;
  const found: Labels[] = [];
  const bottom = Math.min(region.bottom, region.top + deepest);
  const width = widthOf(rows.slice(region.top, bottom + 1));
  for (let column = region.left; column <= Math.min(region.right, width - 1); column += 1) {
    const codes = new Set<string>();
    let top = -1;
    for (let row = region.top; row <= bottom; row += 1) {
      const label = labelOf(context, row, column);
      if (label === null || roleOf(String(rows[row]![column]), context.readLabel) !== null) continue;
      if (codes.has(label) && codes.size >= fewest) break;
      if (top < 0) top = row;
      codes.add(label);
    }
    if (codes.size >= fewest) found.push({ column, top, count: codes.size });
  }
  return found;
}

/**
 * Returns the column with the most prestations, and the region narrowed at the gaps that separate it from other such
 * columns; null when there is none.
 */
function findLabels(context: SheetContext, region: CellBlock): { labels: Labels; region: CellBlock } | null {
  const columns = labelColumns(context, region);
  if (columns.length === 0) return null;
  const labels = columns.reduce((best, each) => (each.count > best.count ? each : best));
  let { left, right } = region;
  for (const { column, top } of columns) {
    const gap = lastGap(context, Math.min(top, labels.top), column, labels.column);
    if (gap === undefined) continue;
    if (column > labels.column) right = Math.min(right, gap);
    else left = Math.max(left, gap);
  }
  return { labels, region: { ...region, left, right } };
}

/** Returns the rightmost blank column between two columns, from a row down; undefined when there is none. */
function lastGap({ sheet }: SheetContext, top: number, one: number, other: number): number | undefined {
  const body = { sheet, bodyTop: top, bottom: Math.min(sheet.rows.length - 1, top + deepest) };
  for (let column = Math.max(one, other) - 1; column > Math.min(one, other); column -= 1)
    if (!holdsAnything(body, column)) return column;
  return undefined;
}

/** Returns the first row below the first prestations of a region, blank rows skipped; null when it has none. */
export function belowLabels(context: SheetContext, region: CellBlock): number | null {
  const found = findLabels(context, region);
  if (found === null) return null;
  const { column, top } = found.labels;
  const goesOn = (row: number): boolean =>
    labelOf(context, row, column) !== null || isBlank(context.sheet.rows[row]?.[column] ?? null);
  let row = top + 1;
  while (row <= region.bottom && goesOn(row)) row += 1;
  return row;
}

/**
 * Returns the first header above prestations in a region, and the part of the region that belongs to its table; null
 * when there is none.
 */
export function firstHeader(
  context: SheetContext,
  within: CellBlock,
): { header: AcrossHeader; region: CellBlock } | null {
  const found = findLabels(context, within);
  if (found === null) return null;
  const width = widthOf(context.sheet.rows);
  const header = headerOver(context, found.region, found.labels, Math.min(found.region.right, width - 1));
  return header === null ? null : { header, region: found.region };
}

/**
 * Returns the rows of school names above the first prestation, blank rows and titles skipped; null when there are none.
 */
function headerOver(context: SheetContext, region: CellBlock, labels: Labels, right: number): AcrossHeader | null {
  const { sheet, readLabel } = context;
  const { top: regionTop, left } = region;
  const blank = (row: number): boolean =>
    filledIn(sheet.rows[row] ?? [], left, right).every(
      ({ cell, column }) => column === labels.column || headerText(cell) === null,
    );
  // « INSTALLATION » above the first prestations is a section title: it belongs to the body.
  const saysNature = (row: number): boolean => {
    const cell = sheet.rows[row]?.[labels.column];
    return typeof cell === "string" && readLabel(cell).nature !== null;
  };
  let bottom = labels.top - 1;
  let bodyTop = labels.top;
  while (bottom > regionTop && labels.top - bottom < 3 && blank(bottom)) {
    if (saysNature(bottom)) bodyTop = bottom;
    bottom -= 1;
  }
  if (bottom < regionTop || blank(bottom)) return null;
  // « Nb enseignants | 3 | 5 » between two rows of names is not a level of the header.
  const isFact = (row: number): boolean =>
    blank(row) &&
    headerText(sheet.rows[row]?.[labels.column] ?? null) !== null &&
    sheet.rows[row]!.some((cell, column) => column !== labels.column && typeof cell === "number");
  // A single text in the first column is a title; above some of the names, it is a section title.
  const isTitle = (row: number): boolean => {
    const lone = loneText(sheet.rows[row] ?? [], { left, right });
    return lone !== null && (lone.column === left || headsNames(context, lone.text, sheet.rows[row + 1] ?? []));
  };
  let top = bottom;
  let levels = 1;
  const mayHead = (row: number): boolean => (levels <= 3 && !blank(row)) || (bottom - row <= farthest && isFact(row));
  while (top > regionTop && mayHead(top - 1) && !isTitle(top - 1)) {
    top -= 1;
    if (!blank(top)) levels += 1;
  }
  while (top < bottom && blank(top)) top += 1;
  return { top, bottom, left, right, labelColumn: labels.column, bodyTop };
}

/**
 * Returns whether a single text above a row of names is their section title, rather than the name of a commune or of a
 * school.
 */
function headsNames({ directory, readLabel }: SheetContext, text: string, below: readonly Cell[]): boolean {
  if (directory.find(text).kind !== "unknown" || schoolIn(text) !== null) return false;
  const names = below.filter((cell) => typeof cell === "string" && !isBlank(cell)) as string[];
  return names.length > 2 && names.every((name) => readLabel(name).nature === null);
}
