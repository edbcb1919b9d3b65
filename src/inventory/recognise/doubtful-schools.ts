import type { SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { anomalyAt } from "../anomalies";
import { saysClosed } from "../read/doubts";
import type { Column } from "../table";
import { isCorrected } from "./hearing";
import { refusedAs } from "./weighed";

/** From how many on the sum of some columns is no chance. */
const telling = 20;

/**
 * Columns of schools across that may be none to bill, asked: of a school that its heading says closed, and one whose numbers are
 * those of the columns before it, added up, whatever it is called. (decisions §4, totals)
 */
export function doubtfulSchools(
  columns: readonly Column[],
  sheet: SheetCells,
  body: { readonly top: number; readonly bottom: number },
): { columns: Column[]; anomalies: Anomaly[] } {
  const anomalies: Anomaly[] = [];
  const settled = columns.map((column, at) => {
    if (column.school === null || column.role.kind !== "count" || isCorrected(column)) return column;
    const code = saysClosed(column.school.name)
      ? ("closed-column" as const)
      : isSum(columns, at, sheet, body)
        ? ("sum-column" as const)
        : null;
    if (code === null) return column;
    const { row, column: index } = column.school;
    anomalies.push(anomalyAt("error", code, sheet, row, index, { header: column.school.name }));
    return refusedAs(column, "told");
  });
  return { columns: settled, anomalies };
}

/** Equal, on every row, to the sum of two columns or more right before it, of the same nature. */
function isSum(
  columns: readonly Column[],
  at: number,
  sheet: SheetCells,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): boolean {
  const own = columns[at]!;
  const before = columns.slice(0, at).filter(({ school, nature }) => school !== null && nature === own.nature);
  const commune = own.school!.commune;
  for (let first = before.length - 2; first >= 0; first -= 1) {
    if (commune !== null && before[first]!.school!.commune !== commune) return false;
    if (addsUp(before.slice(first), own, sheet, top, bottom)) return true;
  }
  return false;
}

function addsUp(parts: readonly Column[], own: Column, sheet: SheetCells, top: number, bottom: number): boolean {
  let shared = 0;
  let most = 0;
  for (let row = top; row <= bottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const numberAt = ({ index }: Column): number => (typeof cells[index] === "number" ? cells[index] : 0);
    const numbers = parts.map(numberAt);
    const sum = numbers.reduce((all, each) => all + each, 0);
    if (sum !== numberAt(own)) return false;
    if (numbers.filter((each) => each !== 0).length > 1) shared += 1;
    most = Math.max(most, sum);
  }
  return shared >= 2 && most >= telling;
}
