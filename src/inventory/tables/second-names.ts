import { fold, isBlank, type Cell } from "../../cells";
import { columnOf, countsPupils, isCorrected, refusedAs, type Column } from "../column";
import { type BodyRows } from "../table";
import { cellsDown } from "./column-statistics";

/** The fewest names in a list. */
const fewest = 2;

/**
 * Refuses the quantities to the right of a second list of the schools in another order, « Palmarès ». (decisions §4,
 * Proof)
 */
export function refuseOfOtherSchools(columns: readonly Column[], body: BodyRows): Column[] {
  const school = columnOf({ columns }, "school");
  if (school === null) return [...columns];
  const own = textsOf(body, school.index);
  const isName = new Set(own.filter((text) => text !== null));
  let listed: readonly (string | null)[] | null = null;
  return columns.map((column) => {
    if (column.index <= school.index) return column;
    if (counts(column)) {
      const isBeside = listed !== null && isWithin(cellsDown(body, column.index), listed);
      return isBeside ? refusedAs(column, "other-schools") : column;
    }
    if (column.role.kind !== "commune") listed = otherOrder(textsOf(body, column.index), own, isName) ?? listed;
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

function textsOf(body: BodyRows, column: number): (string | null)[] {
  return cellsDown(body, column).map((cell) => (typeof cell === "string" && cell.trim() !== "" ? fold(cell) : null));
}

/**
 * Returns the texts of a column that repeats names of schools, each once, some in the row of another school; otherwise
 * null.
 */
function otherOrder(
  texts: readonly (string | null)[],
  own: readonly (string | null)[],
  isName: ReadonlySet<string>,
): readonly (string | null)[] | null {
  const filled = texts.filter((text) => text !== null);
  if (filled.length < fewest || new Set(filled).size < filled.length) return null;
  if (!filled.every((text) => isName.has(text))) return null;
  return texts.some((text, row) => text !== null && text !== own[row]) ? texts : null;
}

/** Returns whether the filled cells of a column are all in rows of a list. */
function isWithin(cells: readonly Cell[], listed: readonly (string | null)[]): boolean {
  const filled = cells.flatMap((cell, row) => (isBlank(cell) ? [] : [row]));
  return filled.length > 0 && filled.every((row) => listed[row] !== null);
}
