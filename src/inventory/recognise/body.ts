import type { Cell, SheetCells } from "../../cells";
import { anchors } from "./header-cells";
import type { HeaderReader } from "./header-cells";
import { isHeaderRow } from "./header-row";
import type { Region } from "./region";
import { structuralRole } from "./roles";

/** The last row of a body: before the next header in the same columns, else the last non-blank one. */
export function bodyEnd(
  sheet: SheetCells,
  block: Region,
  region: Region,
  anchorColumns: readonly number[],
  reader: HeaderReader,
): number {
  let last = block.bottom;
  for (let row = block.bottom + 1; row <= region.bottom; row += 1) {
    const cells = sheet.rows[row];
    if (cells === undefined) continue;
    // Rows repeat by the thousand; a header is only looked for where the anchors are blank or are header words.
    const blank = anchorColumns.every((column) => (cells[column] ?? null) === null);
    if (blank || anchorColumns.some((column) => isAnchorWord(cells[column] ?? null)))
      if (isHeaderRow(cells, block.left, block.right, reader)) return last;
    for (let column = block.left; column <= block.right; column += 1) {
      const cell = cells[column] ?? null;
      if (cell !== null && cell !== "") {
        last = row;
        break;
      }
    }
  }
  return last;
}

function isAnchorWord(cell: Cell): boolean {
  const role = typeof cell === "string" ? structuralRole(cell)?.role : undefined;
  return role !== undefined && anchors.has(role);
}
