import { cellName, columnName, parseCellName, type CellBlock } from "../../../../src/cells";
import type { HostSheet } from "./sheet";

/** Zero-based last row and column of any sheet. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** The whole of a sheet. */
export const wholeSheet: CellBlock = { top: 0, left: 0, bottom: lastRow, right: lastColumn };

/** A block of cells of a sheet. */
export interface Area extends CellBlock {
  readonly sheet: HostSheet;
}

/** The cells that a format is of: those of a range, or of several. */
export type Areas = readonly Area[];

export const rowsOf = (block: CellBlock): number => block.bottom - block.top + 1;
export const columnsOf = (block: CellBlock): number => block.right - block.left + 1;
export const isEntireRow = (block: CellBlock): boolean => block.left === 0 && block.right === lastColumn;
export const isEntireColumn = (block: CellBlock): boolean => block.top === 0 && block.bottom === lastRow;
/** Whole rows or columns: Excel neither gives nor takes their cells one by one. */
export const isUnbounded = (block: CellBlock): boolean => isEntireRow(block) || isEntireColumn(block);

export function intersect(a: CellBlock, b: CellBlock): CellBlock | null {
  const block = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return block.top <= block.bottom && block.left <= block.right ? block : null;
}

/** Whether two blocks have a cell in common. */
export const meets = (a: CellBlock, b: CellBlock): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Whether every cell of the second block is in the first. */
export const contains = (a: CellBlock, b: CellBlock): boolean =>
  a.top <= b.top && a.left <= b.left && a.bottom >= b.bottom && a.right >= b.right;

/** What is left of a block without the cells of another one, in as many blocks as it takes. */
export function without(block: CellBlock, other: CellBlock): CellBlock[] {
  const inside = intersect(block, other);
  if (inside === null) return [block];
  const beside = { top: inside.top, bottom: inside.bottom };
  return [
    { ...block, bottom: inside.top - 1 },
    { ...block, ...beside, right: inside.left - 1 },
    { ...block, ...beside, left: inside.right + 1 },
    { ...block, top: inside.bottom + 1 },
  ].filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

export function bounding(a: CellBlock, b: CellBlock): CellBlock {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** The block of `A1`, `A1:C3`, `A:C` or `1:5`, `$` allowed; null where it is none of them. */
export function parseBlock(text: string): CellBlock | null {
  const [from = "", to, more] = text.replaceAll("$", "").split(":");
  if (more !== undefined) return null;
  const start = parseCellName(from);
  if (to === undefined)
    return start === null ? null : inside(blockOf(start.row, start.column, start.row, start.column));
  const end = parseCellName(to);
  if (start !== null && end !== null) return inside(blockOf(start.row, start.column, end.row, end.column));
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) return inside(blockOf(Number(from) - 1, 0, Number(to) - 1, lastColumn));
  if (!/^[A-Z]{1,3}$/i.test(from) || !/^[A-Z]{1,3}$/i.test(to)) return null;
  const [first, last] = [parseCellName(`${from}1`)!, parseCellName(`${to}1`)!];
  return inside(blockOf(0, first.column, lastRow, last.column));
}

/** `A1`, `A1:C3`, `A:C` or `1:5`. */
export function blockName(block: CellBlock): string {
  if (isEntireColumn(block)) return `${columnName(block.left)}:${columnName(block.right)}`;
  if (isEntireRow(block)) return `${block.top + 1}:${block.bottom + 1}`;
  const [from, to] = [cellName(block.top, block.left), cellName(block.bottom, block.right)];
  return from === to ? from : `${from}:${to}`;
}

function blockOf(row1: number, column1: number, row2: number, column2: number): CellBlock {
  return {
    top: Math.min(row1, row2),
    left: Math.min(column1, column2),
    bottom: Math.max(row1, row2),
    right: Math.max(column1, column2),
  };
}

function inside(block: CellBlock): CellBlock | null {
  return block.top >= 0 && block.bottom <= lastRow && block.right <= lastColumn ? block : null;
}
