import { blockName, columnName, holds, parseCellName, sheetEnd, type CellBlock } from "../../../cells";

/** A zero-based place of a sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells that are selected. */
export interface SelectedRange {
  /** The active cell, in which one types. */
  readonly place: Place;
  /** The start of the selection: a cell, or whole rows or columns. */
  readonly anchor: CellBlock;
  /** The end of the selection. */
  readonly end: CellBlock;
  /** The block from one to the other, extended to whole merged cells. */
  readonly block: CellBlock;
}

type Merges = readonly CellBlock[];

export function rowBlock(row: number): CellBlock {
  return { top: row, bottom: row, left: 0, right: sheetEnd.column };
}

export function columnBlock(column: number): CellBlock {
  return { top: 0, bottom: sheetEnd.row, left: column, right: column };
}

export const wholeSheet: CellBlock = { top: 0, left: 0, bottom: sheetEnd.row, right: sheetEnd.column };

export function cellBlock({ row, column }: Place): CellBlock {
  return { top: row, left: column, bottom: row, right: column };
}

/** Returns the merged cells that contain a place; null when it is not merged. */
export function mergedAt(merges: Merges, { row, column }: Place): CellBlock | null {
  return merges.find((block) => holds(block, row, column)) ?? null;
}

/** Selects a block, of which a cell is active: its first one, unless another is given. */
export function selectBlock(merges: Merges, block: CellBlock, active?: Place): SelectedRange {
  const whole = withMerges(merges, block);
  const { row, column } = active ?? { row: whole.top, column: whole.left };
  const merged = mergedAt(merges, { row, column });
  const place = merged === null ? { row, column } : { row: merged.top, column: merged.left };
  return { place, anchor: whole, end: whole, block: whole };
}

/** Extends a selection to other cells, as Shift does: whole rows and columns stay whole. */
export function extendTo(merges: Merges, range: SelectedRange, to: CellBlock): SelectedRange {
  const { anchor } = range;
  const end = isWholeColumns(anchor)
    ? isWholeRows(anchor)
      ? wholeSheet
      : columnBlock(to.left)
    : isWholeRows(anchor)
      ? rowBlock(to.top)
      : to;
  return { ...range, end, block: withMerges(merges, around(anchor, end)) };
}

/** Returns a selection as the name box writes it: `B2`, `B2:D5`, `C:C`, `3:5`. */
export function rangeName({ block }: Pick<SelectedRange, "block">): string {
  const { top, left, bottom, right } = block;
  if (isWholeColumns(block) && !isWholeRows(block)) return `${columnName(left)}:${columnName(right)}`;
  return isWholeRows(block) ? `${top + 1}:${bottom + 1}` : blockName(block);
}

/**
 * Returns the sheet, or null when it is not given, and the block of `B2`, `b2:D5`, `C:C`, `3:5` or `'Parc'!B2`; null
 * for any other text.
 */
export function parseRange(text: string): { readonly sheet: string | null; readonly block: CellBlock } | null {
  const [, quoted, plain, address = ""] = /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(text.trim()) ?? [];
  const ends = address.replaceAll("$", "").toUpperCase().split(":");
  if (ends.length > 2) return null;
  const [from, to] = [ends[0]!, ends.at(-1)!].map((end) => blockNamed(end, ends.length === 2));
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null;
  return from == null || to == null ? null : { sheet, block: around(from, to) };
}

function blockNamed(end: string, isPair: boolean): CellBlock | null {
  const [isRow, isColumn] = [isPair && /^\d+$/.test(end), isPair && /^[A-Z]+$/.test(end)];
  const cell = parseCellName(`${isRow ? "A" : ""}${end}${isColumn ? "1" : ""}`);
  if (cell === null || cell.row > sheetEnd.row || cell.column > sheetEnd.column) return null;
  return isRow ? rowBlock(cell.row) : isColumn ? columnBlock(cell.column) : cellBlock(cell);
}

export function isWholeRows({ left, right }: CellBlock): boolean {
  return left === 0 && right === sheetEnd.column;
}

export function isWholeColumns({ top, bottom }: CellBlock): boolean {
  return top === 0 && bottom === sheetEnd.row;
}

function around(one: CellBlock, other: CellBlock): CellBlock {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/**
 * Returns a block extended to the whole of each merge that it overlaps; a block of whole rows or columns is unchanged.
 */
function withMerges(merges: Merges, block: CellBlock): CellBlock {
  if (isWholeRows(block) || isWholeColumns(block)) return block;
  const meets = ({ top, left, bottom, right }: CellBlock) =>
    top <= block.bottom && bottom >= block.top && left <= block.right && right >= block.left;
  const whole = merges.filter(meets).reduce(around, block);
  const isSame = blockName(whole) === blockName(block);
  return isSame ? block : withMerges(merges, whole);
}
