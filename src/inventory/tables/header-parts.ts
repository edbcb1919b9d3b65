import { filledIn, fold, isBlank, isBlankRow, type Cell, type SheetCells } from "../../cells";
import { headcount } from "../../tariff";
import type { SheetContext, Span } from "../table";
import { textsDown } from "./column-statistics";
import { isHeaderRow, isItemHeader, type HeaderReader } from "./header-rows";
import { type HeaderWord, headerText, headerWord } from "../texts/header-word";
import { anchors } from "../texts/heading-roles";
import type { ReadLabel } from "../texts/label-reading";

/** The most rows between a title and its own header. */
const titleReach = 6;

/** Columns of a row, with the last column up to which they may extend. */
export interface Part extends Span {
  readonly until: number;
  /** The column of communes and schools, when its heading is missing. */
  readonly names?: number;
}

/** A strip of a row, with its header texts; null when a number or a commune shows that it is not a header. */
interface Strip extends Part {
  readonly words: readonly HeaderWord[] | null;
}

/**
 * Returns the headers in one row, one for each table: a blank column followed by names again, or by something else,
 * separates two tables.
 */
export function headersOn(row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  if (!reader.holdsAnchor(cells, span.left, span.right)) return [];
  return partsOf(row, span, reader).filter((part) => isHeaderRow(cells, part.left, part.right, reader));
}

function partsOf(row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  const spans = stripsOf(reader.sheet, row, span).flatMap((strip) => whereItRepeats(cells, strip, reader.readLabel));
  const strips = spans.map((strip, at): Strip => ({
    ...strip,
    until: (spans[at + 1]?.left ?? span.right + 1) - 1,
    words: wordsOf(cells, strip, reader),
  }));
  const parts: Part[] = [];
  let part: { -readonly [Key in keyof Part]: Part[Key] } | null = null;
  let seen = new Set<string>();
  for (const strip of strips) {
    const { words } = strip;
    const apart = words === null || isAlone(row, strip, strips, reader);
    const named = words === null ? [] : anchorsOf(words);
    if (part === null || apart || named.some((anchor) => seen.has(anchor))) {
      parts.push((part = { left: strip.left, right: strip.right, until: strip.until }));
      seen = new Set();
    } else Object.assign(part, { right: strip.right, until: strip.until });
    for (const anchor of named) seen.add(anchor);
    if (apart) part = null;
  }
  return parts;
}

/** Returns the headers in one row of prestations and quantities, without schools: of a sheet about one school. */
export function itemHeadersOn(row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  if (!reader.holdsLabel(cells, span.left, span.right)) return [];
  const strips = stripsOf(reader.sheet, row, span);
  return strips
    .filter((strip) => {
      const words = wordsOf(cells, strip, reader);
      return words !== null && isItemHeader(words);
    })
    .map((strip) => ({ ...strip, until: (strips[strips.indexOf(strip) + 1]?.left ?? span.right + 1) - 1 }));
}

/** Returns whether a row heads communes with something else, such as a table of contacts. */
export function headsCommunes(row: number, span: Span, reader: HeaderReader): boolean {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  if (!reader.holdsAnchor(cells, span.left, span.right)) return false;
  const words = wordsOf(cells, span, reader);
  return words !== null && words.length >= 2 && words.some(({ role, rank }) => role === "commune" && rank === 0);
}

/** Returns the header texts of a strip; null when a cell cannot be in a header. */
function wordsOf(cells: readonly Cell[], strip: Span, { readLabel, isCommune }: HeaderReader): HeaderWord[] | null {
  const words: HeaderWord[] = [];
  for (const { cell } of filledIn(cells, strip.left, strip.right)) {
    const text = headerText(cell);
    if (text === null && typeof cell === "number") return null;
    if (text === null) continue;
    if (isCommune(text)) return null;
    words.push(headerWord(text, readLabel));
  }
  return words;
}

/** Returns the roles of the name columns; for pupils, whose lists have several, their texts. */
function anchorsOf(words: readonly HeaderWord[]): string[] {
  return words.flatMap(({ role, text }) =>
    role === null || !anchors.has(role) ? [] : role === "pupil" ? [fold(text)] : [role],
  );
}

/**
 * Splits adjacent tables without a blank column between them, where a heading of communes or schools, or the first two
 * headings, occur again.
 */
