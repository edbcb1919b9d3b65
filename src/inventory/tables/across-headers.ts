import { filledIn, isBlank, widthOf, type Cell, type CellBlock } from "../../cells";
import type { Head, SheetContext, Written } from "../table";
import { holdsAnything } from "./column-statistics";
import { headerText, roleOf } from "../texts/header-word";
import { loneText, schoolIn } from "../texts/school-names";

/** The header of a table with schools across: its rows, its columns, and the one of labels among them. */
export interface AcrossHeader extends CellBlock {
  readonly labelColumn: number;
  /** Where the prestations begin, titles of sections included. */
  readonly bodyTop: number;
}

/** What a row of names over the columns gives: their natures or years, communes, schools, kinds of schools; or something else of each. */
export type LevelKind = "nature" | "commune" | "school" | "kind" | "other";

/** A row of names over the columns of a table with schools across. */
export interface Level {
  readonly row: number;
  readonly kind: LevelKind;
  /** The word at its left, that says what it names; empty where there is none. */
  readonly label: string;
  /** Its names, by the columns that each heads. */
  readonly names: ReadonlyMap<number, Written>;
}

/** Where a table with schools across stands, and its columns. */
export interface AcrossTable extends AcrossHeader {
  readonly heads: readonly Head[];
  readonly levels: readonly Level[];
}

/** Such a table is looked for in the first rows of a region only: prestations are few. */
const deepest = 400;
/** At least so many different prestations down make it one. */
const fewest = 3;
/** How far above the first prestation schools are named. */
const farthest = 8;

/** Longest label of a prestation: beyond, it is prose. */
const longest = 200;

/** Returns the prestation or equipment that a cell names, by its code or its words; null when it names none. */
export function labelOf({ sheet, readLabel }: SheetContext, row: number, column: number): string | null {
  const cell = sheet.rows[row]?.[column];
  if (typeof cell !== "string" || cell.length > longest || cell.trim() === "") return null;
  const { label } = readLabel(cell);
  return label.kind === "none" ? null : label.kind === "prestation" ? label.code : label.words;
}

/** A column of prestations, and where they start. */
interface Labels {
  readonly column: number;
  readonly top: number;
  readonly count: number;
}

/** Finds the columns of a region that hold enough different prestations down, from left to right. */
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

/** Finds the column with the most prestations, and the part of the region that no other such column heads; null when there is none. */
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

/** Finds the last of the blank columns between two, from a row down; undefined when there is none. */
function lastGap({ sheet }: SheetContext, top: number, one: number, other: number): number | undefined {
  const body = { sheet, bodyTop: top, bottom: Math.min(sheet.rows.length - 1, top + deepest) };
  for (let column = Math.max(one, other) - 1; column > Math.min(one, other); column -= 1)
    if (!holdsAnything(body, column)) return column;
  return undefined;
}

/** Finds the first row below the prestations that a region begins with, blank rows passed over; null when it has none. */
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

/** Finds the first header of a region over prestations, and the part of the region that is its table's; null when there is none. */
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

/** Finds the rows that name the schools above the first prestation, blank rows and titles passed over; null when there are none. */
function headerOver(context: SheetContext, region: CellBlock, labels: Labels, right: number): AcrossHeader | null {
  const { sheet, readLabel } = context;
  const { top: regionTop, left } = region;
  const blank = (row: number): boolean =>
    filledIn(sheet.rows[row] ?? [], left, right).every(
      ({ cell, column }) => column === labels.column || headerText(cell) === null,
    );
  // « INSTALLATION » over the first prestations is of the body: it says what they are billed for.
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
  // « Nb enseignants | 3 | 5 », between the names and something else said of each school, is none of the header's levels.
  const isFact = (row: number): boolean =>
    blank(row) &&
    headerText(sheet.rows[row]?.[labels.column] ?? null) !== null &&
    sheet.rows[row]!.some((cell, column) => column !== labels.column && typeof cell === "number");
  // A single text, in the first column, is a title; over some of the names, a section.
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

/** Returns whether a text alone over a row of names is no name itself, of a commune or of a school whose natures stand below. */
function headsNames({ directory, readLabel }: SheetContext, text: string, below: readonly Cell[]): boolean {
  if (directory.find(text).kind !== "unknown" || schoolIn(text) !== null) return false;
  const names = below.filter((cell) => typeof cell === "string" && !isBlank(cell)) as string[];
  return names.length > 2 && names.every((name) => readLabel(name).nature === null);
}
