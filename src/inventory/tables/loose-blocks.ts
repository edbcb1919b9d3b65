import { BlockSet, isBlank, isShownAsDate, mayBeYear, type Cell, type CellBlock, type SheetCells } from "../../cells";
import type { SheetBlock, Table } from "../table";
import { holdsNumber } from "../texts/values";

/** A cell of a block, zero-based. */
export interface BlockCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Adjacent cells of a sheet outside its tables. */
export interface Block extends SheetBlock {
  readonly cells: readonly BlockCell[];
}

/** Returns the blocks of filled cells outside some tables of a sheet; without tables, the sheet is one block. */
export function looseBlocks(sheet: SheetCells, tables: readonly { readonly table: Pick<Table, "on"> }[]): Block[] {
  const loose = looseCells(
    sheet,
    tables.map(({ table }) => table.on),
  );
  const parts = tables.length === 0 ? (loose.length === 0 ? [] : [loose]) : byRows(loose).flatMap(byColumns);
  return parts.map((cells) => ({ sheet, cells, ...extentOf(cells) }));
}

/** Returns the filled cells outside the tables, row by row. */
function looseCells(sheet: SheetCells, tables: readonly SheetBlock[]): BlockCell[] {
  const loose: BlockCell[] = [];
  const covered = new BlockSet(tables);
  sheet.rows.forEach((cells, row) => {
    for (let column = 0; column < cells.length; column += 1) {
      const table = covered.at(row, column);
      if (table !== undefined) column = table.right;
      else if (!isBlank(cells[column] ?? null)) loose.push({ row, column, cell: cells[column]! });
    }
  });
  return loose;
}

/** Splits cells where two rows or more are blank. */
function byRows(cells: readonly BlockCell[]): BlockCell[][] {
  const blocks: BlockCell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    if (cell.row > last + 2) blocks.push([]);
    blocks.at(-1)!.push(cell);
    last = cell.row;
  }
  return blocks;
}

/** Splits cells where a column is blank. */
function byColumns(cells: readonly BlockCell[]): BlockCell[][] {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const partOf = new Map<number, number>();
  columns.forEach((column, at) => {
    const before = columns[at - 1];
    const part = before === undefined ? 0 : partOf.get(before)!;
    partOf.set(column, before !== undefined && column > before + 1 ? part + 1 : part);
  });
  const parts: BlockCell[][] = [];
  for (const cell of cells) (parts[partOf.get(cell.column)!] ??= []).push(cell);
  return parts;
}

/** Returns whether a block has numbers to account for; a single year, or a date, belongs to a title. */
export function holdsFigures({ sheet, cells }: Block): boolean {
  const [first, second] = cells.filter(({ cell, row, column }) =>
    typeof cell === "number" ? !isShownAsDate(sheet, row, column) : holdsNumber(cell),
  );
  const only = second === undefined ? Number(first?.cell) : Number.NaN;
  return first !== undefined && !mayBeYear(only);
}

function extentOf(cells: readonly BlockCell[]): CellBlock {
  const region = { top: cells[0]!.row, bottom: cells.at(-1)!.row, left: cells[0]!.column, right: cells[0]!.column };
  for (const { column } of cells) {
    region.left = Math.min(region.left, column);
    region.right = Math.max(region.right, column);
  }
  return region;
}