function whereItRepeats(cells: readonly Cell[], strip: Span, readLabel: ReadLabel): Span[] {
  const textAt = (column: number): string => fold(headerText(cells[column] ?? null) ?? "");
  const roleAt = (column: number): string | null => {
    const text = headerText(cells[column] ?? null);
    const role = text === null ? null : headerWord(text, readLabel).role;
    return role === "commune" || role === "school" ? role : null;
  };
  const [first, second] = [textAt(strip.left), textAt(strip.left + 1)];
  const isHeading = [first, second].some((text) => anchors.has(headerWord(text!, readLabel).role ?? "ignored"));
  const seen = new Map<string, string>();
  for (let column = strip.left; column <= strip.right; column += 1) {
    const role = roleAt(column);
    const isStart = column > strip.left + 1 && textAt(column) === first && textAt(column + 1) === second;
    const known = role === null ? undefined : seen.get(role);
    const next = roleAt(column + 1);
    const isNamed =
      known !== undefined && (textAt(column) === known || (next !== null && next !== role && seen.has(next)));
    if ((isStart && isHeading && first !== "" && second !== "") || isNamed)
      return [
        { left: strip.left, right: column - 1 },
        ...whereItRepeats(cells, { left: column, right: strip.right }, readLabel),
      ];
    if (role !== null && known === undefined) seen.set(role, textAt(column));
  }
  return [strip];
}

/**
 * Returns whether a strip without names is separate from the table beside it: the title of another table, or other
 * prestations.
 */
function isAlone(row: number, strip: Strip, strips: readonly Strip[], reader: HeaderReader): boolean {
  if (strips.length === 1 || anchorsOf(strip.words!).length > 0) return false;
  if (isTitleOfAnother(row, strip, reader)) return true;
  const others = strips.filter((other) => other !== strip).flatMap((other) => other.words ?? []);
  return isComplete(others) && holdsOtherLabels(reader, row, strip);
}

/** Returns whether a header is below a strip, before any number. */
function isTitleOfAnother(row: number, strip: Strip, reader: HeaderReader): boolean {
  const free = { left: strip.left, right: strip.until };
  for (let below = row + 1; below <= row + titleReach && below < reader.sheet.rows.length; below += 1) {
    const cells: readonly Cell[] = reader.sheet.rows[below] ?? [];
    if (
      reader.holdsAnchor(cells, free.left, free.right) &&
      stripsOf(reader.sheet, below, free).some(({ left, right }) => isHeaderRow(cells, left, right, reader))
    )
      return true;
    if (filledIn(cells, free.left, free.right).some(({ cell }) => headerText(cell) === null)) return false;
  }
  return false;
}

/** Returns whether headings have both names and equipment, and so need no other columns. */
function isComplete(words: readonly HeaderWord[]): boolean {
  if (anchorsOf(words).length === 0) return false;
  return words.some(({ role, reading: { label } }) =>
    role === null
      ? label.kind === "untariffed" || (label.kind === "prestation" && label.code !== headcount)
      : role === "label",
  );
}

/** The number of rows below a header in which names of communes and schools are searched. */
const namesReach = 60;

/** Returns the headers of prestations whose column of communes or schools has no heading. (decisions §4) */
export function unnamedHeadersOn(row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  if (!cells.slice(span.left, span.right + 1).some((cell) => typeof cell === "string")) return [];
  return stripsOf(reader.sheet, row, span).flatMap((strip) => {
    const left = namesColumn(row, strip, span, reader);
    return left === null ? [] : [{ left, right: strip.right, until: span.right, names: left }];
  });
}

/**
 * Returns the column of names of a strip of prestations: its first, or the one without a heading at its left; null when
 * there is none.
 */
function namesColumn(row: number, strip: Span, span: Span, reader: HeaderReader): number | null {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  // A quick test first, because reading the texts of a long body takes time.
  if (holdsFigure(cells, strip.left + 1, strip.right)) return null;
  const above = strip.left - 1;
  const isNamed = (column: number): boolean => holdsNames(row + 1, column, reader);
  if (!isNamed(strip.left) && (above < span.left || !isNamed(above))) return null;
  const isKnown = (column: number): boolean => {
    const text = headerText(cells[column] ?? null);
    return text !== null && headerWord(text, reader.readLabel).recognised;
  };
  const left = isKnown(strip.left) ? strip.left - 1 : strip.left;
  if (left < span.left || (left < strip.left && !isBlank(cells[left] ?? null))) return null;
  if (holdsFigure(cells, left + 1, strip.right)) return null;
  const prestations = filledIn(cells, left + 1, strip.right).filter(({ cell }) => {
    const text = headerText(cell);
    const kind = text === null ? "none" : headerWord(text, reader.readLabel).reading.label.kind;
    return kind === "prestation" || kind === "untariffed";
  });
  return prestations.length >= 2 && isNamed(left) ? left : null;
}

