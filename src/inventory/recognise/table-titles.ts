import type { SheetCells } from "../../cells";
import type { Table } from "../table";

/** Where a table stands among those of its sheet. */
type Extent = Pick<Table, "sheet" | "headerTop" | "bodyBottom" | "left" | "right">;

/** How many rows above a header may be its own titles. */
const reach = 8;
/** How many rows above a table another one beside it may begin. */
const above = 3;
/** How many rows at the top of a sheet may be its titles. */
const topReach = 15;

/**
 * The titles that speak of a table, the nearest first: those right above it, below any other table; those at the top of its
 * sheet; the sheet's name. What stands over a table beside it is that one's.
 */
export function titlesOfTable(table: Extent, others: readonly Extent[]): string[] {
  const { sheet, headerTop } = table;
  const over = others.filter(
    (other) => other.bodyBottom < headerTop && other.left <= table.right && table.left <= other.right,
  );
  const beside = others.filter(
    (other) =>
      (other.right < table.left || table.right < other.left) &&
      other.headerTop - above <= table.bodyBottom &&
      table.headerTop - above <= other.bodyBottom,
  );
  const isFree = (column: number): boolean =>
    column <= table.right && !beside.some((other) => other.left <= column && column <= other.right);
  const below = Math.max(-1, ...over.map(({ bodyBottom }) => bodyBottom));
  const own = textsAbove(sheet, Math.max(below + 1, headerTop - reach), headerTop - 1, table, isFree);
  if (over.length === 0) return [...own, sheet.name];
  const top = Math.min(...over.map((other) => other.headerTop));
  return [...own, ...textsAbove(sheet, Math.max(0, top - topReach), top - 1, table, isFree), sheet.name];
}

/** Texts of some rows, from the lowest up, in columns that are free or merged over the table's own. */
function textsAbove(
  sheet: SheetCells,
  from: number,
  to: number,
  { left }: Extent,
  isFree: (column: number) => boolean,
): string[] {
  const texts: string[] = [];
  for (let row = to; row >= from; row -= 1)
    (sheet.rows[row] ?? []).forEach((cell, column) => {
      if (typeof cell !== "string" || cell.trim() === "") return;
      const reaches = sheet.merges.some(
        (merge) => merge.top === row && merge.left === column && merge.left <= left && left <= merge.right,
      );
      if (reaches || isFree(column)) texts.push(cell);
    });
  return texts;
}
