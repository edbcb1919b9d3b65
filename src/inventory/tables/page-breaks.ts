import {
  cellAt,
  filledIn,
  fold,
  isBlankRow,
  type Cell,
  type CellBlock,
  type SheetCells,
  type Steps,
} from "../../cells";
import type { Span, Written } from "../table";
import { beginsWithTotal, firstText, isAlone, type BodyEnd } from "./table-body";

/** The most rows of a page break: a total carried over, the title and the header repeated. */
const breakReach = 8;

/**
 * Returns the end of a body whose header is repeated on each page; `asides`: its rows that are not data. (decisions §4)
 */
export function* overPageBreaks(
  sheet: SheetCells,
  header: CellBlock,
  titles: readonly Written[],
  bottom: number,
  endBelow: (header: CellBlock) => Steps<BodyEnd>,
): Steps<BodyEnd & { readonly asides: ReadonlySet<number> }> {
  const known = new Set(titles.map(({ text }) => fold(text)));
  const asides = new Set<number>(numberingRow(sheet, header));
  let end = yield* endBelow(header);
  while (end.isFollowed) {
    const again = headerAgain(sheet, header, end.bottom + 1, bottom, known);
    if (again === null || isTitled(sheet, header, again.top - 1, known)) break;
    const next = lastInARow(sheet, again, bottom);
    for (let row = end.bottom + 1; row <= next.bottom; row += 1) asides.add(row);
    const breaksPage = (row: number): boolean =>
      saysTitle(sheet.rows[row] ?? [], header, known) || isUpperLevel(sheet, header, row);
    for (let row = end.bottom; row > header.bottom && breaksPage(row); row -= 1) asides.add(row);
    end = yield* endBelow(next);
  }
  return { ...end, asides };
}

/** Returns the last of identical headers one below the other: even filled down, they make one page break. */
function lastInARow(sheet: SheetCells, again: CellBlock, bottom: number): CellBlock {
  const height = again.bottom - again.top + 1;
  let last = again;
  while (last.bottom + height <= bottom && isSame(sheet, last, last.bottom + 1))
    last = { ...last, top: last.bottom + 1, bottom: last.bottom + height };
  return last;
}

/**
 * Returns the next repetition of a header, or of its lowest level, separated only by rows of a page break; null when
 * there is none.
 */
function headerAgain(
  sheet: SheetCells,
  header: CellBlock,
  from: number,
  bottom: number,
  titles: ReadonlySet<string>,
): CellBlock | null {
  const height = header.bottom - header.top;
  for (let top = from; top <= Math.min(from + breakReach, bottom - height); top += 1) {
    if (isSame(sheet, header, top)) return { ...header, top, bottom: top + height };
    if (isSame(sheet, { ...header, top: header.bottom }, top)) return { ...header, top, bottom: top };
    const cells = sheet.rows[top] ?? [];
    if (!isBlankRow(cells, header.left, header.right) && !saysTitle(cells, header, titles) && !isCarried(cells, header))
      return null;
  }
  return null;
}

function isSame(sheet: SheetCells, header: CellBlock, top: number): boolean {
  for (let row = header.top; row <= header.bottom; row += 1)
    for (let column = header.left; column <= header.right; column += 1) {
      const [one, other] = [cellAt(sheet, row, column), cellAt(sheet, top + row - header.top, column)];
      // Texts are folded only when they differ, because a header may be repeated in a hundred thousand rows.
      if (one !== other && fold(String(one ?? "")) !== fold(String(other ?? ""))) return false;
    }
  return true;
}

/** Returns whether a row repeats an upper level of the header: « En service | Dont installés ». */
function isUpperLevel(sheet: SheetCells, header: CellBlock, row: number): boolean {
  for (let level = header.top; level < header.bottom; level += 1)
    if (isSame(sheet, { ...header, top: level, bottom: level }, row)) return true;
  return false;
}

/**
 * Returns whether a repeated header has its own title, such as a commune or equipment, which makes it the header of
 * another table.
 */
function isTitled(sheet: SheetCells, header: CellBlock, above: number, titles: ReadonlySet<string>): boolean {
  for (let row = above; row > header.bottom; row -= 1) {
    const cells = sheet.rows[row] ?? [];
    if (isBlankRow(cells, header.left, header.right) || saysTitle(cells, header, titles)) continue;
    if (isUpperLevel(sheet, header, row)) continue;
    return isAlone(cells, header) && !isCarried(cells, header);
  }
  return false;
}

/** Returns whether a row repeats a title of the table, or is a page number. */
function saysTitle(cells: readonly Cell[], { left, right }: CellBlock, titles: ReadonlySet<string>): boolean {
  const filled = filledIn(cells, left, right);
  const says = (text: string): boolean => titles.has(text) || /^page\b|^\d+ ?\/ ?\d+$/.test(text);
  return filled.length > 0 && filled.every(({ cell }) => typeof cell === "string" && says(fold(cell)));
}

/** Returns whether a row is a total at the foot of a page, or « À reporter », « Report ». */
function isCarried(cells: readonly Cell[], span: Span): boolean {
  return beginsWithTotal(cells, span) || /^(a )?report(er)?\b/.test(fold(firstText(cells, span)));
}

/**
 * Returns the row just below a header if it numbers the columns, « 1 | 2 | 3 » or « (a) | (b) | (c) »; otherwise empty.
 */
function numberingRow(sheet: SheetCells, { bottom, left, right }: CellBlock): number[] {
  const ranks = (sheet.rows[bottom + 1] ?? []).slice(left, right + 1).map(rankOf);
  const isWhole = ranks.length > 2 && ranks.length === right - left + 1;
  return isWhole && ranks.every((rank, at) => rank !== null && rank === ranks[0]! + at) ? [bottom + 1] : [];
}

function rankOf(cell: Cell): number | null {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 && cell < 200 ? cell : null;
  const letter = typeof cell === "string" ? /^\(?([a-z]|\d{1,3})\)?$/.exec(fold(cell))?.[1] : undefined;
  return letter === undefined ? null : /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 96;
}
