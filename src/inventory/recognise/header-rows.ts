import type { Cell, SheetCells } from "../../cells";
import type { ReadLabel } from "./header-cells";
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
}

/** Longest header row text: beyond, it is a sentence. */
const longest = 60;

function isHeaderLike(cell: Cell): cell is string | number {
  const text = headerText(cell);
  return text !== null && text.length <= longest;
}

/**
 * True where the row holds at least two different header words, one of which only a list of schools has, and no number
 * but years.
 */
export function isHeaderRow(cells: readonly Cell[], left: number, right: number, readLabel: ReadLabel): boolean {
  let recognised = 0;
  let anchored = false;
  let pupils = 0;
  const seen = new Set<string>();
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const cell = cells[column] ?? null;
    if (cell === null) continue;
    if (typeof cell === "number" && headerText(cell) === null) return false;
    if (!isHeaderLike(cell)) continue;
    const word = headerWord(headerText(cell)!, readLabel);
    if (!word.recognised) continue;
    if (word.role === "pupil") pupils += 1;
    const key = word.role ?? word.text.toLowerCase();
    if (seen.has(key) && word.role !== "pupil") continue;
    seen.add(key);
    recognised += 1;
    if (word.role !== null && anchors.has(word.role)) anchored = true;
  }
  return anchored && recognised >= 2 && (pupils === 0 || pupils >= 2 || recognised > 2);
}

/** A row above or below the anchors' row that belongs to the header: words of ours only, no figure, no anchor of its own. */
function isHeaderLevel(cells: readonly Cell[], left: number, right: number, readLabel: ReadLabel): boolean {
  let recognised = 0;
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const cell = cells[column] ?? null;
    if (cell === null || (typeof cell === "string" && cell.trim() === "")) continue;
    if (!isHeaderLike(cell)) return false;
    const word = headerWord(headerText(cell)!, readLabel);
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
  readLabel: ReadLabel,
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
    const role = text === null ? null : headerWord(text, readLabel).role;
    if (role !== null && anchors.has(role)) {
      if (seen.has(role) && column > right + 1) return { left, right };
      seen.add(role);
    }
    if (column > right + 1 && startsAnother(cells, column, end, seen, readLabel)) return { left, right };
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
  readLabel: ReadLabel,
): boolean {
  for (let column = from; column <= end; column += 1) {
    const text = headerText(cells[column] ?? null);
    if (text === null) return false;
    const role = headerWord(text, readLabel).role;
    if (role !== null && anchors.has(role) && seen.has(role)) return true;
  }
  return false;
}

/** The first header block of a region, or null. Up to one level above the anchors and two below belong to it. */
export function findHeader(sheet: SheetCells, region: Region, readLabel: ReadLabel): HeaderBlock | null {
  for (let row = region.top; row <= region.bottom; row += 1) {
    const cells = sheet.rows[row];
    if (cells === undefined || cells.length <= region.left) continue;
    if (!isHeaderRow(cells, region.left, region.right, readLabel)) continue;
    const { left, right } = span(cells, [], region, readLabel);
    let bottom = row;
    let widest = right;
    while (bottom < row + 2 && bottom < region.bottom) {
      const next = sheet.rows[bottom + 1] ?? [];
      const wide = span(cells, next, region, readLabel);
      const anchored = anchorsBlank(cells, next, left, right, readLabel);
      if (!anchored || !isHeaderLevel(next, left, wide.right, readLabel)) break;
      bottom += 1;
      widest = Math.max(widest, wide.right);
    }
    let top = row;
    while (top > region.top && top > row - 2 && isGroupLevel(sheet, top - 1, left, widest, readLabel)) top -= 1;
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
  readLabel: ReadLabel,
): boolean {
  for (let column = left; column <= right; column += 1) {
    const text = headerText(cells[column] ?? null);
    if (text === null) continue;
    const role = headerWord(text, readLabel).role;
    if (role !== null && anchors.has(role) && headerText(next[column] ?? null) !== null) return false;
    if (role !== null && anchors.has(role) && typeof next[column] === "number") return false;
  }
  return true;
}

/** A level above the anchors' row: group names over several columns, never a title in the first column alone. */
function isGroupLevel(sheet: SheetCells, row: number, left: number, right: number, readLabel: ReadLabel): boolean {
  const cells = sheet.rows[row] ?? [];
  let filled = 0;
  let beyondFirst = false;
  for (let column = left; column <= right; column += 1) {
    if (headerText(cells[column] ?? null) === null) continue;
    filled += 1;
    if (column > left) beyondFirst = true;
  }
  return filled > 0 && beyondFirst && isHeaderLevel(cells, left, right, readLabel);
}
