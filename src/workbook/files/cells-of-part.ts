import { shift1904 } from "../../cells";
import type { Cell, CellBlock, SheetCells } from "../../cells";
import type { SheetPart } from "./sheet-part";
import type { TablePart } from "./table-part";

/** What is said of a sheet elsewhere than in its part. */
export interface SheetHead {
  readonly file: string;
  readonly name: string;
  readonly visibility: SheetCells["visibility"];
  readonly generatedKey: string | null;
  readonly date1904: boolean;
}

/** The core's view of a sheet's part, of which the rows are taken over: a register of a million cells is not copied. */
export function cellsOfPart(part: SheetPart, tables: readonly TablePart[], head: SheetHead): SheetCells {
  const { file, name, visibility, generatedKey } = head;
  const { rows, merges, dates, money, formulas, withoutResult, sums, struck } = part;
  while (rows.length > 0 && isBlank(rows.length - 1, part)) rows.pop();
  const width = rows[0]?.length ?? 0;
  const hiddenRows = upTo(part.hiddenRows, rows.length);
  const filters = [part.filter, ...tables.map(({ block, hasFilter }) => (hasFilter ? block : null))];
  const filteredRows = filteredOut(hiddenRows, filters);
  // Models count days from 1900 in any workbook, and so does what is read back of them: the journal.
  if (head.date1904 && generatedKey !== null) countFrom1900(rows, part);
  return {
    file,
    name,
    visibility,
    rows,
    merges,
    hiddenRows,
    hiddenColumns: upTo(part.hiddenColumns, width),
    filtered: filteredRows.size > 0,
    tables: tables.map(({ name, block }) => ({ name, block })),
    generatedKey,
    // Ours are no sources: nothing more is asked of them.
    ...(generatedKey === null ? { facts: { dates, money, formulas, withoutResult, sums, struck, filteredRows } } : {}),
  };
}

/** Nothing is in a row, not even a formula without a result. */
function isBlank(row: number, { rows, withoutResult }: SheetPart): boolean {
  return rows[row]!.every((cell, column) => cell === null && !withoutResult.has(row, column));
}

function upTo(places: ReadonlySet<number>, length: number): Set<number> {
  return new Set([...places].filter((place) => place < length));
}

/** A row hidden inside a filter's range is taken as hidden by the filter: criteria cannot tell which filters are in use. */
function filteredOut(hidden: ReadonlySet<number>, filters: readonly (CellBlock | null)[]): Set<number> {
  const blocks = filters.filter((block) => block !== null);
  return new Set([...hidden].filter((row) => blocks.some(({ top, bottom }) => row > top && row <= bottom)));
}

function countFrom1900(rows: Cell[][], { dates }: SheetPart): void {
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      if (typeof cell === "number" && dates.has(row, column)) cells[column] = cell + shift1904;
}
