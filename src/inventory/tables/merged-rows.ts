import { cellAt, fold, isBlank, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { isWithoutResult, shownCell } from "../texts/values";

/** Returns, for the rows of a column inside a merge except its first, the row that holds the value. */
export function mergedRows(sheet: SheetCells, column: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (const merge of sheet.merges)
    if (merge.left <= column && column <= merge.right && merge.bottom > merge.top)
      for (let row = merge.top + 1; row <= merge.bottom; row += 1) rows.set(row, merge.top);
  return rows;
}

/** A column of a sheet in which every cell of a merge has the value of the first. */
export class MergedColumn {
  private readonly rows: ReadonlyMap<number, number>;

  constructor(
    private readonly sheet: SheetCells,
    readonly index: number,
  ) {
    this.rows = mergedRows(sheet, index);
  }

  cell(row: number): Cell {
    return cellAt(this.sheet, this.rows.get(row) ?? row, this.index);
  }
}

/**
 * Returns the cells of a merge whose value differs from the first one's, except formulas without a result, which are
 * reported elsewhere.
 */
export function hiddenUnder({ rows }: SheetCells, { top, left, bottom, right }: CellBlock) {
  const shown = fold(shownCell(rows[top]?.[left] ?? null));
  const hidden: { readonly cell: Cell; readonly row: number; readonly column: number }[] = [];
  for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1)
    for (let column = left; column <= Math.min(right, rows[row]!.length - 1); column += 1) {
      const cell = rows[row]![column] ?? null;
      if (isBlank(cell) || isWithoutResult(cell) || fold(shownCell(cell)) === shown) continue;
      hidden.push({ cell, row, column });
    }
  return hidden;
}
