import { filledIn, fold, memoByText, widthOf, type Cell, type CellBlock, type SheetCells } from "../../cells";
import type { SheetContext, Span } from "../table";
import { type HeaderWord, headerText, headerWord, mayHeadRow, roleOf, splitGroupPrefix } from "../texts/header-word";
import { structuralRole } from "../texts/heading-role";
import { type StructuralRole, anchors } from "../texts/heading-roles";
import { saysOnlyNature } from "../texts/label-reading";

/** What header rows are told by: words of ours make them, a commune's name makes a row of data. */
export interface HeaderReader extends SheetContext {
  /** How many columns the sheet has: counted once, since it is asked on each row. */
  readonly width: number;
  readonly isCommune: (text: string) => boolean;
  /** True for the name of a commune or of a school. */
  readonly isName: (text: string) => boolean;
  /** True where a row has, in some columns, a word that heads communes, schools, places or pupils, among texts only. */
  readonly holdsAnchor: (cells: readonly Cell[], left: number, right: number) => boolean;
  /** True where a row has, in some columns, a word that heads prestations, among texts only. */
  readonly holdsLabel: (cells: readonly Cell[], left: number, right: number) => boolean;
}

/** Longest header text: beyond, it is a sentence. */
const longest = 90;

/** Longest name of a school: beyond, it is prose, which is not searched for one on each row above it. */
const longestName = 200;

/** Rows repeat by the thousand: most cells are told by being a code, or by having none of the words of `mayHeadRow`. */
const code = /\d[a-z]|[a-z]\d/i;

const school = /\b(ecoles?|maternelles?|elementaires?|primaires?|groupe scolaire|gs)\b/;

/** Makes a reader of one sheet's headers; what it remembers goes with it (`forgetTexts`), since pupils' names may be among it. */
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

/** Cells of a row without a blank between them. */
interface Run {
  readonly left: number;
  readonly right: number;
  /** A figure among them makes a row of data: most rows of a body are told by it, before any text is read. */
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

/** Returns whether a commune stands beside: it makes a row of data just as well. */
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

/** A cross stands for one of what is named beside it or above: it heads nothing. */
const mark = /^[x✓✔☑☒]$/i;

/** A full date is a value, not a header, however well it is understood. */
const fullDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}/;

/** From this share of its texts understood, a row may be a header: a row of data understands few of its own. */
const understood = 0.4;

/** Returns whether a row has two header words at least, one that only lists of schools have, no commune and no number but years. */
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

/** Returns whether a row is « École : » and a school in the next cell: what a sheet is about, and no header. */
function namesOne(cells: readonly Cell[], { readLabel }: HeaderReader): boolean {
  const texts = cells.map(headerText).filter((text) => text !== null);
  const isTold = (text: string | undefined): boolean => {
    if (text === undefined || text.endsWith(":")) return false;
    const { recognised, role } = headerWord(text, readLabel);
    // « École : | REP »: both head columns.
    return texts.length < 3 || (!recognised && role === null);
  };
  const asks = (text: string): boolean => {
    const { role } = headerWord(text, readLabel);
    return text.endsWith(":") && role !== null && anchors.has(role);
  };
  if (texts.some((text, at) => asks(text) && isTold(texts[at + 1]))) return true;
  return (
    texts.length === 2 && structuralRole(texts[1]!) === null && /^(ecole|groupe scolaire) \S/.test(fold(texts[1]!))
  );
}

/** Words that, beside a prestation, say that rows count it or date it. */
const ofItems: ReadonlySet<StructuralRole> = new Set([
  "nature",
  "quantity",
  "date-in",
  "date-out",
  "status",
  "inventory-number",
  "serial-number",
]);

/** Returns whether the row heads prestations and what is said of them, and no school: a header on the sheet of one school. */
export function isItemHeader(words: readonly HeaderWord[]): boolean {
  const counts = words.filter(({ role, reading }) => (role === null ? saysOnlyNature(reading) : ofItems.has(role)));
  const labels = words.filter(({ role }) => role === "label");
  return labels.length === 1 && counts.length > 0 && (labels.length + counts.length) * 2 >= words.length;
}

/** Returns whether a row beside the anchors' row is a level of the header: known words, no figure, no anchor. */
function isHeaderLevel(cells: readonly Cell[], left: number, right: number, reader: HeaderReader): boolean {
  let recognised = 0;
  for (const { cell } of filledIn(cells, left, right)) {
    const text = headerText(cell);
    if (text === null || text.length > longest || mark.test(text)) return false;
    const word = headerWord(text, reader.readLabel);
    if (word.role !== null && anchors.has(word.role)) return false;
    if (word.recognised || word.why === "money") recognised += 1;
    // « Écart 2014/2013 » has no other figures than those of years.
    else if (word.reading.label.kind === "none" && word.reading.years.length === 0 && /\d|:/.test(word.text))
      return false;
  }
  return recognised > 0;
}

/** Up to two levels below the anchors' row, and two above, belong to a header. */
const levels = 2;

/** Finds the whole header of a table, from its row of anchors: what stands above and below it, inside a region, widens it too. */
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
    if (!anchorsBlank(cells, next, part, reader) || !isHeaderLevel(next, part.left, wide, reader)) break;
    bottom += 1;
    right = wide;
  }
  bottom = Math.max(bottom, mergedDown(sheet, row, part, region));
  let top = row;
  while (top > region.top && top > row - levels && isGroupLevel(top - 1, { left: part.left, right }, reader)) top -= 1;
  for (let level = top; level < row; level += 1) right = filledFrom(level, right);
  return { top, bottom, left: part.left, right };
}

/** Returns the last row that merged cells of the anchors' row reach, if no row among them holds a number; else that row. */
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

/** Returns whether nothing stands right below each anchor: a second header level is blank there (merged). */
function anchorsBlank(cells: readonly Cell[], next: readonly Cell[], part: Span, reader: HeaderReader): boolean {
  return filledIn(cells, part.left, part.right).every(({ cell, column }) => {
    const text = headerText(cell);
    const role = text === null ? null : headerWord(text, reader.readLabel).role;
    const under = next[column] ?? null;
    return role === null || !anchors.has(role) || (headerText(under) === null && typeof under !== "number");
  });
}

/** Returns whether a row above the anchors' row is a level of groups, and not a title in the first column alone. */
function isGroupLevel(row: number, { left, right }: Span, reader: HeaderReader): boolean {
  const cells: readonly Cell[] = reader.sheet.rows[row] ?? [];
  const namesGroup = filledIn(cells, left + 1, right).some(({ cell }) => headerText(cell) !== null);
  return namesGroup && isHeaderLevel(cells, left, right, reader);
}
