import { isBlank } from "../cells";
import type { Cell } from "../cells";

/**
 * The range with its blanks, where Excel wrote them 0: the desktop versions before 2025 do, Excel on the web never did.
 * Nothing says so but the range itself: no cell is blank, and a 0 stands where no inventory has one, in the first row, all
 * along a row, or among the names of a column. Every 0 is then taken as blank, so that a missing headcount is told and
 * never billed as none. (office-js issues 4702 and 5262)
 */
export function withBlanks(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  if (rows.some((row) => row.some(isBlank)) || !writesBlanksAsZero(rows)) return rows;
  return rows.map((row) => row.map((cell) => (cell === 0 ? null : cell)));
}

function writesBlanksAsZero(rows: readonly (readonly Cell[])[]): boolean {
  const [first = [], ...body] = rows;
  if (first.includes(0) || body.some((row) => row.length > 0 && row.every((cell) => cell === 0))) return true;
  return first.some((_, column) => {
    const others = body.map((row) => row[column]).filter((cell) => cell !== 0);
    return others.length > 0 && others.length < body.length && others.every(isName);
  });
}

function isName(cell: Cell | undefined): boolean {
  return typeof cell === "string" && /\p{L}{3}/u.test(cell);
}
