import type { Cell, SheetCells, Steps } from "../../cells";
import { fold, isBlank, isBlankRow } from "../../cells";
import { totalKind } from "../read/total-label";
import { isAlone } from "./afterword";
import type { Title } from "./context";
import type { BodyEnd } from "./body";
import type { Region } from "./region";

/** A body that goes on over the breaks of pages, and the rows that only say where it breaks. */
export interface PagedBody extends BodyEnd {
  readonly asides: ReadonlySet<number>;
}

/** How many rows a break may take: the total carried over, the title again, the header again. */
const reach = 8;

/**
 * The end of a body whose header is printed again at the top of each page: where nothing stands before it but blank rows, what
 * is carried over and the same titles, the table goes on below. (decisions §4)
 */
export function* overPageBreaks(
  sheet: SheetCells,
  header: Region,
  titles: readonly Title[],
  bottom: number,
  endBelow: (header: Region) => Steps<BodyEnd>,
): Steps<PagedBody> {
  const known = new Set(titles.map(({ text }) => fold(text)));
  const asides = new Set<number>(numberingRow(sheet, header));
  let end = yield* endBelow(header);
  while (end.isFollowed) {
    const next = headerAgain(sheet, header, end.bottom + 1, bottom, known);
    if (next === null || isTitled(sheet, header, next.top - 1, known)) break;
    for (let row = next.top; row <= next.bottom; row += 1) asides.add(row);
    for (let row = end.bottom + 1; row < next.top; row += 1) asides.add(row);
    for (let row = end.bottom; row > header.bottom && saysTitle(sheet.rows[row] ?? [], header, known); row -= 1)
      asides.add(row);
    end = yield* endBelow(next);
  }
  return { ...end, asides };
}

/** The same header, word for word, or its lowest level alone, right below what only breaks the page; null where something else stands. */
function headerAgain(
  sheet: SheetCells,
  header: Region,
  from: number,
  bottom: number,
  titles: ReadonlySet<string>,
): Region | null {
  const height = header.bottom - header.top;
  for (let top = from; top <= Math.min(from + reach, bottom - height); top += 1) {
    if (isSame(sheet, header, top)) return { ...header, top, bottom: top + height };
    if (isSame(sheet, { ...header, top: header.bottom }, top)) return { ...header, top, bottom: top };
    const cells = sheet.rows[top] ?? [];
    if (!isBlankRow(cells, header.left, header.right) && !saysTitle(cells, header, titles) && !isCarried(cells, header))
      return null;
  }
  return null;
}

function isSame(sheet: SheetCells, header: Region, top: number): boolean {
  for (let row = header.top; row <= header.bottom; row += 1)
    for (let column = header.left; column <= header.right; column += 1)
      if (textOf(sheet.rows[row]?.[column] ?? null) !== textOf(sheet.rows[top + row - header.top]?.[column] ?? null))
        return false;
  return true;
}

/** True where a text of its own stands above a header, as over another table: a commune, an equipment. */
function isTitled(sheet: SheetCells, header: Region, above: number, titles: ReadonlySet<string>): boolean {
  for (let row = above; row > header.bottom; row -= 1) {
    const cells = sheet.rows[row] ?? [];
    if (isBlankRow(cells, header.left, header.right) || saysTitle(cells, header, titles)) continue;
    return isAlone(cells, header) && !isCarried(cells, header);
  }
  return false;
}

/** A title that stands above the table too, or a page's number. */
function saysTitle(cells: readonly Cell[], { left, right }: Region, titles: ReadonlySet<string>): boolean {
  const filled = cells.slice(left, right + 1).filter((cell) => !isBlank(cell));
  if (filled.length === 0) return false;
  return filled.every(
    (cell) => typeof cell === "string" && (titles.has(fold(cell)) || /^page\b|^\d+ ?\/ ?\d+$/.test(fold(cell))),
  );
}

/** « À reporter », « Report », a total at the foot of a page. */
function isCarried(cells: readonly Cell[], { left, right }: Region): boolean {
  const first = cells.slice(left, right + 1).find((cell) => !isBlank(cell));
  return typeof first === "string" && (totalKind(first) !== null || /^(a )?report(er)?\b/.test(fold(first)));
}

/** « 1 | 2 | 3 » or « (a) | (b) | (c) » right below a header numbers its columns. */
function numberingRow(sheet: SheetCells, { bottom, left, right }: Region): number[] {
  const row = bottom + 1;
  const cells = (sheet.rows[row] ?? []).slice(left, right + 1);
  const ranks = cells.map(rankOf);
  const isNumbering =
    right - left >= 2 &&
    cells.length === right - left + 1 &&
    ranks.every((rank, at) => rank !== null && rank === (ranks[0] ?? 0) + at);
  return isNumbering ? [row] : [];
}

function rankOf(cell: Cell): number | null {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 0 && cell < 200 ? cell : null;
  const letter = typeof cell === "string" ? /^\(?([a-z]|\d{1,3})\)?$/.exec(fold(cell))?.[1] : undefined;
  if (letter === undefined) return null;
  return /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 96;
}

function textOf(cell: Cell): string {
  return isBlank(cell) ? "" : fold(String(cell));
}
