import { filledIn, fold, memoByText, widthOf, type Cell, type CellBlock, type SheetCells } from "../../cells";
import type { SheetContext, Span } from "../table";
import { type HeaderWord, headerText, headerWord, mayHeadRow, roleOf, splitGroupPrefix } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import { type StructuralRole, anchors } from "../texts/heading-roles";
import { saysOnlyNature } from "../texts/label-reading";
import { parseQuantity } from "../texts/values";

/**
 * A sheet's context with the tests that recognise headers: known words make a header row, the name of a commune makes a
 * row of data.
 */
export interface HeaderReader extends SheetContext {
  /** The number of columns of the sheet, computed once. */
  readonly width: number;
  readonly isCommune: (text: string) => boolean;
  /** Returns whether a text is the name of a commune or of a school. */
  readonly isName: (text: string) => boolean;
  /**
   * Returns whether some columns of a row have a heading of communes, schools, places or pupils, without numbers beside
   * it.
   */
  readonly holdsAnchor: (cells: readonly Cell[], left: number, right: number) => boolean;
  /** Returns whether some columns of a row have a heading of prestations, without numbers beside it. */
  readonly holdsLabel: (cells: readonly Cell[], left: number, right: number) => boolean;
}

/** The longest header text, in characters; a longer text is a sentence. */
const longest = 90;

/** The longest name of a school, in characters; a longer text is prose. */
const longestName = 200;

/** A pattern of codes, which most cells of a body are: they are excluded before any other test. */
const code = /\d[a-z]|[a-z]\d/i;

const school = /\b(ecoles?|maternelles?|elementaires?|primaires?|groupe scolaire|gs)\b/;

/** Returns a reader of one sheet's headers; `forgetTexts` clears its caches, which may contain names of pupils. */
export function headerReader(context: SheetContext): HeaderReader {
  const isCommune = (text: string): boolean => context.directory.find(text).kind !== "unknown";
  const isName = memoByText(
    (text): boolean => text.length <= longestName && (school.test(fold(text)) || isCommune(text)),
  );
  const heads = memoByText((text): "names" | "prestations" | null => {
    if (!mayHeadRow.test(text) && !context.texts.mayPlace(text)) return null;
    const split = splitGroupPrefix(text);
    const roles = [text, ...(split === null ? [] : [split.group, split.rest])].map(
      (candidate) => roleOf(candidate, context.readLabel)?.role,
    );
    if (roles.some((role) => role !== undefined && anchors.has(role))) return "names";
    return roles.includes("label" satisfies StructuralRole) ? "prestations" : null;
  });
  const holds =
    (what: "names" | "prestations") =>
    (cells: readonly Cell[], left: number, right: number): boolean => {
      const last = Math.min(right, cells.length - 1);
      for (let column = left; column <= last; column += 1) {
        if (!isFilled(cells[column])) continue;
        const run = runAround(cells, column);
        if (!run.holdsFigure)
          for (let at = column; at <= Math.min(run.right, last); at += 1) {
            const cell = cells[at];
            if (typeof cell !== "string" || cell.length > longest || code.test(cell)) continue;
            if (heads(cell) === what && !namesBeside(cells, run, at, isCommune)) return true;
          }
        column = run.right;
      }
      return false;
    };
  const width = widthOf(context.sheet.rows);
  return { ...context, width, isCommune, isName, holdsAnchor: holds("names"), holdsLabel: holds("prestations") };
}

/** Adjacent filled cells of a row. */
interface Run {
  readonly left: number;
  readonly right: number;
  /** Whether one of them is a number other than a year, which makes a row of data. */
  readonly holdsFigure: boolean;
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell !== null && cell !== "";

function runAround(cells: readonly Cell[], column: number): Run {
  let [left, right] = [column, column];
  while (isFilled(cells[left - 1])) left -= 1;
  while (isFilled(cells[right + 1])) right += 1;
  let holdsFigure = false;
  for (let at = left; at <= right; at += 1)
    if (typeof cells[at] === "number" && headerText(cells[at]!) === null) holdsFigure = true;
  return { left, right, holdsFigure };
}

/** Returns whether a commune is beside a cell, which makes a row of data. */
function namesBeside(
  cells: readonly Cell[],
  { left, right }: Run,
  column: number,
  isCommune: (text: string) => boolean,
): boolean {
  for (let at = left; at <= right; at += 1) {
    const cell = cells[at];
    if (at !== column && typeof cell === "string" && isCommune(cell)) return true;
  }
  return false;
}

/** A cross, which stands for one unit and heads nothing. */
const mark = /^[x✓✔☑☒]$/i;

/** A full date, which is a value, not a header. */
const fullDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}/;

