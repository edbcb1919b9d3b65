import { snapshotOf } from "../draw/registers";
import type { Machine, Row } from "../model";
import type { Place } from "../places";

/** Returns whether a machine is billed for anything: in service on the snapshot, or installed within the year before. */
function isMachineDue({ entry, exit }: Machine, campaign: number): boolean {
  const snapshot = snapshotOf(campaign);
  if (entry !== null && entry > snapshot) return false;
  return exit === null || exit > snapshot || (entry !== null && entry > snapshot - 365);
}

/** Returns whether anything of a row is due. */
export function isRowDue(row: Row, campaign: number): boolean {
  if (row.kind !== "data" || row.is !== undefined || row.school?.closed === true) return false;
  return row.machine === undefined || (row.prestation !== undefined && isMachineDue(row.machine, campaign));
}

/**
 * Returns whether what a cell of a body says is due: a quantity or a headcount that counts, or the label of a machine, the
 * school of a pupil.
 */
export function isDue({ part, table, row, column, cell }: Place, campaign: number): boolean {
  if (part !== "body" || row === null || column === null || table.is !== undefined || column.is !== undefined)
    return false;
  if (!isRowDue(row, campaign) || column.school?.closed === true || cell.value === null) return false;
  if (table.rowIs === "machine") return column.role === "label";
  if (table.rowIs === "pupil") return column.role === "school";
  if (column.counts === true || column.role === "headcount" || row.pupils === true) return column.role !== "label";
  return column.role === "quantity" && (row.prestation ?? column.prestation) !== undefined;
}
