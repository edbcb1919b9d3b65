import { cellName } from "../src/cells";
import type { SheetModel } from "../src/documents";

/**
 * The cell of a document under a title, in the first row of that label
 * that holds something there: a test that finds it so outlives a column that moves.
 */
export function findCell(
  sheets: readonly SheetModel[],
  { sheet, label, title }: Readonly<Record<"sheet" | "label" | "title", string>>,
): string {
  const { rows } = sheets.find(({ name }) => name === sheet)!;
  for (let row = 0; row < rows.length; row++) {
    if (rows[row]!.cells[0]?.value !== label) continue;
    const titles = rows.slice(0, row).findLast(({ cells }) => cells.some((cell) => cell?.value === title));
    const column = titles?.cells.findIndex((cell) => cell?.value === title) ?? -1;
    if ((rows[row]!.cells[column]?.value ?? null) !== null) return cellName(row, column);
  }
  throw new Error(`« ${sheet} » has nothing under « ${title} » in a row « ${label} ».`);
}
