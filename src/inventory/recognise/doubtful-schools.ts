import type { Anomaly } from "../../messages";
import { pupilPart } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { saysClosed } from "../read/doubts";
import { namesNoSchool } from "../read/no-school";
import { columnOf } from "../table";
import type { Column } from "../table";
import type { ReadLabel } from "./header-cells";
import { isCorrected } from "./hearing";
import { addsUp } from "./neighbours";
import type { Body } from "./statistics";
import { refusedAs } from "./weighed";

/** From how many on the sum of some columns is no chance. */
const telling = 20;

/**
 * Columns of schools across that may be none to bill, asked: of a school that its heading says closed, and one whose numbers are
 * those of the columns before it, added up, whatever it is called. (decisions §4, totals)
 */
export function doubtfulSchools(
  columns: readonly Column[],
  body: Body,
  readLabel: ReadLabel,
): { columns: Column[]; anomalies: Anomaly[] } {
  const anomalies: Anomaly[] = [];
  const pupils = rowsOfPupils(columns, body, readLabel);
  const hasPupils = ({ index }: Column): boolean =>
    pupils.some((row) => Number(body.sheet.rows[row]?.[index] ?? 0) > 0);
  const settled = columns.map((column, at) => {
    if (column.school === null || column.role.kind !== "count" || isCorrected(column)) return column;
    const code = saysClosed(column.school.name)
      ? ("closed-column" as const)
      : namesNoSchool(column.school.name) && !hasPupils(column)
        ? ("no-school-over-column" as const)
        : isSum(columns, at, body)
          ? ("sum-column" as const)
          : null;
    if (code === null) return column;
    const { row, column: index } = column.school;
    anomalies.push(anomalyAt("error", code, body.sheet, row, index, { header: column.school.name }));
    return refusedAs(column, "told");
  });
  return { columns: settled, anomalies };
}

/** The rows whose label names pupils, or a part of them. */
function rowsOfPupils(
  columns: readonly Column[],
  { sheet, bodyTop, bodyBottom }: Body,
  readLabel: ReadLabel,
): number[] {
  const index = columnOf({ columns }, "label")!.index;
  const rows: number[] = [];
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const text = sheet.rows[row]?.[index];
    if (typeof text !== "string") continue;
    const { label } = readLabel(text);
    if ((label.kind === "prestation" && label.code === "PORTAIL") || pupilPart(text) !== null) rows.push(row);
  }
  return rows;
}

/** Equal, on every row, to the sum of two columns or more before it, of the same commune and nature. */
function isSum(columns: readonly Column[], at: number, body: Body): boolean {
  const own = columns[at]!;
  const before = columns.slice(0, at).filter(({ school, nature }) => school !== null && nature === own.nature);
  const { commune } = own.school!;
  for (let first = before.length - 2; first >= 0; first -= 1) {
    if (commune !== null && before[first]!.school!.commune !== commune) return false;
    if (addsUp(own, before.slice(first), body)) return holdsMany(own, body);
  }
  return false;
}

function holdsMany({ index }: Column, { sheet, bodyTop, bodyBottom }: Body): boolean {
  return sheet.rows.slice(bodyTop, bodyBottom + 1).some((cells) => Number(cells[index] ?? 0) >= telling);
}
