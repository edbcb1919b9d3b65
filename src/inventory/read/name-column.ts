import type { Cell, SheetCells } from "../../cells";
import { CellError, fold } from "../../cells";
import type { Table } from "../table";
import { totalKind } from "./row-kind";

/** A name and the row that writes it. */
export interface NamedRow {
  readonly text: string;
  readonly row: number;
}

/** Text of a cell that names something: a number typed as a name is its digits. */
export function nameOf(cell: Cell): string | null {
  if (typeof cell === "string") return cell.trim() === "" ? null : cell;
  return typeof cell === "number" ? String(cell) : null;
}

/** For each row of a column inside merged blocks, the row that holds the value. */
export function mergedRows(sheet: SheetCells, column: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (const merge of sheet.merges)
    if (merge.left <= column && column <= merge.right && merge.bottom > merge.top)
      for (let row = merge.top + 1; row <= merge.bottom; row += 1) rows.set(row, merge.top);
  return rows;
}

/**
 * True where a name is written again below itself, blanks apart: then a blank is a fault, not a block. A school's name may
 * come again in the next commune (`within`).
 */
function repeats(table: Table, column: number, within: number | null): boolean {
  let last: string | null = null;
  let inside: string | null = null;
  for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
    const around = within === null ? null : nameOf(table.sheet.rows[row]?.[within] ?? null);
    if (around !== null && fold(around) !== inside) {
      inside = fold(around);
      last = null;
    }
    const text = nameOf(table.sheet.rows[row]?.[column] ?? null);
    if (text === null || totalKind(text) !== null) {
      if (text !== null) last = null;
      continue;
    }
    const folded = fold(text);
    if (folded === last) return true;
    last = folded;
  }
  return false;
}

/** A column of names that may be filled down inside blocks. (decisions §4) */
export class NameColumn {
  private readonly merged: Map<number, number>;
  private readonly fills: boolean;
  private current: NamedRow | null = null;

  constructor(
    private readonly table: Table,
    readonly index: number,
    mayFill: boolean,
    within: number | null,
  ) {
    this.merged = mayFill ? mergedRows(table.sheet, index) : new Map();
    this.fills = mayFill && !repeats(table, index, within);
  }

  /** The cell itself, as typed. */
  cell(row: number): Cell {
    return this.table.sheet.rows[row]?.[this.index] ?? null;
  }

  /** The name that stands for a row, its own or its block's; null where there is none. */
  read(row: number): NamedRow | null {
    const cell = this.cell(row);
    const own = nameOf(cell);
    if (own !== null) return (this.current = { text: own, row });
    // What a broken formula would have said is unknown: nothing fills it, nor the rows below.
    if (cell instanceof CellError) return (this.current = null);
    const holder = this.merged.get(row);
    if (holder !== undefined) {
      const text = nameOf(this.cell(holder));
      if (text !== null) return (this.current = { text, row: holder });
    }
    return this.fills ? this.current : null;
  }

  /** A blank row or a total ends the block. */
  endBlock(): void {
    this.current = null;
  }

  /** A name that stands alone on its row heads the block below. */
  head(text: string, row: number): void {
    this.current = { text, row };
  }
}
