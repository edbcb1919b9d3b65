import type { Cell, SheetCells } from "../../cells";
import { fold, isBlank, isBlankRow } from "../../cells";
import type { ReadLabel } from "./header-cells";
import type { Span } from "./region";

/** How many rows of a legend or a recap are looked at. */
const reach = 40;

/**
 * True where a strip beside an inventory has prestations of its own in front of anything it counts, each there once: a
 * legend, a reminder of the tariff, a recap.
 */
export function holdsOtherLabels(sheet: SheetCells, top: number, strip: Span, readLabel: ReadLabel): boolean {
  for (let column = strip.left; column <= strip.right; column += 1) {
    const cells = cellsUnder(sheet, top, column, strip);
    const texts = cells.filter((cell) => typeof cell === "string").map(fold);
    const labels = texts.filter((text) => readLabel(text).label.kind !== "none");
    if (labels.length >= 2 && labels.length * 2 >= texts.length && new Set(labels).size === labels.length) return true;
    if (cells.some((cell) => typeof cell === "number")) return false;
  }
  return false;
}

/** What one column of a strip holds from a row on, down to where the strip is blank. */
function cellsUnder(sheet: SheetCells, top: number, column: number, strip: Span): Cell[] {
  const filled: Cell[] = [];
  for (let row = top; row <= top + reach && row < sheet.rows.length; row += 1) {
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    if (isBlankRow(cells, strip.left, strip.right)) break;
    const cell = cells[column] ?? null;
    if (!isBlank(cell)) filled.push(cell);
  }
  return filled;
}