/** The least share of known texts in a header row. */
const understood = 0.4;

/**
 * Returns whether a row has at least two header texts, one of them specific to lists of schools, no commune, and no
 * number but years.
 */
export function isHeaderRow(cells: readonly Cell[], left: number, right: number, reader: HeaderReader): boolean {
  let texts = 0;
  let known = 0;
  let anchored = false;
  let pupils = 0;
  const seen = new Set<string>();
  for (const { cell } of filledIn(cells, left, right)) {
    const text = headerText(cell);
    if (text === null && typeof cell === "number") return false;
    if (text === null) continue;
    texts += 1;
    if (text.length > longest || fullDate.test(text)) continue;
    if (reader.isCommune(text)) return false;
    const word = headerWord(text, reader.readLabel);
    if (word.recognised || word.role !== null) known += 1;
    if (!word.recognised) continue;
    if (word.role === "pupil") pupils += 1;
    seen.add(word.role === "pupil" ? text : (word.role ?? text.toLowerCase()));
    if (word.role !== null && anchors.has(word.role)) anchored = true;
  }
  if (namesOne(cells.slice(left, right + 1), reader)) return false;
  return anchored && seen.size >= 2 && (pupils === 0 || pupils >= 2 || seen.size > 2) && known >= texts * understood;
}

/** Returns whether a row gives the school of its sheet, « École : » then a name, and so is not a header. */
function namesOne(cells: readonly Cell[], { readLabel }: HeaderReader): boolean {
  const texts = cells.map(headerText).filter((text) => text !== null);
  const isName = (text: string | undefined): boolean => {
    if (text === undefined || text.endsWith(":")) return false;
    const { recognised, role } = headerWord(text, readLabel);
    // « École : | REP »: both texts head columns.
    return texts.length < 3 || (!recognised && role === null);
  };
  const asks = (text: string): boolean => {
    const { role } = headerWord(text, readLabel);
    return text.endsWith(":") && role !== null && anchors.has(role);
  };
  if (texts.some((text, at) => asks(text) && isName(texts[at + 1]))) return true;
  return (
    texts.length === 2 && structuralRole(texts[1]!) === null && /^(ecole|groupe scolaire) \S/.test(fold(texts[1]!))
  );
}

/** Roles that, beside prestations, count or date them. */
const ofItems: ReadonlySet<StructuralRole> = new Set([
  "nature",
  "quantity",
  "date-in",
  "date-out",
  "status",
  "inventory-number",
  "serial-number",
]);

/**
 * Returns whether header texts are prestations and their quantities, without a school: a header on the sheet of one
 * school.
 */
export function isItemHeader(words: readonly HeaderWord[]): boolean {
  const counts = words.filter(({ role, reading }) => (role === null ? saysOnlyNature(reading) : ofItems.has(role)));
  const labels = words.filter(({ role }) => role === "label");
  return labels.length === 1 && counts.length > 0 && (labels.length + counts.length) * 2 >= words.length;
}

/**
 * Returns whether a row above or below the main header row is another level of the header: known texts, without numbers
 * or names.
 */
function isHeaderLevel(cells: readonly Cell[], left: number, right: number, reader: HeaderReader): boolean {
  let recognised = 0;
  for (const { cell } of filledIn(cells, left, right)) {
    const text = headerText(cell);
    if (text === null || text.length > longest || mark.test(text) || isCounted(cell)) return false;
    const word = headerWord(text, reader.readLabel);
    if (word.role !== null && anchors.has(word.role)) return false;
    if (word.recognised || word.why === "money") recognised += 1;
    // In « Écart 2014/2013 », the only figures are years.
    else if (word.reading.label.kind === "none" && word.reading.years.length === 0 && /\d|:/.test(word.text))
      return false;
  }
  return recognised > 0;
}

