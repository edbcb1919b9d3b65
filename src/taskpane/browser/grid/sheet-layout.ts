import { cellAt, widthOf, type SheetCells } from "../../../cells";
import type { SheetLook } from "../../../workbook/files";
import { Lines, type LinesView } from "./lines";
import { Merges } from "./merges";

/** Pixels of a character and of a point, in the size of text that the page has. */
export interface Unit {
  readonly character: number;
  readonly point: number;
}

/** Room below and beside what a sheet of the user holds, to add to it. */
const spare = { rows: 20, columns: 4 };
const fewest = { rows: 60, columns: 26 };
/** Characters, with the padding of a cell, and points of a sheet that says nothing. */
const defaultWidth = 9.14;
const defaultHeight = 15;
/** A column without a width of its own is as wide as its first texts: no one can widen it here. */
const readForWidth = 300;
const widest = 42;

/** Where the rows and the columns of a sheet stand, in pixels, and which of its cells are one. */
export class SheetLayout {
  readonly rows: Lines;
  readonly columns: Lines;
  readonly merges: Merges;
  /** Of the headings: numbers of rows, letters of columns. */
  readonly head: { readonly width: number; readonly height: number };

  constructor(
    readonly sheet: SheetCells,
    look: SheetLook | null,
    unit: Unit,
    showsHidden: boolean,
    textAt: (row: number, column: number) => string,
    view: Omit<LinesView, "isAcross">,
  ) {
    const isOurs = sheet.generatedKey !== null;
    const drawn = look?.drawings ?? [];
    const filled = {
      rows: Math.max(sheet.rows.length, ...drawn.map(({ block }) => block.bottom + 1)),
      columns: Math.max(widthOf(sheet.rows), ...drawn.map(({ block }) => block.right + 1)),
    };
    const count = (of: "rows" | "columns") => (isOurs ? filled[of] + 1 : Math.max(filled[of] + spare[of], fewest[of]));
    const height = (row: number) => look?.heights.get(row) ?? look?.defaultHeight ?? defaultHeight;
    const width = (column: number) =>
      look?.widths.get(column) ??
      Math.max(look?.defaultWidth ?? defaultWidth, widthOfTexts(sheet, look, column, textAt));
    const hides = (hidden: ReadonlySet<number>, at: number) => !showsHidden && hidden.has(at);
    const digits = String(count("rows")).length;
    this.head = {
      width: Math.round((Math.max(digits, 2) + 2) * unit.character),
      height: Math.round(1.3 * defaultHeight * unit.point),
    };
    const lines = (of: "rows" | "columns", head: number, sizeOf: (index: number) => number) =>
      new Lines({ ...view, isAcross: of === "columns" }, count(of), head, look?.frozen[of] ?? 0, sizeOf);
    this.rows = lines("rows", this.head.height, (row) =>
      hides(sheet.hiddenRows, row) ? 0 : Math.max(4, Math.round(height(row) * unit.point)),
    );
    this.columns = lines("columns", this.head.width, (column) =>
      hides(sheet.hiddenColumns, column) ? 0 : Math.max(8, Math.round(width(column) * unit.character)),
    );
    this.merges = new Merges(sheet.merges);
  }

  /** No longer follows what is in view. */
  stop(): void {
    this.rows.stop();
    this.columns.stop();
  }
}

function widthOfTexts(
  sheet: SheetCells,
  look: SheetLook | null,
  column: number,
  textAt: (row: number, column: number) => string,
): number {
  let longest = 0;
  const last = Math.min(sheet.rows.length, readForWidth);
  for (let row = 0; row < last; row++) {
    const cell = cellAt(sheet, row, column);
    if (cell === null) continue;
    // A text that goes on over a blank cell, or in several lines, has room enough.
    const goesOn = typeof cell === "string" && cellAt(sheet, row, column + 1) === null;
    if (!goesOn && look?.look(row, column)?.wrap !== true) longest = Math.max(longest, textAt(row, column).length);
  }
  return Math.min(longest + 2, widest);
}
