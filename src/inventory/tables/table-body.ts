import {
  fold,
  isBlank,
  isBlankRow,
  widthOf,
  type Cell,
  type CellBlock,
  type SheetCells,
  type Steps,
} from "../../cells";
import { namesSomething, pupilPart } from "../../tariff";
import type { Span } from "../table";
import { anchors, headerText, headerWord } from "../words/headings";
import { totalKind } from "../words/names";
import { textsDown } from "./column-statistics";
import { headersOn, headsCommunes, itemHeadersOn } from "./header-parts";
import type { HeaderReader } from "./header-rows";
import { beginsWithTotal, isAlone } from "./notes-below-table";
import type { Title } from "./table-titles";

/** Where a body ends, before what is cut off its foot: its last row, and whether another table's header stops it. */
export interface BodyEnd {
  readonly bottom: number;
  readonly isFollowed: boolean;
}

/**
 * The end of the body under a header: the last row before another header, wherever this one stands in the same columns, or
 * before a block of prestations where schools were expected; else the last row that is not blank.
 */
export function* bodyEnd(
  header: CellBlock,
  names: readonly number[],
  bottom: number,
  reader: HeaderReader,
): Steps<BodyEnd> {
  const { sheet } = reader;
  const width = widthOf(sheet.rows);
  const all: Span = { left: 0, right: width - 1 };
  const overlaps = ({ left, right }: Span): boolean => left <= header.right && header.left <= right;
  let last = header.bottom;
  /** A blank row or a total stands above, a title in between at most: here another table may begin. */
  let isParted = false;
  for (let row = header.bottom + 1; row <= bottom; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    if (isBlankRow(cells, header.left, header.right)) {
      isParted = true;
      continue;
    }
    // Right below rows of its own, « Groupe scolaire » whose commune is left blank is a school: a header heads its communes too.
    const isFilledDown = !isParted && names.length > 1 && names.some((column) => isBlank(cells[column] ?? null));
    // « Groupe scolaire | Poste | En service | | 40974 »: a header's row holds no number of the columns above it.
    const isRow = !isParted && holdsNumber(cells, header);
    const isHeaded =
      !isRow &&
      headersOn(row, all, reader).some(
        (part) => overlaps(part) && !(isFilledDown && anchorsStandIn(cells, part, names, reader)),
      );
    if (isHeaded) return { bottom: last, isFollowed: true };
    if (names.length === 0 && itemHeadersOn(row, all, reader).some(overlaps)) return { bottom: last, isFollowed: true };
    if (isParted) {
      if (headsCommunes(row, header, reader)) return { bottom: last, isFollowed: true };
      if (holdsLabels(row, header, names, reader)) return { bottom: last, isFollowed: false };
    }
    last = row;
    isParted = beginsWithTotal(cells, header) || (isParted && isAlone(cells, header));
  }
  return { bottom: last, isFollowed: false };
}

function holdsNumber(cells: readonly Cell[], { left, right }: Span): boolean {
  return cells.slice(left, right + 1).some((cell) => typeof cell === "number" && headerText(cell) === null);
}

/** A few milliseconds of looking for the end of a body. */
const rowsBetweenPauses = 1024;

/** True where what might head names stands in columns that hold names already. */
function anchorsStandIn(
  cells: readonly Cell[],
  { left, right }: Span,
  names: readonly number[],
  { readLabel }: HeaderReader,
): boolean {
  for (let column = left; column <= right; column += 1) {
    const text = headerText(cells[column] ?? null);
    const role = text === null ? null : headerWord(text, readLabel).role;
    // « GS » is a level as well as a « groupe scolaire ».
    const isAnchor = role !== null && anchors.has(role) && pupilPart(text!) === null;
    if (isAnchor && !names.includes(column)) return false;
  }
  return true;
}

/** How many rows of a block are looked at. */
const blockReach = 40;

/** True where, in the columns of names, a block of rows down to a blank one holds prestations: schools across, a tariff, a legend. */
function holdsLabels(top: number, { left, right }: Span, names: readonly number[], reader: HeaderReader): boolean {
  const { sheet } = reader;
  const block = sheet.rows.slice(top, top + blockReach + 1);
  const end = block.findIndex((cells) => isBlankRow(cells, left, right));
  const body = { sheet, bodyTop: top, bottom: top + (end < 0 ? block.length : end) - 1 };
  return names.some((column) => {
    const texts = textsDown(body, column);
    const labels = texts.filter((text) => namesSomething(reader.readLabel(text).label));
    return labels.length >= 2 && labels.length * 2 >= texts.length;
  });
}

/** A body that goes on over the breaks of pages, and the rows that only say where it breaks. */
interface PagedBody extends BodyEnd {
  readonly asides: ReadonlySet<number>;
}

/** How many rows a break may take: the total carried over, the title again, the header again. */
const breakReach = 8;

/**
 * The end of a body whose header is printed again at the top of each page: where nothing stands before it but blank rows, what
 * is carried over and the same titles, the table goes on below. (decisions §4)
 */
export function* overPageBreaks(
  sheet: SheetCells,
  header: CellBlock,
  titles: readonly Title[],
  bottom: number,
  endBelow: (header: CellBlock) => Steps<BodyEnd>,
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
    for (let column = header.left; column <= header.right; column += 1)
      if (
        foldedText(sheet.rows[row]?.[column] ?? null) !==
        foldedText(sheet.rows[top + row - header.top]?.[column] ?? null)
      )
        return false;
  return true;
}

/** True where a text of its own stands above a header, as over another table: a commune, an equipment. */
function isTitled(sheet: SheetCells, header: CellBlock, above: number, titles: ReadonlySet<string>): boolean {
  for (let row = above; row > header.bottom; row -= 1) {
    const cells = sheet.rows[row] ?? [];
    if (isBlankRow(cells, header.left, header.right) || saysTitle(cells, header, titles)) continue;
    return isAlone(cells, header) && !isCarried(cells, header);
  }
  return false;
}

/** A title that stands above the table too, or a page's number. */
function saysTitle(cells: readonly Cell[], { left, right }: CellBlock, titles: ReadonlySet<string>): boolean {
  const filled = cells.slice(left, right + 1).filter((cell) => !isBlank(cell));
  if (filled.length === 0) return false;
  return filled.every(
    (cell) => typeof cell === "string" && (titles.has(fold(cell)) || /^page\b|^\d+ ?\/ ?\d+$/.test(fold(cell))),
  );
}

/** « À reporter », « Report », a total at the foot of a page. */
function isCarried(cells: readonly Cell[], { left, right }: CellBlock): boolean {
  const first = cells.slice(left, right + 1).find((cell) => !isBlank(cell));
  return typeof first === "string" && (totalKind(first) !== null || /^(a )?report(er)?\b/.test(fold(first)));
}

/** « 1 | 2 | 3 » or « (a) | (b) | (c) » right below a header numbers its columns. */
function numberingRow(sheet: SheetCells, { bottom, left, right }: CellBlock): number[] {
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

function foldedText(cell: Cell): string {
  return isBlank(cell) ? "" : fold(String(cell));
}