/**
 * Returns whether a row has only texts, each of them several times, and one of them below a blank heading and above a
 * number: « Avant | Après », « N-1 | N » below each prestation.
 */
function subdivides(row: number, left: number, right: number, { sheet }: HeaderReader): boolean {
  const filled = filledIn(sheet.rows[row] ?? [], left, right);
  const texts = filled.map(({ cell }) => headerText(cell));
  const isRepeated = texts.every((text, at) => text !== null && texts.some((other, of) => of !== at && other === text));
  const isBelowBlank = ({ column }: { readonly column: number }): boolean =>
    headerText(sheet.rows[row - 1]?.[column] ?? null) === null && typeof sheet.rows[row + 1]?.[column] === "number";
  return isRepeated && filled.some(isBelowBlank);
}

/** Returns whether a text is a quantity with its unit, or a zero in words, which head nothing: « 4 postes », « néant ». */
function isCounted(cell: Cell): boolean {
  const read = parseQuantity(cell);
  return read.kind === "value" && (read.unit !== null || (read.isSign && /[a-z]/i.test(String(cell))));
}

/** The most levels of a header above its main row, and below it. */
const levels = 2;

/**
 * Returns the whole header of a table from its main row, extended to the levels above and below and to the columns that
 * they add, inside a region.
 */
export function headerBlock(row: number, part: Span, region: CellBlock, reader: HeaderReader): CellBlock {
  const { sheet } = reader;
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  const filledFrom = (level: number, from: number): number => {
    let right = from;
    while (right < region.right && headerText(sheet.rows[level]?.[right + 1] ?? null) !== null) right += 1;
    return right;
  };
  let { right } = part;
  let bottom = row;
  while (bottom < row + levels && bottom < region.bottom) {
    const next: readonly Cell[] = sheet.rows[bottom + 1] ?? [];
    const wide = filledFrom(bottom + 1, right);
    if (!anchorsBlank(cells, next, part, reader)) break;
    if (!isHeaderLevel(next, part.left, wide, reader) && !subdivides(bottom + 1, part.left, wide, reader)) break;
    bottom += 1;
    right = wide;
  }
  bottom = Math.max(bottom, mergedDown(sheet, row, part, region));
  let top = row;
  while (top > region.top && top > row - levels && isGroupLevel(top - 1, { left: part.left, right }, reader)) top -= 1;
  for (let level = top; level < row; level += 1) right = filledFrom(level, right);
  return { top, bottom, left: part.left, right };
}

/**
 * Returns the last row of the merged cells that begin in a row, when the rows below have no number; otherwise the row
 * itself.
 */
function mergedDown(sheet: SheetCells, row: number, { left, right }: Span, region: CellBlock): number {
  const last = sheet.merges
    .filter((merge) => merge.top === row && merge.left >= left && merge.left <= right && merge.bottom <= row + levels)
    .filter(({ bottom }) => bottom < region.bottom)
    .reduce((lowest, { bottom }) => Math.max(lowest, bottom), row);
  const isHeading = (at: number): boolean =>
    (sheet.rows[at] ?? []).slice(left, right + 1).every((cell) => typeof cell !== "number");
  for (let at = row + 1; at <= last; at += 1) if (!isHeading(at)) return row;
  return last;
}

/** Returns whether the cells below the headings of names are blank, as in a header of two levels. */
function anchorsBlank(cells: readonly Cell[], next: readonly Cell[], part: Span, reader: HeaderReader): boolean {
  return filledIn(cells, part.left, part.right).every(({ cell, column }) => {
    const text = headerText(cell);
    const role = text === null ? null : headerWord(text, reader.readLabel).role;
    const under = next[column] ?? null;
    return role === null || !anchors.has(role) || (headerText(under) === null && typeof under !== "number");
  });
}

/** Returns whether a row above the main header row is a level of groups, rather than a title in the first column. */
function isGroupLevel(row: number, { left, right }: Span, reader: HeaderReader): boolean {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  const namesGroup = filledIn(cells, left + 1, right).some(({ cell }) => headerText(cell) !== null);
  return namesGroup && isHeaderLevel(cells, left, right, reader);
}