/** Returns whether some columns of a row have a number other than a year. */
export function holdsFigure(cells: readonly Cell[], left: number, right: number): boolean {
  return cells.slice(left, right + 1).some((cell) => typeof cell === "number" && headerText(cell) === null);
}

/** Returns whether at least half of the texts of a column, two at least, are communes and schools. */
function holdsNames(top: number, column: number, { sheet, isName }: HeaderReader): boolean {
  const texts = textsDown({ sheet, bodyTop: top, bottom: top + namesReach - 1 }, column);
  const names = texts.filter(isName).length;
  return names >= 2 && names * 2 >= texts.length;
}

/** The number of rows below a row in which a column must be blank to separate two tables. */
const gapReach = 12;

/**
 * Returns whether a column is blank in a row and below it, as far down as what is at its left: a blank column separates
 * tables.
 */
function isGap(sheet: SheetCells, row: number, column: number, left: number): boolean {
  let begun = false;
  for (let below = row + 1; below <= row + gapReach && below < sheet.rows.length; below += 1) {
    const cells: readonly Cell[] = sheet.rows[below] ?? [];
    if (!isBlank(cells[column] ?? null)) return false;
    if (!isBlankRow(cells, left, column - 1)) begun = true;
    else if (begun) break;
  }
  return true;
}

/** Returns the strips of filled cells of a row between blank columns, from left to right. */
export function stripsOf(sheet: SheetCells, row: number, span: Span): Span[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const strips: { left: number; right: number }[] = [];
  let strip: { left: number; right: number } | null = null;
  for (const { column } of filledIn(cells, span.left, span.right)) {
    if (strip === null || partsAt(sheet, row, strip, column)) strips.push((strip = { left: column, right: column }));
    else strip.right = column;
  }
  return strips;
}

function partsAt(sheet: SheetCells, row: number, strip: Span, next: number): boolean {
  for (let column = strip.right + 1; column < next; column += 1) if (isGap(sheet, row, column, strip.left)) return true;
  return false;
}

/** The number of rows of a legend or a recapitulation that are examined. */
const legendReach = 40;

/**
 * Returns whether a strip beside an inventory lists other prestations, once each: a legend, a tariff, a recapitulation.
 */
function holdsOtherLabels({ sheet, readLabel }: HeaderReader, top: number, strip: Span): boolean {
  for (let column = strip.left; column <= strip.right; column += 1) {
    const cells = cellsUnder(sheet, top, column, strip);
    const texts = cells.filter((cell) => typeof cell === "string").map(fold);
    const labels = texts.filter((text) => readLabel(text).label.kind !== "none");
    if (labels.length >= 2 && labels.length * 2 >= texts.length && new Set(labels).size === labels.length) return true;
    if (cells.some((cell) => typeof cell === "number")) return false;
  }
  return false;
}

/** Returns the filled cells of a column of a strip from a row down to a blank row. */
function cellsUnder(sheet: SheetCells, top: number, column: number, strip: Span): Cell[] {
  const rows = sheet.rows.slice(top, top + legendReach + 1);
  const end = rows.findIndex((cells) => isBlankRow(cells, strip.left, strip.right));
  const cells = rows.slice(0, end < 0 ? rows.length : end).map((row) => row[column] ?? null);
  return cells.filter((cell) => !isBlank(cell));
}

/**
 * Returns whether a row gives one year for all schools, « Année | 2013-2014 | 2013-2014 »: the year of what is counted.
 */
export function isYearOfAll(
  { sheet, readLabel }: SheetContext,
  row: number,
  { left, right, labelColumn }: Span & { readonly labelColumn: number },
): boolean {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const label = headerText(cells[labelColumn] ?? null);
  if (label === null || !/^annees?(?: scolaires?)?$/.test(fold(label))) return false;
  const isFilled = (cell: Cell, column: number) => column >= left && column !== labelColumn && !isBlank(cell);
  const years = new Set(
    cells
      .slice(0, right + 1)
      .filter(isFilled)
      .map(headerText),
  );
  const [year] = years;
  return years.size === 1 && typeof year === "string" && readLabel(year).years.length > 0;
}
