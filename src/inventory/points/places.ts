import { cellName, parseCellName } from "../../cells";
import type { Anomaly } from "../../messages";

/** Cells of one sheet that stand below each other, or beside each other on one row. */
export interface PointPlace {
  readonly file: string | null;
  readonly sheet: string | null;
  /** `C4`, `C4:C96`; null for a whole sheet, or no sheet at all. */
  readonly range: string | null;
}

interface Run extends PointPlace {
  readonly top: number;
  readonly left: number;
  bottom: number;
  right: number;
}

/** Where anomalies stand, in their order, neighbours joined into ranges; a cell that several are on counts once. */
export function placesOf(anomalies: readonly Anomaly[]): PointPlace[] {
  const runs: Run[] = [];
  const whole = new Map<string, PointPlace>();
  const seen = new Set<string>();
  for (const { file, sheet, cell } of anomalies) {
    const key = JSON.stringify([file, sheet, cell]);
    if (seen.has(key)) continue;
    seen.add(key);
    const place = cell === null ? null : parseCellName(cell);
    if (place === null) {
      if (sheet !== null) whole.set(key, { file, sheet, range: null });
      continue;
    }
    const { row, column } = place;
    const last = runs.findLast((run) => run.file === file && run.sheet === sheet && joins(run, row, column));
    if (last === undefined) runs.push({ file, sheet, range: null, top: row, left: column, bottom: row, right: column });
    else if (column === last.left && column === last.right) last.bottom = row;
    else last.right = column;
  }
  return [
    ...runs.map(({ file, sheet, top, left, bottom, right }) => {
      const [first, end] = [cellName(top, left), cellName(bottom, right)];
      return { file, sheet, range: first === end ? first : `${first}:${end}` };
    }),
    ...whole.values(),
  ];
}

function joins({ top, left, bottom, right }: Run, row: number, column: number): boolean {
  if (column === left && left === right && row === bottom + 1) return true;
  return top === bottom && row === top && column === right + 1;
}
