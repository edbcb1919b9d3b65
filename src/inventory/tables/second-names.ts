import { fold, isBlank, memoByText, type Cell } from "../../cells";
import { columnOf, countsPupils, isCorrected, refusedAs, type Column } from "../column";
import type { BodyRows } from "../table";
import { cellsDown } from "./column-statistics";

/** The fewest names in a list. */
const fewest = 2;

/**
 * Refuses the quantities to the right of a second list of the schools in another order, « Palmarès ». (decisions §4,
 * Proof)
 */
export function refuseOfOtherSchools(columns: readonly Column[], body: BodyRows): Column[] {
  const school = columnOf({ columns }, "school");
  if (school === null || !columns.some((column) => column.index > school.index && counts(column))) return [...columns];
  const own = cellsDown(body, school.index).map(nameIn);
  const isName = new Set(own.filter((text) => text !== null));
  let listed: readonly (string | null)[] | null = null;
  return columns.map((column) => {
    if (column.index <= school.index) return column;
    if (counts(column)) {
      const isBeside = listed !== null && isWithin(cellsDown(body, column.index), listed);
      return isBeside ? refusedAs(column, "other-schools") : column;
    }
    if (column.role.kind !== "commune") listed = otherOrder(cellsDown(body, column.index), own, isName) ?? listed;
    return column;
  });
}

/** Returns whether a column is a quantity, even refused for another reason. */
function counts(column: Column): boolean {
  const { role } = column;
  if (role.kind === "count" || role.kind === "untariffed" || role.kind === "installed-on" || countsPupils(role))
    return true;
  return role.kind === "refused" && !isCorrected(column) && role.why !== "untitled";
}

/** Returns a name as it is compared; null where a cell holds none. */
function nameIn(cell: Cell): string | null {
  return typeof cell === "string" && cell.trim() !== "" ? folded(cell) : null;
}

const folded = memoByText(fold);

/**
 * Returns the texts of a column that repeats names of schools, each once, some in the row of another school; otherwise
 * null.
 */
function otherOrder(
  cells: readonly Cell[],
  own: readonly (string | null)[],
  isName: ReadonlySet<string>,
): readonly (string | null)[] | null {
  const texts: (string | null)[] = [];
  const met = new Set<string>();
  for (const cell of cells) {
    const text = nameIn(cell);
    // Most columns end here, at their first text or the second time that it comes.
    if (text !== null && (!isName.has(text) || met.has(text))) return null;
    if (text !== null) met.add(text);
    texts.push(text);
  }
  return met.size >= fewest && texts.some((text, row) => text !== null && text !== own[row]) ? texts : null;
}

/** Returns whether the filled cells of a column are all in rows of a list. */
function isWithin(cells: readonly Cell[], listed: readonly (string | null)[]): boolean {
  const filled = cells.flatMap((cell, row) => (isBlank(cell) ? [] : [row]));
  return filled.length > 0 && filled.every((row) => listed[row] !== null);
}
