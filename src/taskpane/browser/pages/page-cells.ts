import { cellAt, placeKey, type CellBlock, type SheetCells } from "../../../cells";
import type { Box, Layout, PlacedRow } from "../../../pdf";
import type { CellLook, EdgeLook, SheetLook } from "../../../workbook/files";
import { mergedAt, type Place } from "../grid/selected-range";

/** A cell, or a block of merged cells, as a page draws it. */
export interface PageCell {
  readonly row: number;
  readonly column: number;
  /** The lines around it; the right and bottom lines of merged cells are those of their last cells. */
  readonly edges: { readonly [Side in keyof CellLook["edges"]]: EdgeLook | undefined };
  /** Its place in points, from the first column and from the top of its row. */
  readonly box: Box;
  /**
   * The horizontal part of the page that its text may cover, blank cells beside it included; null when the text stays
   * in its box.
   */
  readonly room: Pick<Box, "x" | "width"> | null;
}

/** A row of a page, with its cells that have something to draw. */
export interface PageRow extends PlacedRow {
  readonly cells: readonly PageCell[];
}

/** Returns the rows of a page of a document, with their cells. */
export function rowsOfPage(sheet: SheetCells, look: SheetLook, layout: Layout, page: number): PageRow[] {
  const placed = layout.pages[page]!;
  return placed.map((row) => ({ ...row, cells: cellsOf({ sheet, look, layout, placed }, row) }));
}

/** The number of columns beside the print area in which a link is searched: links to sources are in the first ones. */
const besideAtMost = 10;

/**
 * Returns the target of a cell: its own link, or the one beside its row, outside the print area; empty without a link.
 */
export function linkFrom({ links, printed }: SheetLook, { row, column }: Place): string {
  const own = links.get(placeKey(row, column));
  if (own !== undefined || printed === null) return own ?? "";
  const first = printed.print.area.lastColumn + 1;
  const beside = Array.from({ length: besideAtMost }, (_, at) => links.get(placeKey(row, first + at)));
  return beside.find((link) => link !== undefined) ?? "";
}

interface PageContext {
  readonly sheet: SheetCells;
  readonly look: SheetLook;
  readonly layout: Layout;
  readonly placed: readonly PlacedRow[];
}

function cellsOf({ sheet, look, layout: { edges }, placed }: PageContext, { row, height }: PlacedRow): PageCell[] {
  const merges = sheet.merges.filter(({ top, bottom }) => top <= row && row <= bottom);
  const cells: PageCell[] = [];
  for (let column = 0; column + 1 < edges.length; column++) {
    const block = mergedAt(merges, { row, column });
    if (block !== null && (block.top !== row || block.left !== column)) continue;
    const last = { row: block?.bottom ?? row, column: block?.right ?? column };
    const own = look.look(row, column);
    const isShown =
      cellAt(sheet, row, column) !== null || own?.fill != null || Object.keys(own?.edges ?? {}).length > 0;
    const x = edges[column]!;
    const end = edges[Math.min(last.column + 1, edges.length - 1)]!;
    if (!isShown || end === x) continue;
    const box = { x, y: 0, width: end - x, height: block === null ? height : heightOf(block, placed) };
    const ending = {
      bottom: look.look(last.row, column)?.edges.bottom,
      right: look.look(row, last.column)?.edges.right,
    };
    cells.push({
      row,
      column,
      edges: { ...own?.edges, ...ending },
      box,
      room: block === null ? roomOf(sheet, look, edges, row, column) : null,
    });
  }
  return cells;
}

function heightOf({ top, bottom }: CellBlock, placed: readonly PlacedRow[]): number {
  return placed.reduce((sum, { row, height }) => (top <= row && row <= bottom ? sum + height : sum), 0);
}

/** Returns the edges between which a one-line text overflows into blank cells, opposite to its alignment. */
function roomOf(sheet: SheetCells, look: SheetLook, edges: readonly number[], row: number, column: number) {
  const own = look.look(row, column);
  if (typeof cellAt(sheet, row, column) !== "string" || own?.wrap === true || own?.align === "center") return null;
  const isFree = (at: number) =>
    at >= 0 &&
    at + 1 < edges.length &&
    cellAt(sheet, row, at) === null &&
    mergedAt(sheet.merges, { row, column: at }) === null;
  let [first, last] = [column, column];
  if (own?.align === "right") while (isFree(first - 1)) first--;
  else while (isFree(last + 1)) last++;
  return first === last ? null : { x: edges[first]!, width: edges[last + 1]! - edges[first]! };
}
