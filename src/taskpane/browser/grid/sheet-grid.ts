import "regular-table";
import type { RegularTableElement } from "regular-table";
import {
  cellAt,
  CellError,
  cellName,
  columnName,
  holds,
  widthOf,
  type CellBlock,
  type SheetCells,
} from "../../../cells";
import type { CellTexts } from "./cell-text";
import { moveOf, type Place } from "./moves";

/** What the grid tells. */
interface GridListener {
  /** Another cell is chosen. */
  readonly onSelect: (place: Place) => void;
  /** Somebody wants to change the cell that is chosen; with what was typed first, where that is how it began. */
  readonly onEdit: (typed: string | null) => void;
}

/** Room below and beside what a sheet holds, to add to it. */
const spareRows = 20;
const spareColumns = 4;
const fewestRows = 40;
const fewestColumns = 12;

/** A sheet as a table of its cells, of which only those in view are elements; one cell is chosen, and takes the focus. */
export class SheetGrid {
  readonly element: RegularTableElement;
  private sheet: SheetCells | null = null;
  private place: Place = { row: 0, column: 0 };
  /** The chosen cell has to take the focus once it is drawn. */
  private wantsFocus = false;

  constructor(
    private readonly texts: CellTexts,
    private readonly listener: GridListener,
  ) {
    this.element = document.createElement("regular-table") as RegularTableElement;
    this.element.addStyleListener(() => this.dress());
    this.element.addEventListener("mousedown", (event) => this.press(event));
    this.element.addEventListener("dblclick", () => this.listener.onEdit(null));
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  get selected(): Place {
    return this.place;
  }

  /** Shows a sheet, a cell of it chosen and in view. */
  async show(sheet: SheetCells, place: Place, label: string): Promise<void> {
    const isOther = sheet.name !== this.sheet?.name;
    this.sheet = sheet;
    this.place = place;
    if (isOther) this.element.resetAutoSize();
    this.element.setDataListener((x0, y0, x1, y1) => Promise.resolve(this.cells(sheet, x0, y0, x1, y1)));
    this.element.dataset["label"] = label;
    if (isOther) this.element.scrollTop = this.element.scrollLeft = 0;
    await this.element.draw({ invalid_viewport: true });
    // The table and its scrolling part are two stops of Tab, and one is enough: that of the chosen cell.
    this.element.setAttribute("tabindex", "-1");
    await this.bringIntoView();
  }

  /** Chooses a cell, brought into view; with the focus on it where it is asked for. */
  async select(place: Place, focus: boolean): Promise<void> {
    const size = this.size();
    this.place = {
      row: Math.min(Math.max(place.row, 0), size.rows - 1),
      column: Math.min(Math.max(place.column, 0), size.columns - 1),
    };
    this.wantsFocus ||= focus;
    this.dress();
    await this.bringIntoView();
    this.listener.onSelect(this.place);
  }

  focus(): void {
    this.wantsFocus = true;
    void this.bringIntoView();
    this.dress();
  }

  private size() {
    const rows = this.sheet?.rows ?? [];
    return {
      rows: Math.max(rows.length + spareRows, fewestRows),
      columns: Math.max(widthOf(rows.slice(0, 1)) + spareColumns, fewestColumns),
    };
  }

  private cells(sheet: SheetCells, x0: number, y0: number, x1: number, y1: number) {
    const size = this.size();
    const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    const columns = range(x0, Math.min(x1, size.columns));
    const rows = range(y0, Math.min(y1, size.rows));
    return {
      num_rows: size.rows,
      num_columns: size.columns,
      row_headers: rows.map((row) => [String(row + 1)]),
      column_headers: columns.map((column) => [columnName(column)]),
      data: columns.map((column) => rows.map((row) => this.texts.shown(sheet, row, column))),
    };
  }

  /** Gives the elements in view their place, their look and the one stop of Tab; asked for each time that they are drawn. */
  private dress(): void {
    const { sheet, element } = this;
    if (sheet === null) return;
    const table = element.querySelector("table");
    const size = this.size();
    table?.setAttribute("role", "grid");
    table?.setAttribute("aria-label", element.dataset["label"] ?? sheet.name);
    table?.setAttribute("aria-rowcount", String(size.rows + 1));
    table?.setAttribute("aria-colcount", String(size.columns + 1));
    let stop: HTMLElement | null = null;
    let chosen: HTMLElement | null = null;
    for (const cell of element.querySelectorAll<HTMLElement>("tbody td")) {
      const meta = element.getMeta(cell);
      if (meta?.type !== "body") continue;
      const place = { row: meta.y, column: meta.x };
      dressCell(cell, sheet, place);
      const isChosen = place.row === this.place.row && place.column === this.place.column;
      cell.classList.toggle("chosen", isChosen);
      cell.setAttribute("aria-selected", String(isChosen));
      cell.tabIndex = -1;
      cell.parentElement?.setAttribute("aria-rowindex", String(meta.y + 2));
      stop ??= cell;
      if (isChosen) chosen = cell;
    }
    for (const head of element.querySelectorAll<HTMLTableCellElement>("tbody th")) head.scope = "row";
    for (const head of element.querySelectorAll<HTMLTableCellElement>("thead th")) head.scope = "col";
    const target = chosen ?? stop;
    if (target !== null) target.tabIndex = 0;
    if (chosen === null || !(this.wantsFocus || element.contains(document.activeElement))) return;
    this.wantsFocus = false;
    chosen.focus({ preventScroll: true });
  }

  private async bringIntoView(): Promise<void> {
    const { element, place } = this;
    const box = element.getBoundingClientRect();
    const head = element.querySelector("thead")?.getBoundingClientRect();
    const drawn = [...element.querySelectorAll<HTMLElement>("tbody td")];
    const metas = drawn.map((cell) => ({ cell, meta: element.getMeta(cell) }));
    const own = metas.find(({ meta }) => meta?.type === "body" && meta.y === place.row && meta.x === place.column);
    const rect = own?.cell.getBoundingClientRect();
    const isDown =
      rect !== undefined && rect.top >= (head?.bottom ?? box.top) - 1 && rect.bottom <= box.top + element.clientHeight;
    const isAcross = rect !== undefined && rect.left >= box.left && rect.right <= box.left + element.clientWidth;
    if (isDown && isAcross) return;
    const first = metas[0]?.meta;
    const rows = new Set(drawn.map((cell) => cell.parentElement)).size;
    const [x0, y0] = first?.type === "body" ? [first.x, first.y] : [0, 0];
    const y = isDown ? y0 : place.row > y0 ? Math.max(0, place.row - Math.max(1, rows - 4)) : place.row;
    const isRight = metas.some(({ meta }) => meta?.type === "body" && meta.x === place.column);
    const x =
      isAcross || (isRight && rect !== undefined && rect.left >= box.left && place.column === x0)
        ? x0
        : Math.max(0, place.column - 1);
    await element.scrollToCell(x, y);
  }

  private press({ target }: MouseEvent): void {
    const cell = target instanceof Element ? target.closest("td") : null;
    const meta = cell === null ? undefined : this.element.getMeta(cell);
    if (meta?.type === "body") void this.select({ row: meta.y, column: meta.x }, true);
  }

  private key(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLTableCellElement)) return;
    const { rows } = this.sheet ?? { rows: [] };
    const inView = new Set([...this.element.querySelectorAll("tbody tr")]).size;
    const last = { row: Math.max(rows.length - 1, 0), column: Math.max(widthOf(rows.slice(0, 1)) - 1, 0) };
    const next = moveOf(event, this.place, last, Math.max(1, inView - 3));
    if (next !== null) {
      event.preventDefault();
      return void this.select(next, true);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyped = event.key.length === 1 && event.key !== " ";
    if (!isTyped && !["Enter", "F2", "Delete", "Backspace"].includes(event.key)) return;
    event.preventDefault();
    this.listener.onEdit(isTyped ? event.key : event.key === "Delete" || event.key === "Backspace" ? "" : null);
  }
}

function dressCell(cell: HTMLElement, sheet: SheetCells, { row, column }: Place): void {
  const value = cellAt(sheet, row, column);
  const box = boxAt(sheet.merges, row, column);
  const isFirst = box === null || (box.top === row && box.left === column);
  cell.classList.toggle("number", typeof value === "number");
  cell.classList.toggle("error", value instanceof CellError || cell.textContent === "=…");
  cell.classList.toggle("joined", box !== null);
  cell.classList.toggle("masked", sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column));
  cell.setAttribute("aria-colindex", String(column + 2));
  cell.dataset["cell"] = cellName(row, column);
  if (box === null || isFirst) cell.removeAttribute("aria-hidden");
}

function boxAt(merges: readonly CellBlock[], row: number, column: number): CellBlock | null {
  return merges.find((box) => holds(box, row, column)) ?? null;
}
