import { cellName, sourceName } from "../cells";
import type { SourceCells } from "../inventory";

/** Every cell an amount comes from, written `Feuille!A1`. Long for a register: only where all are asked for. */
export function sourceNames(sources: readonly SourceCells[]): string[] {
  return sources.flatMap(({ sheet, column, rows }) =>
    rows.map((row) => sourceName(sheet.name, cellName(row, column), sheet.otherFile)),
  );
}

/** The first cell an amount comes from, and how many there are; null where it has none. */
export function firstSource(
  sources: readonly SourceCells[],
): { first: SourceCells; cell: string; count: number } | null {
  const first = sources.find((source) => source.rows.length > 0);
  if (first === undefined) return null;
  const count = sources.reduce((total, source) => total + source.rows.length, 0);
  return { first, cell: cellName(first.rows[0]!, first.column), count };
}
