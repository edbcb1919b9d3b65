import { parseCellName, type CellBlock } from "../../../cells";
import { cellBlock, columnBlock, rowBlock, wholeSheet } from "./selected-range";

/** The requests of the pointer to a grid. */
interface PointedGrid {
  /** The element that scrolls. */
  readonly element: HTMLElement;
  /** Selects cells, rows or columns, or extends the selection to them (Shift or a drag). */
  readonly select: (block: CellBlock, isExtended: boolean) => void;
  readonly isSelected: (block: CellBlock) => boolean;
  /** Gives a column a width, in pixels; null for that of its texts. */
  readonly widen: (column: number, width: number | null) => void;
}

/** The distance, in pixels from the right side of a heading, within which dragging widens its column. */
const handle = 6;
/** Pixels that a drag out of the view scrolls at each move. */
const scrolled = 40;

/** Listens to the pointer over a grid: drags select cells, or resize a column by the border of its heading. */
export function listenToPointer(grid: PointedGrid): void {
  const { element } = grid;
  element.addEventListener("mousedown", (event) => {
    if (!(event.target instanceof Element)) return;
    const column = columnToWiden(event);
    const block = blockAt(event.target);
    if (column === null && block === null) return;
    // The browser would take the focus elsewhere, and select texts.
    event.preventDefault();
    if (column !== null) return event.button === 0 ? followWidth(grid, column, event) : undefined;
    const keeps = event.button !== 0 && grid.isSelected(block!);
    if (!keeps) grid.select(block!, event.shiftKey);
    if (event.button === 0) follow((move) => drag(grid, move));
  });
  element.addEventListener("dblclick", (event) => {
    const column = columnToWiden(event);
    if (column !== null) grid.widen(column, null);
  });
}

/** Calls at each move of the pointer till its button is up. */
export function follow(call: (event: MouseEvent) => void): void {
  const stop = new AbortController();
  addEventListener("mousemove", (event) => (event.buttons === 0 ? stop.abort() : call(event)), stop);
  addEventListener("mouseup", () => stop.abort(), stop);
}

/** Extends the selection to the cell under the pointer, or to the edge of the view beyond which it is, and scrolls. */
function drag({ element, select }: PointedGrid, { clientX, clientY }: MouseEvent): void {
  const view = element.getBoundingClientRect();
  const head = element.querySelector("thead th")!.getBoundingClientRect();
  const x = Math.min(Math.max(clientX, head.right + 1), view.left + element.clientWidth - 2);
  const y = Math.min(Math.max(clientY, head.bottom + 1), view.top + element.clientHeight - 2);
  const isOver = (at: number, end: number, start: number) => (at > end ? scrolled : at < start ? -scrolled : 0);
  element.scrollBy(isOver(clientX, view.right, view.left), isOver(clientY, view.bottom, view.top));
  const block = blockAt(document.elementFromPoint(x, y));
  if (block !== null) select(block, true);
}

function followWidth(grid: PointedGrid, column: number, { target, clientX }: MouseEvent): void {
  const { width } = (target as Element).getBoundingClientRect();
  follow((move) => grid.widen(column, Math.max(handle, width + move.clientX - clientX)));
}

/** Returns the column whose border is under the pointer; null when there is none. */
function columnToWiden({ target, clientX }: MouseEvent): number | null {
  if (!(target instanceof HTMLElement) || target.dataset["column"] === undefined) return null;
  return target.getBoundingClientRect().right - clientX > handle ? null : Number(target.dataset["column"]);
}

/**
 * Returns the block of an element of the table: a cell, a row, a column or the whole sheet; null for any other element.
 */
function blockAt(element: Element | null): CellBlock | null {
  const cell = element?.closest<HTMLElement>("td, th");
  if (cell == null) return null;
  const place = parseCellName(cell.dataset["cell"] ?? "");
  if (place !== null) return cellBlock(place);
  if (cell.tagName === "TD") return null;
  const row = cell.closest<HTMLElement>("tr")!.dataset["row"];
  if (row !== undefined) return rowBlock(Number(row));
  return cell.dataset["column"] === undefined ? wholeSheet : columnBlock(Number(cell.dataset["column"]));
}
