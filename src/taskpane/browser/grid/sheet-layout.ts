import { addTo, cellAt, remembered, widthOf, type CellBlock, type SheetCells } from "../../../cells";
import type { SheetLook } from "../../../workbook/files";
import { Lines, type LinesView } from "./lines";
import { isWholeColumns, isWholeRows, type Place } from "./selected-range";

/** Pixels of a character and of a point, in the size of text that the page has. */
export interface Unit {
  readonly character: number;
  readonly point: number;
}

/** Room below and beside what a sheet of the user holds, to add to it. */
const spare = { rows: 20, columns: 4 };
const fewest = { rows: 60, columns: 26 };
/** The default width in characters, padding included, and the default height in points. */
const defaultWidth = 9.14;
const defaultHeight = 15;
/** A column without a width of its own is as wide as its first texts. */
const readForWidth = 300;
const widest = 42;

/** A sheet to be placed. */
export interface LaidSheet {
  readonly sheet: SheetCells;
  readonly look: SheetLook | null;
  /** Whether the rows and columns that the file hides are shown. */
  readonly showsHidden: boolean;
  /** Rows hidden by a filter; null without a filter. */
  readonly filtered: ReadonlySet<number> | null;
  /** The widths, in characters, of the columns that the user resized. */
  readonly widths: ReadonlyMap<number, number>;
}

/** Returns what a cell shows. */
export type TextAt = (row: number, column: number) => string;

/** Returns the width, in pixels, of a column of `characters` characters. */
export function pixelsOf(characters: number, unit: Unit): number {
  return Math.max(8, Math.round(characters * unit.character));
}

/** The widths, in characters, that the user gave to columns, by sheet. */
export class ColumnWidths {
  private readonly sheets = new Map<string, Map<number, number>>();

  of(sheet: string): ReadonlyMap<number, number> {
    return this.sheets.get(sheet) ?? new Map<number, number>();
  }

  set(sheet: string, column: number, characters: number): void {
    remembered(this.sheets, sheet, () => new Map<number, number>()).set(column, characters);
  }
}

/** The positions in pixels of the rows and the columns of a sheet, and its merged cells. */
export class SheetLayout {
  readonly rows: Lines;
  readonly columns: Lines;
  readonly merges: Merges;
  /** The sizes of headings: row numbers and column letters. */
  readonly head: { readonly width: number; readonly height: number };

  constructor(
    { sheet, look, showsHidden, filtered, widths: own }: LaidSheet,
    unit: Unit,
    textAt: TextAt,
    view: Omit<LinesView, "isAcross">,
  ) {
    const isOurs = sheet.generatedKey !== null;
    const drawn = look?.drawings ?? [];
    const filled = {
      rows: Math.max(sheet.rows.length, ...drawn.map(({ block }) => block.bottom + 1)),
      columns: Math.max(widthOf(sheet.rows), ...drawn.map(({ block }) => block.right + 1)),
    };
    const count = (of: "rows" | "columns") => (isOurs ? filled[of] + 1 : Math.max(filled[of] + spare[of], fewest[of]));
    const height = (points: number) => Math.max(4, Math.round(points * unit.point));
    const width = (column: number) =>
      own.get(column) ??
      look?.widths.get(column) ??
      Math.max(look?.defaultWidth ?? defaultWidth, widthOfTexts(sheet, look, column, textAt));
    const heights = new Float64Array(count("rows")).fill(height(look?.defaultHeight ?? defaultHeight));
    for (const [row, points] of look?.heights ?? []) heights[row] = height(points);
    const widths = Float64Array.from({ length: count("columns") }, (_, column) => pixelsOf(width(column), unit));
    if (!showsHidden) {
      for (const row of sheet.hiddenRows) heights[row] = 0;
      for (const column of sheet.hiddenColumns) widths[column] = 0;
    }
    for (const row of filtered ?? []) heights[row] = 0;
    const digits = String(heights.length).length;
    this.head = {
      width: Math.round((Math.max(digits, 2) + 2) * unit.character),
      height: Math.round(1.3 * defaultHeight * unit.point),
    };
    const { head } = this;
    const frozen = look?.frozen ?? { rows: 0, columns: 0 };
    this.rows = new Lines({ ...view, isAcross: false }, heights, head.height, frozen.rows);
    this.columns = new Lines({ ...view, isAcross: true }, widths, head.width, frozen.columns);
    this.merges = new Merges(sheet.merges);
  }

  /** Returns the part of a block within the grid; a block of whole rows or columns is unchanged. */
  within(block: CellBlock): CellBlock {
    const row = (at: number) => Math.min(at, this.rows.count - 1);
    const column = (at: number) => Math.min(at, this.columns.count - 1);
    return {
      top: row(block.top),
      left: column(block.left),
      bottom: isWholeColumns(block) ? block.bottom : row(block.bottom),
      right: isWholeRows(block) ? block.right : column(block.right),
    };
  }

  /** Stops following the view. */
  stop(): void {
    this.rows.stop();
    this.columns.stop();
  }
}

/** The merged cells of a sheet, found by the rows that they go over. */
export class Merges {
  private readonly byRow = new Map<number, CellBlock[]>();

  constructor(merges: readonly CellBlock[]) {
    for (const block of merges) for (let row = block.top; row <= block.bottom; row++) addTo(this.byRow, row, block);
  }

  /** Returns the merged cells that contain a place; null when it is not merged. */
  at(row: number, column: number): CellBlock | null {
    return this.byRow.get(row)?.find(({ left, right }) => left <= column && column <= right) ?? null;
  }

  /** Returns the cell that represents a place: the first of merged cells, or the place itself. */
  anchor({ row, column }: Place): Place {
    const block = this.at(row, column);
    return block === null ? { row, column } : { row: block.top, column: block.left };
  }
}

/** Returns the characters that the first texts of a column take. */
export function widthOfTexts(sheet: SheetCells, look: SheetLook | null, column: number, textAt: TextAt): number {
  let longest = 0;
  const last = Math.min(sheet.rows.length, readForWidth);
  for (let row = 0; row < last; row++) {
    const cell = cellAt(sheet, row, column);
    if (cell === null) continue;
    // A text that overflows into a blank cell, or wraps, has enough room.
    const goesOn = typeof cell === "string" && cellAt(sheet, row, column + 1) === null;
    if (!goesOn && look?.look(row, column)?.wrap !== true) longest = Math.max(longest, textAt(row, column).length);
  }
  return Math.min(longest + 2, widest);
}
