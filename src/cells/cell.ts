import type { CellFacts } from "./facts";

/** An Excel error value (`#REF!`, `#N/A`…), kept apart from text that looks like one. */
export class CellError {
  constructor(readonly code: string) {}
}

/**
 * A cell's value. Its JavaScript type is its tag: `null` is blank (never 0), a date is its Excel serial number
 * in the workbook's own date system, and no `Date` ever gets here.
 */
export type Cell = null | number | string | boolean | CellError;

/** A block of cells, zero-based, both ends included. */
export interface CellBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A native Excel table (ListObject) of a sheet: its name and its block, header row included. */
export interface NativeTable {
  readonly name: string;
  readonly block: CellBlock;
}

/** A sheet as read: what the core knows of it. Rows may be ragged; what is missing is blank. */
export interface SheetCells {
  /** File name without its folder, e.g. `parc.xlsx`. */
  readonly file: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly CellBlock[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** An AutoFilter hides some of its rows. */
  readonly filtered: boolean;
  readonly tables: readonly NativeTable[];
  /** The key of a sheet that we generated, or null for a user's sheet. */
  readonly generatedKey: string | null;
  /** What its cells are beyond their values; absent where only values are known, as in a function's range. */
  readonly facts?: CellFacts;
}

/** A workbook as read. */
export interface WorkbookCells {
  readonly file: string;
  /** True where serials count from 1904-01-01 (old Mac workbooks). */
  readonly date1904: boolean;
  readonly sheets: readonly SheetCells[];
}

/** The value at a zero-based place; blank where the sheet has nothing. */
export function cellAt(sheet: SheetCells, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? null;
}

/** True for a cell that shows nothing: blank, or a text of spaces. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** True where a row shows nothing from one column to another, both included. */
export function isBlankRow(cells: readonly Cell[], left: number, right: number): boolean {
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1)
    if (!isBlank(cells[column] ?? null)) return false;
  return true;
}
