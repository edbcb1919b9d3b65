import {
  CellError,
  filledIn,
  fold,
  isBlank,
  isBlankRow,
  rowsBetweenPauses,
  type Cell,
  type CellBlock,
  type Steps,
} from "../../cells";
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

/** The end of a body before its foot is trimmed: its last row, and whether the header of another table follows. */
export interface BodyEnd {
  readonly bottom: number;
  readonly isFollowed: boolean;
}

/**
 * Returns the end of the body below a header: before another header or a block of prestations, otherwise at the last
 * filled row.
 */
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
  /** Whether a blank row or a total precedes, with at most a title between: another table may begin here. */
  let isParted = false;
  for (let row = header.bottom + 1; row <= bottom; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    if (isBlankRow(cells, header.left, header.right)) {
      isParted = true;
      continue;
    }
    // Just below rows of the table, « Groupe scolaire » with a blank commune is a school: a header would head the
    // communes too.
    const isFilledDown = !isParted && names.length > 1 && names.some((column) => isBlank(cells[column] ?? null));
    // « Groupe scolaire | Poste | En service | | 40974 »: a header has no number below its columns.
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

/** Returns whether texts that may be headings of names are in columns of names. */
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

/** The number of rows of a block that are examined. */
const blockReach = 40;

/** Returns whether a block of rows has prestations in a column of names: schools across, a tariff, a legend. */
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

/** A body before its foot is trimmed. */
interface UntrimmedBody extends SheetContext {
  readonly columns: readonly Column[];
  readonly span: Span;
  readonly top: number;
  readonly bottom: number;
  /** Whether another header follows, whose title may be in the last rows. */
  readonly isFollowed: boolean;
  /** Whether prestations are down and schools across: one prestation then makes a row of data. */
  readonly isAcross?: boolean;
}

/**
 * Returns the last data row of a body. Below a blank row or a total, notes, legends, signatures and the title of the
 * next table are trimmed. When there is no data row, the first rows are kept, so that they are reported.
 */
export function withoutNotes(body: UntrimmedBody): number {
  const { sheet, span, top } = body;
  const cellsOf = (row: number): readonly Cell[] => sheet.rows[row] ?? [];
  const isBlankAt = (row: number): boolean => isBlankRow(cellsOf(row), span.left, span.right);
  const isAcross = body.isAcross === true;
  let { bottom } = body;
  // A prestation without any quantity is just below the others; the title of the next table is not.
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

/** Returns the text in the first filled cell of a row; empty when it is not a text. */
export function firstText(cells: readonly Cell[], { left, right }: Span): string {
  const first = filledIn(cells, left, right)[0]?.cell;
  return typeof first === "string" ? first : "";
}

/** Words in the names of schools. */
const school = /\b(ecoles?|maternelles?|elementaires?|primaires?|groupes?|gs|rpi|annexe)\b/;

/** Returns whether a cell is inventory data, below a column with a given role. */
type CellTest = (cell: Cell, body: UntrimmedBody) => boolean;

const isQuantity: CellTest = (cell) => typeof cell === "number" || parseQuantity(cell).kind !== "bad";
const isPlace: CellTest = (cell, { directory }) => {
  const match = directory.find(String(cell));
  return match.kind !== "unknown" || match.suggestion !== null || String(cell).includes(">");
};
const isDate: CellTest = (cell, { date1904 }) => readDate(cell, date1904) > 0;
const hasDigit: CellTest = (cell) => /\d/.test(String(cell));

/** Roles whose data suffice to make a data row. */
const ofRows: Readonly<Partial<Record<Role["kind"], CellTest>>> = {
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

/** Roles of which two make a data row: two facts about one machine. */
const ofMachineRows: typeof ofRows = {
  label: (cell, { readLabel }) => readLabel(String(cell)).label.kind !== "none",
  date: isDate,
  "date-in": isDate,
  "date-out": isDate,
  "inventory-number": hasDigit,
  "serial-number": hasDigit,
};

/** Returns whether a row is inventory data; `byLabel`: a prestation alone suffices. */
function speaks(body: UntrimmedBody, cells: readonly Cell[], byLabel: boolean): boolean {
  const filled = body.columns
    .map(({ index, role }) => ({ cell: cells[index] ?? null, kind: role.kind }))
    .filter(({ cell }) => !isBlank(cell));
  if (filled.some(({ cell, kind }) => cell instanceof CellError || ofRows[kind]?.(cell, body) === true)) return true;
  const ofMachine = filled.filter(({ cell, kind }) => ofMachineRows[kind]?.(cell, body) === true);
  return ofMachine.length >= 2 || (byLabel && ofMachine.some(({ kind }) => kind === "label"));
}
