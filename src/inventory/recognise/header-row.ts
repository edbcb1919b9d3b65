import type { Cell, SheetCells } from "../../cells";
import type { HeaderReader } from "./header-cells";
import { anchors, headerText, headerWord } from "./header-cells";

/** A header block: its rows, and the columns of one table. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Part of a sheet in which tables are looked for; zero-based, both ends included. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** A header is looked for down to this row only; a body may go on below. */
  readonly lastHeader?: number;
}

/** Longest header row text: beyond, it is a sentence. */
const longest = 60;

function isHeaderLike(cell: Cell): cell is string | number {
  const text = headerText(cell);
  return text !== null && text.length <= longest;
}

/** A full date is a value, not a header, however well it is understood. */
const fullDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d{2}-\d{2}/;

/** From this share of its texts understood, a row may be a header: a row of data understands few of its own. */
const understood = 0.4;

/**
 * True where the row holds at least two different header words, one of which only a list of schools has, no commune's name,
 * and no number but years.
 */
export function isHeaderRow(cells: readonly Cell[], left: number, right: number, reader: HeaderReader): boolean {
  let texts = 0;
  let known = 0;
  let anchored = false;
  let pupils = 0;
  const seen = new Set<string>();
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const cell = cells[column] ?? null;
    if (cell === null) continue;
    if (typeof cell === "number" && headerText(cell) === null) return false;
    const text = headerText(cell);
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
  return anchored && seen.size >= 2 && (pupils === 0 || pupils >= 2 || seen.size > 2) && known >= texts * understood;
}

/** A row above or below the anchors' row that belongs to the header: words of ours only, no figure, no anchor of its own. */
function isHeaderLevel(cells: readonly Cell[], left: number, right: number, reader: HeaderReader): boolean {
  let recognised = 0;
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const cell = cells[column] ?? null;
    if (cell === null || (typeof cell === "string" && cell.trim() === "")) continue;
    if (!isHeaderLike(cell)) return false;
    const word = headerWord(headerText(cell)!, reader.readLabel);
    if (word.role !== null && anchors.has(word.role)) return false;
    if (word.recognised) recognised += 1;
    else if (word.reading.label.kind === "none" && /\d|:/.test(word.text)) return false;
  }
  return recognised > 0;
}

/** The columns of the first table on a header row: up to a gap beyond which an anchor comes again. */
function span(
  cells: readonly Cell[],
  below: readonly Cell[],
  region: Region,
  reader: HeaderReader,
): { left: number; right: number } {
  const filled = (column: number): boolean =>
    (headerText(cells[column] ?? null) ?? headerText(below[column] ?? null)) !== null;
  const end = Math.min(region.right, Math.max(cells.length, below.length) - 1);
  let left = region.left;
  while (left < end && !filled(left)) left += 1;
  let right = left;
  const seen = new Set<string>();
  for (let column = left; column <= end; column += 1) {
    if (!filled(column)) continue;
    const text = headerText(cells[column] ?? null);
    const role = text === null ? null : headerWord(text, reader.readLabel).role;
    if (column > right + 1 && startsAnother(cells, column, end, seen, reader)) return { left, right };
    if (role !== null && anchors.has(role)) seen.add(role);
    right = column;
  }
  return { left, right };
}

/** True where, from this column to the next gap, an anchor comes that the table before already has. */
function startsAnother(
  cells: readonly Cell[],
  from: number,
  end: number,
  seen: ReadonlySet<string>,
  reader: HeaderReader,
): boolean {
  for (let column = from; column <= end; column += 1) {
    const text = headerText(cells[column] ?? null);
    if (text === null) return false;
    const role = headerWord(text, reader.readLabel).role;
    if (role !== null && anchors.has(role) && seen.has(role)) return true;
  }
  return false;
}

/** The first header block of a region, or null. Up to one level above the anchors and two below belong to it. */
export function findHeader(sheet: SheetCells, region: Region, reader: HeaderReader): HeaderBlock | null {
  for (let row = region.top; row <= (region.lastHeader ?? region.bottom); row += 1) {
    const cells = sheet.rows[row];
    if (cells === undefined || cells.length <= region.left) continue;
    if (!isHeaderRow(cells, region.left, region.right, reader)) continue;
    const { left, right } = span(cells, [], region, reader);
    let bottom = row;
    let widest = right;
    while (bottom < row + 2 && bottom < region.bottom) {
      const next = sheet.rows[bottom + 1] ?? [];
      const wide = span(cells, next, region, reader);
      const anchored = anchorsBlank(cells, next, left, right, reader);
      if (!anchored || !isHeaderLevel(next, left, wide.right, reader)) break;
      bottom += 1;
      widest = Math.max(widest, wide.right);
    }
    let top = row;
    while (top > region.top && top > row - 2 && isGroupLevel(sheet, top - 1, left, widest, reader)) top -= 1;
    for (let level = top; level < row; level += 1)
      while (widest < region.right && headerText(sheet.rows[level]?.[widest + 1] ?? null) !== null) widest += 1;
    return { top, bottom, left, right: widest };
  }
  return null;
}

/** Below an anchor, a second header level is blank (merged) or says the anchor again. */
function anchorsBlank(
  cells: readonly Cell[],
  next: readonly Cell[],
  left: number,
  right: number,
  reader: HeaderReader,
): boolean {
  for (let column = left; column <= right; column += 1) {
    const text = headerText(cells[column] ?? null);
    if (text === null) continue;
    const role = headerWord(text, reader.readLabel).role;
    const under = next[column] ?? null;
    if (role !== null && anchors.has(role) && (headerText(under) !== null || typeof under === "number")) return false;
  }
  return true;
}

/** A level above the anchors' row: group names over several columns, never a title in the first column alone. */
function isGroupLevel(sheet: SheetCells, row: number, left: number, right: number, reader: HeaderReader): boolean {
  const cells = sheet.rows[row] ?? [];
  let filled = 0;
  let beyondFirst = false;
  for (let column = left; column <= right; column += 1) {
    if (headerText(cells[column] ?? null) === null) continue;
    filled += 1;
    if (column > left) beyondFirst = true;
  }
  return filled > 0 && beyondFirst && isHeaderLevel(cells, left, right, reader);
}
