import type { Sheet } from "hucre";

/** Pixels of a default column, and of the bands of letters and numbers. */
const defaultWidth = 72;
export const bandWidth = 36;
export const bandHeight = 22;

interface Span {
  readonly at: number;
  readonly size: number;
}

/** Where a cell is drawn, in pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly wide: number;
  readonly tall: number;
}

/** The columns and rows of a sheet that a picture of so many pixels shows, the last ones in part. */
export class SheetPlaces {
  readonly columns: readonly Span[];
  readonly rows: readonly Span[];

  constructor(
    private readonly sheet: Sheet,
    width: number,
    height: number,
  ) {
    this.columns = spans(bandWidth, width, (index) => pixelsOfColumn(sheet.columns?.[index]?.width));
    this.rows = spans(bandHeight, height, (index) => (pointsOfRow(sheet, index) * 4) / 3);
  }

  /** A cell, with those merged to it; null where it is merged to another. */
  of(row: number, column: number): Place | null {
    const { columns, rows } = this;
    const merge = this.sheet.merges?.find(
      ({ startRow, endRow, startCol, endCol }) =>
        row >= startRow && row <= endRow && column >= startCol && column <= endCol,
    );
    const { at: top, size: tall } = rows[row]!;
    const { at: left, size: wide } = columns[column]!;
    if (merge === undefined) return { left, top, wide, tall };
    if (row !== merge.startRow || column !== merge.startCol) return null;
    return { left, top, wide: lengthOf(columns, column, merge.endCol), tall: lengthOf(rows, row, merge.endRow) };
  }
}

/** From a column or row to the end of another; what is out of the picture is as large as the last that is in it. */
function lengthOf(all: readonly Span[], first: number, last: number): number {
  const { at, size } = all[last] ?? all.at(-1)!;
  return at + size * Math.max(1, last + 2 - all.length) - all[first]!.at;
}

/** Where each column or row starts and how large it is, until the picture is full. */
function spans(from: number, to: number, sizeOf: (index: number) => number): Span[] {
  const found: Span[] = [];
  for (let at = from; at < to; at += found.at(-1)!.size) found.push({ at, size: Math.round(sizeOf(found.length)) });
  return found;
}

const pixelsOfColumn = (characters: number | undefined) =>
  characters === undefined ? defaultWidth : characters * 7 + 5;

/** A row without a height of its own fits its tallest text. */
function pointsOfRow({ rowDefs, cells }: Sheet, row: number): number {
  const sizes = [...(cells ?? [])].flatMap(([at, { style }]) =>
    at.startsWith(`${row},`) ? [style?.font?.size ?? 11] : [],
  );
  return rowDefs?.get(row)?.height ?? Math.max(15, ...sizes.map((size) => size * 1.3));
}
