import type { Cell, SheetCells } from "../../cells";
import { anchors, headerText, headerWord } from "./header-cells";
import type { HeaderReader } from "./header-reader";
import { isHeaderLevel } from "./header-row";
import type { Region, Span } from "./region";

/** Up to two levels below the anchors' row, and two above, belong to a header. */
const levels = 2;

/** The whole header of a table, from its row of anchors: what stands above and below it, inside a region, widens it too. */
export function headerBlock(sheet: SheetCells, row: number, part: Span, region: Region, reader: HeaderReader): Region {
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
  while (top > region.top && top > row - levels && isGroupLevel(sheet, top - 1, { left: part.left, right }, reader))
    top -= 1;
  for (let level = top; level < row; level += 1) right = filledFrom(level, right);
  return { top, bottom, left: part.left, right };
}

/** The last row of the cells of the anchors' row that are merged downwards, where none of these rows holds a number. */
function mergedDown(sheet: SheetCells, row: number, { left, right }: Span, region: Region): number {
  const last = sheet.merges
    .filter((merge) => merge.top === row && merge.left >= left && merge.left <= right && merge.bottom <= row + levels)
    .filter(({ bottom }) => bottom < region.bottom)
    .reduce((lowest, { bottom }) => Math.max(lowest, bottom), row);
  const isHeading = (at: number): boolean =>
    (sheet.rows[at] ?? []).slice(left, right + 1).every((cell) => typeof cell !== "number");
  for (let at = row + 1; at <= last; at += 1) if (!isHeading(at)) return row;
  return last;
}

/** Below an anchor, a second header level is blank (merged) or says the anchor again. */
function anchorsBlank(cells: readonly Cell[], next: readonly Cell[], part: Span, reader: HeaderReader): boolean {
  for (let column = part.left; column <= part.right; column += 1) {
    const text = headerText(cells[column] ?? null);
    if (text === null) continue;
    const role = headerWord(text, reader.readLabel).role;
    const under = next[column] ?? null;
    if (role !== null && anchors.has(role) && (headerText(under) !== null || typeof under === "number")) return false;
  }
  return true;
}

/** A level above the anchors' row: group names over several columns, never a title in the first column alone. */
function isGroupLevel(sheet: SheetCells, row: number, { left, right }: Span, reader: HeaderReader): boolean {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  let filled = 0;
  let beyondFirst = false;
  for (let column = left; column <= right; column += 1) {
    if (headerText(cells[column] ?? null) === null) continue;
    filled += 1;
    if (column > left) beyondFirst = true;
  }
  return filled > 0 && beyondFirst && isHeaderLevel(cells, left, right, reader);
}
