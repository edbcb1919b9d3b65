import { parseCellName } from "../../cells";
import { stillSays } from "../../options";
import type { TableReading } from "./reading-table";

/** True where the user said of this cell, as it is still written, that what looks wrong is right. (decisions §4) */
export function isAccepted(
  { table: { sheet }, tools }: TableReading,
  code: string,
  row: number,
  column: number,
): boolean {
  return tools.options.accepted.some((accepted) => {
    if (accepted.code !== code || accepted.cell === null) return false;
    if (accepted.sheet !== null && accepted.sheet !== sheet.name) return false;
    if (accepted.file !== null && accepted.file !== sheet.file) return false;
    const place = parseCellName(accepted.cell);
    const isHere = place !== null && place.row === row && place.column === column;
    return isHere && stillSays(accepted, sheet.rows[row]?.[column] ?? null);
  });
}
