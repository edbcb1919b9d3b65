import type { SheetCells } from "../../cells";

/** Returns, for each row of a column inside merged blocks but their first, the row that holds the value. */
export function mergedRows(sheet: SheetCells, column: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (const merge of sheet.merges)
    if (merge.left <= column && column <= merge.right && merge.bottom > merge.top)
      for (let row = merge.top + 1; row <= merge.bottom; row += 1) rows.set(row, merge.top);
  return rows;
}
