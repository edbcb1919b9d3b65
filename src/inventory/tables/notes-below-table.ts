import { CellError, fold, isBlank, isBlankRow, type Cell } from "../../cells";
import type { Column, Role, SheetContext, Span } from "../table";
import { totalKind } from "../words/names";
import { parseQuantity, readDate } from "../words/values";

/** A body before its foot is looked at. */
interface UntrimmedBody extends SheetContext {
  readonly columns: readonly Column[];
  readonly span: Span;
  readonly top: number;
  readonly bottom: number;
  /** Another table's header stands below: what is right above it may be its title. */
  readonly isFollowed: boolean;
}

/**
 * The last row of a body that says something of an inventory. Below a blank row or a total, what only is a note, a legend, a
 * signature or the next table's title is no part of it. Where no row says anything, the first ones are kept, to be told.
 */
export function withoutNotes(body: UntrimmedBody): number {
  const { sheet, span, top } = body;
  const cellsOf = (row: number): readonly Cell[] => sheet.rows[row] ?? [];
  const isBlankAt = (row: number): boolean => isBlankRow(cellsOf(row), span.left, span.right);
  const isAcross = body.columns.some((column) => column.school !== null);
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

/** True where a row has one text only: a title, a section's name, a note. */
export function isAlone(cells: readonly Cell[], { left, right }: Span): boolean {
  const filled = cells.slice(left, right + 1).filter((cell) => !isBlank(cell));
  return filled.length === 1 && typeof filled[0] === "string";
}

/** True where a row begins with « Total ». */
export function beginsWithTotal(cells: readonly Cell[], { left, right }: Span): boolean {
  const first = cells.slice(left, right + 1).find((cell) => !isBlank(cell));
  return typeof first === "string" && totalKind(first) !== null;
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
const isDate: Telling = (cell) => readDate(cell, false) > 0;
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

/** True where a row says something of an inventory; where prestations alone stand down (`byLabel`), one of them is enough. */
function speaks(body: UntrimmedBody, cells: readonly Cell[], byLabel: boolean): boolean {
  const filled = body.columns
    .map(({ index, role }) => ({ cell: cells[index] ?? null, kind: role.kind }))
    .filter(({ cell }) => !isBlank(cell));
  if (filled.some(({ cell, kind }) => cell instanceof CellError || telling[kind]?.(cell, body) === true)) return true;
  const ofMachine = filled.filter(({ cell, kind }) => tellingOfMachine[kind]?.(cell, body) === true);
  return ofMachine.length >= 2 || (byLabel && ofMachine.some(({ kind }) => kind === "label"));
}
