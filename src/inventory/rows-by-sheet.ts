import type { SheetCells } from "../cells";
import type { TableReading } from "./read/reading-table";
import type { SheetRows } from "./types";

/** What became of the rows of each sheet, its tables put together. */
export function rowsBySheet(readings: readonly TableReading[]): SheetRows[] {
  const bySheet = new Map<SheetCells, SheetRows>();
  for (const { table, log } of readings) {
    const counts = log.counts();
    const known = bySheet.get(table.sheet);
    if (known === undefined) {
      bySheet.set(table.sheet, { sheet: table.ref, ...counts });
      continue;
    }
    const reasons = { ...known.reasons };
    for (const [reason, count] of Object.entries(counts.reasons) as [keyof typeof reasons, number][])
      reasons[reason] = (reasons[reason] ?? 0) + count;
    bySheet.set(table.sheet, {
      sheet: known.sheet,
      read: known.read + counts.read,
      billed: known.billed + counts.billed,
      excluded: known.excluded + counts.excluded,
      error: known.error + counts.error,
      reasons,
    });
  }
  return [...bySheet.values()];
}
