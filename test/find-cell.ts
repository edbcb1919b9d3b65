import { cellName } from "../src/cells";
import type { SheetModel } from "../src/documents";

interface Sought {
  readonly sheet: string;
  readonly label: string;
  readonly title: string;
  /** What another cell of the row says, where several rows have that label. */
  readonly beside?: string | undefined;
}

/** The label of a row: its first text, whatever stands before it; null where it has none. */
export function labelOf({ cells }: Pick<SheetModel["rows"][number], "cells">): string | null {
  const value = cells.find((cell) => typeof cell?.value === "string")?.value;
  return typeof value === "string" ? value : null;
}

/**
 * The cell of a document under a title, in the first row of that label, its first text,
 * that holds something there: a test that finds it so outlives a column that moves.
 */
export function findCell(sheets: readonly SheetModel[], { sheet, label, title, beside }: Sought): string {
  const { rows } = sheets.find(({ name }) => name === sheet)!;
  for (let row = 0; row < rows.length; row++) {
    const { cells } = rows[row]!;
    if (labelOf({ cells }) !== label) continue;
    if (beside !== undefined && !cells.some((cell) => cell?.value === beside)) continue;
    const titles = rows.slice(0, row).findLast((above) => above.cells.some((cell) => cell?.value === title));
    const column = titles?.cells.findIndex((cell) => cell?.value === title) ?? -1;
    if ((cells[column]?.value ?? null) !== null) return cellName(row, column);
  }
  throw new Error(`« ${sheet} » has nothing under « ${title} » in a row « ${label} ».`);
}
