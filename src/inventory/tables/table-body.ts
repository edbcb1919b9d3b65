import { CellError, filledIn, fold, isBlank, isBlankRow, type Cell, type CellBlock, type Steps } from "../../cells";
import { namesSomething } from "../../tariff";
import type { Column, Role } from "../column";
import type { SheetContext, Span } from "../table";
import { textsDown } from "./column-statistics";
import { headersOn, headsCommunes, holdsFigure, itemHeadersOn } from "./header-parts";
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

/** Finds the end of the body under a header: before another header or a block of prestations, else at the last filled row. */
export function* bodyEnd(
  header: CellBlock,
  names: readonly number[],
  bottom: number,
  reader: HeaderReader,
): Steps<BodyEnd> {
  const { sheet } = reader;
  const all: Span = { left: 0, right: reader.width - 1 };
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
    const isRow = !isParted && holdsFigure(cells, header.left, header.right);
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

/** A few milliseconds of looking for the end of a body. */
const rowsBetweenPauses = 1024;

/** Returns whether what might head names stands in columns that hold names already. */
function anchorsStandIn(
  cells: readonly Cell[],
  { left, right }: Span,
  names: readonly number[],
  { readLabel }: HeaderReader,
): boolean {
  return filledIn(cells, left, right).every(({ cell, column }) => {
    const text = headerText(cell);
    const role = text === null ? null : headerWord(text, readLabel).role;
    // « GS » is a level as well as a « groupe scolaire ».
    const isAnchor = role !== null && anchors.has(role) && pupilPart(text!) === null;
    return !isAnchor || names.includes(column);
  });
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

export function isAlone(cells: readonly Cell[], span: Span): boolean {
  return loneText(cells, span) !== null;
}

export function beginsWithTotal(cells: readonly Cell[], span: Span): boolean {
  return totalKind(firstText(cells, span)) !== null;
}

/** Returns the text that a row begins with; empty when it begins with none. */
export function firstText(cells: readonly Cell[], { left, right }: Span): string {
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
