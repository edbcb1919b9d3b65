import { CellError, fold, isBlank, isBlankRow, type Cell } from "../../cells";
import type { Column, SheetContext, Span } from "../table";
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

/**
 * True where a row says something of an inventory: a quantity, a commune, a school, a pupil, two things of a machine; where
 * prestations alone stand down (`byLabel`), one of them.
 */
function speaks({ columns, directory, readLabel }: UntrimmedBody, cells: readonly Cell[], byLabel: boolean): boolean {
  let ofMachine = 0;
  for (const { index, role } of columns) {
    const cell = cells[index] ?? null;
    if (isBlank(cell)) continue;
    if (cell instanceof CellError) return true;
    const text = String(cell);
    switch (role.kind) {
      case "count":
      case "part":
      case "untariffed":
      case "refused":
        if (typeof cell === "number" || parseQuantity(cell).kind !== "bad") return true;
        break;
      case "commune":
      case "entity":
      case "location": {
        const match = directory.find(text);
        if (match.kind !== "unknown" || match.suggestion !== null || text.includes(">")) return true;
        break;
      }
      case "insee":
        if (directory.findByInsee(text).kind !== "unknown") return true;
        break;
      case "school":
        if (school.test(fold(text))) return true;
        break;
      case "pupil":
        return true;
      case "label":
        if (readLabel(text).label.kind === "none") break;
        if (byLabel) return true;
        ofMachine += 1;
        break;
      case "date":
      case "date-in":
      case "date-out":
        if (readDate(cell, false) > 0) ofMachine += 1;
        break;
      case "inventory-number":
      case "serial-number":
        if (/\d/.test(text)) ofMachine += 1;
        break;
      default:
    }
  }
  return ofMachine >= 2;
}
