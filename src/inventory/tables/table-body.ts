import {
  cellAt,
  CellError,
  filledIn,
  fold,
  isBlank,
  isBlankRow,
  widthOf,
  type Cell,
  type CellBlock,
  type SheetCells,
  type Steps,
} from "../../cells";
import { namesSomething } from "../../tariff";
import type { Column, Role, SheetContext, Span, Written } from "../table";
import { textsDown } from "./column-statistics";
import { headersOn, headsCommunes, itemHeadersOn } from "./header-parts";
import type { HeaderReader } from "./header-rows";
import { headerText, headerWord } from "../texts/header-word";
import { anchors } from "../texts/heading-roles";
import { pupilPart } from "../texts/label-reading";
import { loneText } from "../texts/school-names";
import { totalKind } from "../texts/total-words";
import { parseQuantity, readDate } from "../texts/values";

/** Where a body ends, before what is cut off its foot: its last row, and whether another table's header stops it. */
export interface BodyEnd {
  readonly bottom: number;
  readonly isFollowed: boolean;
}

/**
 * Finds the end of the body under a header: the last row before another header, wherever this one stands in the same columns,
 * or before a block of prestations where schools were expected; else the last row that is not blank.
 */
export function* bodyEnd(
  header: CellBlock,
  names: readonly number[],
  bottom: number,
  reader: HeaderReader,
): Steps<BodyEnd> {
  const { sheet } = reader;
  const all: Span = { left: 0, right: widthOf(sheet.rows) - 1 };
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
    const isHeader = (part: Span): boolean =>
      overlaps(part) && !(isFilledDown && anchorsStandIn(cells, part, names, reader));
    const isFollowed =
      (!isRow && headersOn(row, all, reader).some(isHeader)) ||
      (names.length === 0 && itemHeadersOn(row, all, reader).some(overlaps)) ||
      (isParted && headsCommunes(row, header, reader));
    if (isFollowed || (isParted && holdsLabels(row, header, names, reader))) return { bottom: last, isFollowed };
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

/** Returns whether what might head names stands in columns that hold names already. */
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

/** Returns whether a block of rows holds prestations in a column of names: schools across, a tariff, a legend. */
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

/** How many rows a break may take: the total carried over, the title again, the header again. */
const breakReach = 8;

/**
 * Finds the end of a body whose header comes again at the top of each page: when nothing stands before it but blank rows, what
 * is carried over and the same titles, the table goes on below. `asides`: the rows that only break or number it. (decisions §4)
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
    const next = headerAgain(sheet, header, end.bottom + 1, bottom, known);
    if (next === null || isTitled(sheet, header, next.top - 1, known)) break;
    for (let row = end.bottom + 1; row <= next.bottom; row += 1) asides.add(row);
    const breaksPage = (row: number): boolean =>
      saysTitle(sheet.rows[row] ?? [], header, known) || isUpperLevel(sheet, header, row);
    for (let row = end.bottom; row > header.bottom && breaksPage(row); row -= 1) asides.add(row);
    end = yield* endBelow(next);
  }
  return { ...end, asides };
}

/** Finds the same header, or its lowest level alone, right below what only breaks the page; null when there is none. */
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
      const textAt = (at: number): string => fold(String(cellAt(sheet, at, column) ?? ""));
      if (textAt(row) !== textAt(top + row - header.top)) return false;
    }
  return true;
}

/** Returns whether a row is a level of the header above its lowest one, again: « En service | Dont installés ». */
function isUpperLevel(sheet: SheetCells, header: CellBlock, row: number): boolean {
  for (let level = header.top; level < header.bottom; level += 1)
    if (isSame(sheet, { ...header, top: level, bottom: level }, row)) return true;
  return false;
}

/** Returns whether a text of its own stands above a header, as over another table: a commune, an equipment. */
function isTitled(sheet: SheetCells, header: CellBlock, above: number, titles: ReadonlySet<string>): boolean {
  for (let row = above; row > header.bottom; row -= 1) {
    const cells = sheet.rows[row] ?? [];
    if (isBlankRow(cells, header.left, header.right) || saysTitle(cells, header, titles)) continue;
    if (isUpperLevel(sheet, header, row)) continue;
    return isAlone(cells, header) && !isCarried(cells, header);
  }
  return false;
}

/** Returns whether a row is a title that stands above the table too, or a page's number. */
function saysTitle(cells: readonly Cell[], { left, right }: CellBlock, titles: ReadonlySet<string>): boolean {
  const filled = filledIn(cells, left, right);
  const says = (text: string): boolean => titles.has(text) || /^page\b|^\d+ ?\/ ?\d+$/.test(text);
  return filled.length > 0 && filled.every(({ cell }) => typeof cell === "string" && says(fold(cell)));
}

/** Returns whether a row is « À reporter », « Report », a total at the foot of a page. */
function isCarried(cells: readonly Cell[], span: Span): boolean {
  return beginsWithTotal(cells, span) || /^(a )?report(er)?\b/.test(fold(firstText(cells, span)));
}

