import { isBlank, widthOf, type Cell, type CellBlock, type Steps } from "../../cells";
import { namesSomething } from "../../tariff";
import type { Head, SheetContext, Span } from "../table";
import type { Level } from "./across-heads";
import { holdsAnything } from "./column-statistics";
import { isYearOfAll, stripsOf } from "./header-parts";
import { headerText, headerWord, mayHeadAcross } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import type { StructuralRole } from "../texts/heading-roles";
import { pupilPart, saysOnlyNature } from "../texts/label-reading";
import { headsOtherFigures, isForecast, isKindOfSchool, schoolIn } from "../texts/school-names";
import { totalKind } from "../texts/total-words";
import { parseQuantity } from "../texts/values";

/** The header of a table with schools across: its rows, its columns, and the one of labels among them. */
export interface AcrossHeader extends CellBlock {
  readonly labelColumn: number;
  /** Where the prestations begin, titles of sections included. */
  readonly bodyTop: number;
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

/** Returns the prestation or equipment that a cell names, by its code or its words; null when it names none. */
export function labelOf({ sheet, readLabel }: SheetContext, row: number, column: number): string | null {
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
      if (label === null || structuralRole(String(rows[row]![column])) !== null) continue;
      if (codes.has(label) && codes.size >= fewest) break;
      if (top < 0) top = row;
      codes.add(label);
    }
    if (codes.size >= fewest) found.push({ column, top, count: codes.size });
  }
  return found;
}

/**
 * Finds the column with the most different prestations, and the part of the region that no other column of prestations heads;
 * null when there is none.
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

/**
 * Finds the first header of a region over prestations, and the part of the region that is its table's; null when there is none.
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
 * Finds the rows that name the schools, over the first prestation, blank rows and titles between passed over; null when there
 * are none.
 */
