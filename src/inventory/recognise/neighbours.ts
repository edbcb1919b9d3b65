import type { Column } from "../table";
import { leftOut, refusedAs } from "./weighed";
import type { Body } from "./statistics";
import type { Weighed } from "./weighed";

/**
 * « Salle info › Postes clients | dont installés »: a column that only says a nature or a year counts what the column to its
 * left counts, under a heading common to both, or where it says itself to be a part of it. (decisions §4)
 */
export function inheritLeft(columns: readonly Column[]): Column[] {
  let last: Column | null = null;
  return columns.map((column) => {
    if (column.role.kind !== "count") {
      if (column.role.kind === "untariffed" || column.role.kind === "refused") last = column;
      return column;
    }
    if (column.role.code !== null) {
      last = column;
      return column;
    }
    if (last === null || !(column.subset || shareHeading(last, column))) return refusedAs(column, "ambiguous");
    if (last.role.kind !== "count") return { ...column, role: last.role };
    return {
      ...column,
      role: last.role,
      words: `${last.words} ${column.words}`.trim(),
      qualifiers: last.qualifiers,
      weak: false,
    };
  });
}

/** Both stand under the same upper heading. */
function shareHeading(first: Column, second: Column): boolean {
  return first.texts.length > 1 && second.texts.length > 1 && first.texts[0] === second.texts[0];
}

/** At least so many rows must add up. */
const fewest = 2;

/**
 * A column whose every number is the sum of counted columns right before it is their total, and counts nothing: « Total »,
 * « Total postes », « Postes » after « Postes élèves | Postes direction ».
 */
export function totalsApart(columns: readonly Column[], weighed: Weighed): Column[] {
  return columns.map((column, at) => {
    const { role } = column;
    const mayTotal =
      (role.kind === "refused" && (role.why === "ambiguous" || role.why === "unclear")) ||
      (role.kind === "other" && column.why === "unknown") ||
      (role.kind === "count" && /\btota[lu]/i.test(column.header));
    if (!mayTotal || column.rank === -1) return column;
    for (let first = at - 2; first >= 0; first -= 1) {
      const parts = columns.slice(first, at);
      if (!parts.every(isQuantity)) break;
      if (addsUp(column, parts, weighed)) return leftOut(column, "total");
    }
    return column;
  });
}

function isQuantity({ role }: Column): boolean {
  return role.kind === "count" || role.kind === "untariffed" || role.kind === "part";
}

/** True where every number of a column is the sum of those beside it in others, on some rows of several of them. */
export function addsUp(total: Column, parts: readonly Column[], { sheet, bodyTop, bodyBottom }: Body): boolean {
  let rows = 0;
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const shown = cells[total.index] ?? null;
    const numbers = parts.map(({ index }) => cells[index] ?? null);
    const sum = numbers.reduce<number>((all, cell) => all + (typeof cell === "number" ? cell : 0), 0);
    if (shown === null || shown === "") {
      if (sum !== 0) return false;
      continue;
    }
    if (typeof shown !== "number" || shown !== sum) return false;
    if (numbers.filter((cell) => typeof cell === "number" && cell !== 0).length > 1) rows += 1;
  }
  return rows >= fewest;
}
