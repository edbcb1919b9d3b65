import { cellName } from "../../cells";
import { headingRow, type ColumnMapping, type Mapping } from "../../inventory";
import type { Grid } from "../../tariff";
import type { QuestionPlace } from "./preview";

/** Returns the columns of a table, those that count for nothing last. */
export function columnsOf({ columns }: Pick<Mapping, "columns">): ColumnMapping[] {
  return [...columns.filter(isUsed), ...columns.filter((column) => !isUsed(column))];
}

/** Returns whether a column has a role. */
export function isUsed({ role }: Pick<ColumnMapping, "role">): boolean {
  return role !== "ignored";
}

/** Returns the heading of a column on one line; empty when it has none. */
export function headingOf({ header }: Pick<ColumnMapping, "header">): string {
  return header.replace(/\s+/g, " ").trim();
}

/** Returns the wording of the prestation that a role names; null for any other role. */
export function prestationOf(role: string, grid: Grid): string | null {
  return grid.rows.find(({ code }) => code === role)?.prestation ?? null;
}

/** Returns whether a table is on a sheet, `otherFile` being null for the workbook that is open. */
export function isOnSheet(
  { sheet }: Pick<Mapping, "sheet">,
  { sheet: name, otherFile }: { readonly sheet: string; readonly otherFile: string | null },
): boolean {
  return sheet.name === name && sheet.otherFile === otherFile;
}

/** Returns the column whose heading is at a place, with its table; null when there is none. */
export function columnAt(tables: readonly Mapping[], { file, sheet, cell }: QuestionPlace) {
  for (const table of tables) {
    if (table.sheet.file !== file || table.sheet.name !== sheet) continue;
    const column = table.columns.find((one) => one.cell === cell);
    if (column !== undefined) return { table, column };
  }
  return null;
}

/** Returns the place of a cell of a table, as anomalies name it. */
export function placeIn({ sheet }: Pick<Mapping, "sheet">, cell: string): QuestionPlace & { readonly cell: string } {
  return { file: sheet.file, sheet: sheet.name, cell };
}

/** Returns the address of the first heading of a table. */
export function topOf({ block }: Pick<Mapping, "block">): string {
  return cellName(block.top, block.left);
}

/** Returns whether a zero-based row is in the body of a table. */
export function isInBody(table: Pick<Mapping, "block" | "columns">, row: number): boolean {
  return row > headingRow(table) && row <= table.block.bottom;
}

/** Counts of the rows of a table: `read = billed + excluded + error`. */
export interface RowCounts {
  readonly read: number;
  readonly billed: number;
  readonly excluded: number;
  readonly error: number;
}

/** Counts what became of the rows of a table; null when the table is not read. */
export function countRows({ rows, block, columns }: Mapping): RowCounts | null {
  if (rows === null) return null;
  const counts = { read: 0, billed: 0, excluded: 0, error: 0 };
  for (let row = headingRow({ block, columns }) + 1; row <= block.bottom; row += 1) {
    const fate = rows.fateOf(row);
    if (fate === null) continue;
    counts.read += 1;
    counts[fate === "billed" || fate === "error" ? fate : "excluded"] += 1;
  }
  return counts;
}

/** Counts the machines billed in lists of machines: their rows are billed, and none of their numbers. */
export function billedMachines(tables: readonly Mapping[]): number {
  const lists = tables.filter(({ layout }) => layout === "machine-rows");
  return lists.reduce((sum, table) => sum + (countRows(table)?.billed ?? 0), 0);
}
