import { formatDateTime } from "../documents";
import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { formatAmount, formatEuros } from "../money";
import type { Rectification } from "../statement";
import { isAccepted, type AcceptedPoint } from "./accepted";
import type { IssuedStatement } from "./issued";

/**
 * The error of a correction that looks like quite another inventory: no file in common with what was issued, and most lines
 * changed. None where it was accepted, as what the correction then gave.
 */
export function otherInventory(
  { file, run }: IssuedStatement,
  { rows }: Pick<Reading, "rows">,
  { issued, corrected, communes }: Rectification,
  accepted: readonly AcceptedPoint[],
): Anomaly[] {
  const known = new Set(run.files.map((one) => one.file.toLowerCase()));
  if (rows.some(({ sheet }) => known.has(sheet.file.toLowerCase()))) return [];
  const changed = communes.reduce((count, { lines }) => count + lines.length, 0);
  const all = Math.max(issued.lines.length, corrected.lines.length);
  if (2 * changed <= all) return [];
  const params = {
    file,
    when: formatDateTime(run.when),
    issued: [...new Set(run.files.map((one) => one.file))].join(", "),
    read: [...new Set(rows.map(({ sheet }) => sheet.file))].join(", "),
    lines: changed,
    found: formatEuros(corrected.total),
    was: formatAmount(corrected.total),
  };
  const anomaly: Anomaly = {
    severity: "error",
    code: "rectified-other-inventory",
    file,
    sheet: null,
    cell: null,
    params,
  };
  return isAccepted(anomaly, accepted) ? [] : [anomaly];
}
