import { cellName } from "../../cells";
import type { SheetModel } from "../../documents";

/** What follows the ignored errors in the part of a sheet, as it is drawn. */
const next = /(?=<(?:drawing|legacyDrawing|tableParts|extLst)[ >]|<\/worksheet>)/;

/**
 * The part of a sheet, in which Excel leaves alone the texts made of digits. Codes of communes are such texts, and Excel marks
 * each as a number stored as text, with a green triangle.
 */
export function leaveDigitsInText(part: string, model: SheetModel): string {
  const ranges = rangesOfDigits(model).join(" ");
  if (ranges === "") return part;
  const ignored = `<ignoredErrors><ignoredError sqref="${ranges}" numberStoredAsText="1"/></ignoredErrors>`;
  return part.replace(next, ignored);
}

/** Runs of cells down each column. */
function rangesOfDigits({ rows }: SheetModel): string[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const runs: { first: number; last: number }[] = [];
    rows.forEach(({ cells }, row) => {
      const cell = cells[column];
      // The result of a formula is never marked.
      if (!cell || cell.formula !== undefined || typeof cell.value !== "string" || !/^\d+$/.test(cell.value)) return;
      const run = runs.at(-1);
      if (run?.last === row - 1) run.last = row;
      else runs.push({ first: row, last: row });
    });
    return runs.map(({ first, last }) =>
      first === last ? cellName(first, column) : `${cellName(first, column)}:${cellName(last, column)}`,
    );
  }).flat();
}
