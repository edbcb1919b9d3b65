import { parseCellName, type SheetCells } from "../../cells";
import { headingRow } from "../../inventory";
import type { Severity } from "../../messages";
import type { PaneState } from "../state/state";
import { isOtherFile, previewOf } from "../state/state";
import { isOnSheet } from "../state/tables";

/** A point of the pane in a cell: its index among the preview's, and which of its cells this is. */
export interface CellPoint {
  readonly point: number;
  readonly place: number;
  readonly severity: Severity;
}

/** Returns the point of each cell of a sheet that is to be corrected or checked, by its A1: the most severe one. */
export function pointsIn(state: PaneState, sheet: SheetCells | null): ReadonlyMap<string, CellPoint> {
  const points = new Map<string, CellPoint>();
  if (sheet === null || sheet.generatedKey !== null) return points;
  for (const [point, { severity, anomalies }] of (previewOf(state)?.points ?? []).entries()) {
    if (severity === "info") continue;
    for (const [place, { file, sheet: name, cell }] of anomalies.entries())
      if (name === sheet.name && cell !== null && !isOtherFile(state, file) && !points.has(cell))
        points.set(cell, { point, place, severity });
  }
  return points;
}

/**
 * Returns the rows of the tables of a sheet that have no error; null when no row has one. Rows outside tables give
 * context to the others.
 */
export function rowsWithoutError(
  state: PaneState,
  sheet: SheetCells | null,
  points: ReadonlyMap<string, CellPoint>,
): ReadonlySet<number> | null {
  const errors = [...points].filter(([, { severity }]) => severity === "error");
  const faulty = new Set(errors.map(([cell]) => parseCellName(cell)!.row));
  if (sheet === null || faulty.size === 0) return null;
  const others = new Set<number>();
  for (const table of previewOf(state)?.tables ?? [])
    if (isOnSheet(table, { sheet: sheet.name, otherFile: null }))
      for (let row = headingRow(table) + 1; row <= table.block.bottom; row++) if (!faulty.has(row)) others.add(row);
  return others;
}
