import type { ModelCell, PrintSetup } from "../documents";

/** Points of an A4 page. */
const a4 = { short: 595.28, long: 841.89 };
export const pointsPerInch = 72;
/** Points of a row without a height: one line of Calibri 11. */
const rowHeight = 15;
/** Pixels of a figure of Calibri 11, and those around it in a cell, at 96 to an inch. */
const pixelsPerCharacter = 7;
const cellPadding = 5;
const pointsPerPixel = 0.75;

/** A rectangle in points, its origin at the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A row on a page, at a distance from the top of the print area, in points before scaling. */
export interface PlacedRow {
  readonly row: number;
  readonly top: number;
  readonly height: number;
  /** Titles repeated from a page before. */
  readonly isRepeated: boolean;
}

/** How a sheet is laid out on pages. */
export interface Layout {
  /** Points of a page, margins included. */
  readonly page: { readonly width: number; readonly height: number };
  /** The print area of a page, without headers and footers. */
  readonly inner: Box;
  /** The factor from points of the sheet to points of the page. */
  readonly scale: number;
  /** Left edge of each column, and the right edge of the last one, in points before scaling. */
  readonly edges: readonly number[];
  readonly pages: readonly (readonly PlacedRow[])[];
}

/**
 * The properties on which a layout depends: widths of columns in characters, heights of rows in points, print setup.
 */
interface LaidOut {
  readonly widths: readonly number[];
  readonly rows: readonly { readonly height?: number }[];
  readonly print: Pick<PrintSetup, "orientation" | "margins" | "area" | "onePage" | "breaksBefore" | "titleRows">;
}

/** Returns the largest size and the room, in points, of a text along the diagonal of a page, and its angle in degrees. */
export function acrossPage({ width, height }: Layout["page"]) {
  const room = Math.hypot(width, height) * 0.72;
  return { largest: 110, room, angle: (-Math.atan2(height, width) * 180) / Math.PI };
}

/** Lays a sheet out as a spreadsheet prints it: fitted to one page across, with its page breaks and repeated titles. */
export function layOut({ widths, rows, print }: LaidOut): Layout {
  const [width, height] = print.orientation === "portrait" ? [a4.short, a4.long] : [a4.long, a4.short];
  const { margins } = print;
  const inner = {
    x: margins.left * pointsPerInch,
    y: margins.top * pointsPerInch,
    width: width - (margins.left + margins.right) * pointsPerInch,
    height: height - (margins.top + margins.bottom) * pointsPerInch,
  };
  const edges = [0];
  for (const characters of widths.slice(0, print.area.lastColumn + 1)) edges.push(edges.at(-1)! + pointsOf(characters));
  const heights = rows.slice(0, print.area.lastRow + 1).map((row) => row.height ?? rowHeight);
  const total = heights.reduce((sum, one) => sum + one, 0);
  const across = Math.min(1, inner.width / edges.at(-1)!);
  const fitted = print.onePage ? Math.min(across, inner.height / total) : across;
  // A spreadsheet knows whole percents.
  const scale = Math.floor(fitted * 100) / 100;
  return { page: { width, height }, inner, scale, edges, pages: cut(heights, print, inner.height / scale) };
}

/** Returns the width in points of a column in characters; 0 for a hidden column. */
function pointsOf(characters: number): number {
  if (characters === 0) return 0;
  return (Math.trunc(characters * pixelsPerCharacter) + cellPadding) * pointsPerPixel;
}

/** Cuts rows into pages of a height in points: at page breaks, and when a page is full. */
function cut(heights: readonly number[], { breaksBefore, titleRows }: LaidOut["print"], room: number) {
  const pages: PlacedRow[][] = [];
  const starts = new Set(breaksBefore);
  let page: PlacedRow[] = [];
  let top = 0;
  const place = (row: number, isRepeated: boolean): void => {
    const height = heights[row]!;
    page.push({ row, top, height, isRepeated });
    top += height;
  };
  heights.forEach((height, row) => {
    if (page.length > 0 && (starts.has(row) || top + height > room + tolerance)) {
      pages.push(page);
      [page, top] = [[], 0];
      if (titleRows !== null && row > titleRows.last)
        for (let title = titleRows.first; title <= titleRows.last; title += 1) place(title, true);
    }
    place(row, false);
  });
  if (page.length > 0) pages.push(page);
  return pages;
}

/** The most points by which rounding may exceed a page. */
const tolerance = 0.5;

/** Returns whether a cell shows nothing, so that the text beside it may go over it. */
export function isBlank(cell: ModelCell | null | undefined): boolean {
  return cell === null || cell === undefined || cell.value === null || cell.value === "";
}