/** Returns the row right below a header, or none, that numbers its columns: « 1 | 2 | 3 » or « (a) | (b) | (c) ». */
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

/** A body before its foot is looked at. */
interface UntrimmedBody extends SheetContext {
  readonly columns: readonly Column[];
  readonly span: Span;
  readonly top: number;
  readonly bottom: number;
  /** Another table's header stands below: what is right above it may be its title. */
  readonly isFollowed: boolean;
  /** Prestations stand down, under schools across: one is enough to say something. */
  readonly isAcross?: boolean;
}

/**
 * Finds the last row of a body that says something of an inventory. Below a blank row or a total, what only is a note, a
 * legend, a signature or the next table's title is no part of it. When no row says anything, the first are kept, to be told.
 */
export function withoutNotes(body: UntrimmedBody): number {
  const { sheet, span, top } = body;
  const cellsOf = (row: number): readonly Cell[] => sheet.rows[row] ?? [];
  const isBlankAt = (row: number): boolean => isBlankRow(cellsOf(row), span.left, span.right);
  const isAcross = body.isAcross === true;
  let { bottom } = body;
  // A prestation that no school has stands right below the others; the next table's title stands apart.
  const isListed = (row: number): boolean => isAcross && !isBlankAt(row - 1) && speaks(body, cellsOf(row), true);
  if (body.isFollowed)
    while (bottom >= top && isAlone(cellsOf(bottom), span) && !speaks(body, cellsOf(bottom), isListed(bottom)))
      bottom -= 1;
  let kept = bottom;
  for (let row = bottom; row >= top; row -= 1) {
    if (isBlankAt(row)) kept = row - 1;
    else if (beginsWithTotal(cellsOf(row), span)) return row;
    else if (speaks(body, cellsOf(row), isAcross)) return kept;
  }
  let first = top;
  while (first <= bottom && isBlankAt(first)) first += 1;
  while (first <= bottom && !isBlankAt(first)) first += 1;
  return first - 1;
}

function isAlone(cells: readonly Cell[], span: Span): boolean {
  return loneText(cells, span) !== null;
}

function beginsWithTotal(cells: readonly Cell[], span: Span): boolean {
  return totalKind(firstText(cells, span)) !== null;
}

/** Returns the text that a row begins with; empty when it begins with none. */
function firstText(cells: readonly Cell[], { left, right }: Span): string {
  const first = filledIn(cells, left, right)[0]?.cell;
  return typeof first === "string" ? first : "";
}

/** Words that schools are called by. */
const school = /\b(ecoles?|maternelles?|elementaires?|primaires?|groupes?|gs|rpi|annexe)\b/;

/** Whether a cell says something of an inventory, under a column of one role. */
type Telling = (cell: Cell, body: UntrimmedBody) => boolean;

const isQuantity: Telling = (cell) => typeof cell === "number" || parseQuantity(cell).kind !== "bad";
const isPlace: Telling = (cell, { directory }) => {
  const match = directory.find(String(cell));
  return match.kind !== "unknown" || match.suggestion !== null || String(cell).includes(">");
};
const isDate: Telling = (cell, { date1904 }) => readDate(cell, date1904) > 0;
const hasDigit: Telling = (cell) => /\d/.test(String(cell));

/** What says enough by itself. */
const telling: Readonly<Partial<Record<Role["kind"], Telling>>> = {
  count: isQuantity,
  part: isQuantity,
  untariffed: isQuantity,
  refused: isQuantity,
  commune: isPlace,
  entity: isPlace,
  location: isPlace,
  insee: (cell, { directory }) => directory.findByInsee(String(cell)).kind !== "unknown",
  school: (cell) => school.test(fold(String(cell))),
  pupil: () => true,
};

/** What does with another one: two things of one machine. */
const tellingOfMachine: typeof telling = {
  label: (cell, { readLabel }) => readLabel(String(cell)).label.kind !== "none",
  date: isDate,
  "date-in": isDate,
  "date-out": isDate,
  "inventory-number": hasDigit,
  "serial-number": hasDigit,
};

/** Returns whether a row says something of an inventory; when prestations alone stand down (`byLabel`), one is enough. */
function speaks(body: UntrimmedBody, cells: readonly Cell[], byLabel: boolean): boolean {
  const filled = body.columns
    .map(({ index, role }) => ({ cell: cells[index] ?? null, kind: role.kind }))
    .filter(({ cell }) => !isBlank(cell));
  if (filled.some(({ cell, kind }) => cell instanceof CellError || telling[kind]?.(cell, body) === true)) return true;
  const ofMachine = filled.filter(({ cell, kind }) => tellingOfMachine[kind]?.(cell, body) === true);
  return ofMachine.length >= 2 || (byLabel && ofMachine.some(({ kind }) => kind === "label"));
}
