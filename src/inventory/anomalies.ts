import { cellName } from "../cells";
import type { SheetCells } from "../cells";
import type { Anomaly, MessageCode, Severity } from "../messages";

export type Params = Readonly<Record<string, string | number>>;

/** An anomaly at a zero-based cell of a sheet. */
export function anomalyAt(
  severity: Severity,
  code: MessageCode,
  sheet: SheetCells,
  row: number,
  column: number,
  params: Params = {},
): Anomaly {
  const cell = cellName(row, column);
  return { severity, code, file: sheet.file, sheet: sheet.name, cell, params: { sheet: sheet.name, cell, ...params } };
}

/** An anomaly of a whole sheet. */
export function anomalyOfSheet(severity: Severity, code: MessageCode, sheet: SheetCells, params: Params = {}): Anomaly {
  return { severity, code, file: sheet.file, sheet: sheet.name, cell: null, params: { sheet: sheet.name, ...params } };
}