function headerOver(context: SheetContext, region: CellBlock, labels: Labels, right: number): AcrossHeader | null {
  const { sheet, readLabel } = context;
  const { top: regionTop, left } = region;
  const blank = (row: number): boolean => {
    const cells = sheet.rows[row] ?? [];
    for (let column = left; column <= right; column += 1)
      if (column !== labels.column && headerText(cells[column] ?? null) !== null) return false;
    return true;
  };
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
    const filled = (sheet.rows[row] ?? []).slice(left, right + 1).filter((cell) => !isBlank(cell));
    const [text] = filled;
    if (filled.length !== 1 || typeof text !== "string") return false;
    return !isBlank(sheet.rows[row]![left] ?? null) || headsNames(context, text, sheet.rows[row + 1] ?? []);
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

/** Words that, at the left of a row, say that it names communes or schools. */
const naming: ReadonlySet<StructuralRole> = new Set(["commune", "school"]);
/** Words that, at the left of a row of such a header, say what else it gives of each school. */
const describing: ReadonlySet<StructuralRole> = new Set([...naming, "insee", "school-code", "level", "ignored"]);
/** How many rows of prestations are looked at, and how many blank ones among them are passed over. */
const depth = 40;
const gap = 2;

/** A few milliseconds of work. */
const rowsBetweenPauses = 4096;

/** Returns whether the texts of a row are kinds of schools: « Type | maternelle | primaire ». */
export const saysKinds = (texts: readonly string[]): boolean => texts.length > 0 && texts.every(isKindOfSchool);

/** Headers whose rows are told by the word at their left: « Commune », « École », and the names across. */
export class TransposedHeaders {
  constructor(private readonly context: SheetContext) {}

  /** Finds the first of a region, from top to bottom; null when it has none. */
  *first(region: CellBlock): Steps<AcrossHeader | null> {
    for (let row = region.top; row <= region.bottom; row += 1) {
      if (row % rowsBetweenPauses === rowsBetweenPauses - 1) yield;
      const cells: readonly Cell[] = this.context.sheet.rows[row] ?? [];
      let before = 0;
      for (let column = region.left; column <= Math.min(region.right, cells.length - 1); column += 1) {
        before = isBlank(cells[column] ?? null) ? 0 : before + 1;
        // Natures at most stand left of the word that names a row.
        const role = before === 1 || before === 2 ? this.roleAt(row, column) : null;
        if (role === null || !naming.has(role)) continue;
        const header = this.headerAt(row, column, region);
        if (header !== null) return header;
      }
    }
    return null;
  }

  /** Returns what the word at the left of a row heads; null when it heads no names. */
  private roleAt(row: number, column: number): StructuralRole | null {
    const cell = this.context.sheet.rows[row]?.[column];
    return typeof cell === "string" && cell.length <= 40 && mayHeadAcross.test(cell)
      ? (structuralRole(cell.replace(/\s*:\s*$/, ""))?.role ?? null)
      : null;
  }

  private headerAt(row: number, labelColumn: number, region: CellBlock): AcrossHeader | null {
    const strip = stripsOf(this.context.sheet, row, region).find(
      ({ left, right }) => left <= labelColumn && labelColumn <= right,
    );
    if (strip === undefined || !this.names(row, { left: labelColumn + 1, right: strip.right })) return null;
    let bottom = row;
    let { left, right } = strip;
    while (bottom < region.bottom && this.goesOn(bottom + 1, labelColumn, { left, right })) {
      bottom += 1;
      // A name that heads several columns is written over the first; a column of natures has one heading.
      for (const level of stripsOf(this.context.sheet, bottom, region))
        if (level.left <= right + 1 && left <= level.right)
          [left, right] = [Math.min(left, level.left), Math.max(right, level.right)];
    }
    if (!this.headsLabels(bottom + 1, labelColumn, region)) return null;
    return { top: row, bottom, left, right, labelColumn, bodyTop: bottom + 1 };
  }

  /**
   * Returns whether some cells of a row are names of communes or schools, and none heads a column; with one alone it is a form.
   */
  private names(row: number, span: Span): boolean {
    let named = 0;
    const texts = this.textsOf(row, span);
    if (texts.length < 2) return false;
    for (const text of texts) {
      // « École primaire | ✓ | aucun » is a row of what is counted.
      if (parseQuantity(text).kind !== "bad") return false;
      // « École primaire | Rappel 2013 | Prévision 2015 | Total 2014 »
      if (headsOtherFigures(text) || isForecast(text) || totalKind(text) !== null) continue;
      const { role, reading, recognised } = headerWord(text, this.context.readLabel);
      const { label, complete, nature, years } = reading;
      if (role !== null && role !== "nature" && role !== "ignored") return false;
      if (namesSomething(label)) return false;
      // « Commune : Amagney | Année | 2014 »: what a form says.
      if (complete && years.length > 0) return false;
      if (role === null && label.kind === "none" && !(recognised && complete && nature !== null)) named += 1;
    }
    return named > 0;
  }

  /** Returns whether a row still says something of each school: its name, its code, the nature of what is below. */
  private goesOn(row: number, labelColumn: number, strip: Span): boolean {
    const cell = this.context.sheet.rows[row]?.[labelColumn] ?? null;
    if (!isBlank(cell)) {
      const text = headerText(cell);
      if (text === null || this.context.readLabel(text).label.kind !== "none") return false;
      if (isYearOfAll(this.context, row, { left: labelColumn + 1, right: strip.right, labelColumn })) return true;
      const role = structuralRole(text.replace(/\s*:\s*$/, ""))?.role;
      if (role === "nature") return this.saysNatures(row, { left: labelColumn + 1, right: strip.right });
      const across = { left: labelColumn + 1, right: strip.right };
      if (role === "label") return this.repeatsNatures(row, across) || saysKinds(this.textsOf(row, across));
      // « Technicien | JM | CL », between the names and the natures below them.
      if (role === undefined)
        return this.saysTextsOnly(row, across) && this.isOverNatures(row + 1, labelColumn, across);
      return describing.has(role);
    }
    const cells = (this.context.sheet.rows[row] ?? [])
      .slice(strip.left, strip.right + 1)
      .filter((each) => !isBlank(each));
    // « 2013 | 2014 », as numbers or as texts.
    return cells.length > 0 && cells.every((each) => headerText(each) !== null);
  }

  /** Returns whether only natures stand beside « Nature ». */
  private saysNatures(row: number, span: Span): boolean {
    const texts = this.textsOf(row, span);
    return texts.length > 0 && texts.every((text) => this.context.readLabel(text).nature !== null);
  }

  /** Returns whether « Prestation | En service | Installés | En service | Installés » has the same natures under each name above. */
  private repeatsNatures(row: number, span: Span): boolean {
    const texts = this.textsOf(row, span);
    const natures = texts.filter((text) => this.context.readLabel(text).nature !== null);
    return natures.length * 2 >= texts.length && new Set(natures).size < natures.length;
  }

  private saysTextsOnly(row: number, { left, right }: Span): boolean {
    const cells = (this.context.sheet.rows[row] ?? []).slice(left, right + 1).filter((cell) => !isBlank(cell));
    return cells.every((cell) => typeof cell === "string" && parseQuantity(cell).kind === "bad");
  }

  /** Returns whether a row is « Prestation | En service | Installés | En service | Installés », of the schools named above it. */
  private isOverNatures(row: number, labelColumn: number, across: Span): boolean {
    const text = headerText(this.context.sheet.rows[row]?.[labelColumn] ?? null);
    return text !== null && structuralRole(text)?.role === "label" && this.repeatsNatures(row, across);
  }

  /** Returns whether what stands below the row labels are prestations: half of the texts at least. */
  private headsLabels(top: number, column: number, region: CellBlock): boolean {
    let labels = 0;
    let texts = 0;
    let blanks = 0;
    for (let row = top; row <= Math.min(region.bottom, top + depth) && blanks <= gap; row += 1) {
      const cell = this.context.sheet.rows[row]?.[column] ?? null;
      if (isBlank(cell)) {
        blanks += 1;
        continue;
      }
      blanks = 0;
      // « Matériel | En service »: what stands above is the school of a form.
      if (typeof cell !== "string" || (labels === 0 && structuralRole(cell)?.role === "label")) return false;
      const read = this.context.readLabel(cell);
      const { label } = read;
      if (totalKind(cell) !== null || saysOnlyNature(read)) continue;
      if (this.roleAt(row, column) !== null) break;
      texts += 1;
      if (label.kind === "prestation" || label.kind === "untariffed") labels += 1;
      else if (label.kind === "ambiguous" || read.item.kind !== "none") labels += 0.5;
      else if (pupilPart(cell) !== null && !/^\s*[ée]cole\b/i.test(cell)) labels += 0.5;
    }
    return labels >= 1 && labels * 2 >= texts;
  }

  private textsOf(row: number, { left, right }: Span): string[] {
    return (this.context.sheet.rows[row] ?? []).slice(left, right + 1).flatMap((cell) => headerText(cell) ?? []);
  }
}
