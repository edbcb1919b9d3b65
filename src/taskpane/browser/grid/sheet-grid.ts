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

const chosenId = "chosen-cell";

/** A sheet as a table of its cells, of which only those in view are elements; one cell is chosen, and takes the focus. */
export class SheetGrid {
  readonly element: RegularTableElement;
  private sheet: SheetCells | null = null;
  private place: Place = { row: 0, column: 0 };
  private label = "";
  private isBringing = false;
  private isToBring = false;

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
    this.label = label;
    if (isOther) this.element.scrollTop = this.element.scrollLeft = 0;
    await this.element.draw({ invalid_viewport: true });
    // Its scrolling part is no stop of Tab: the table in it is one.
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
    this.dress();
    if (focus) this.focus();
    this.listener.onSelect(this.place);
    await this.bringIntoView();
  }

  focus(): void {
    this.table?.focus({ preventScroll: true });
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

  /** Gives the elements in view their place and their look; asked for each time that they are drawn. */
  private dress(): void {
    const { sheet, element, table } = this;
    if (sheet === null || table === null) return;
    const size = this.size();
    // The focus stays on the table, whose cells come and go as it scrolls, and says which of them is chosen.
    table.tabIndex = 0;
    const attributes = {
      role: "grid",
      "aria-label": this.label,
      "aria-rowcount": size.rows + 1,
      "aria-colcount": size.columns + 1,
    };
    for (const [name, value] of Object.entries(attributes)) table.setAttribute(name, String(value));
    table.removeAttribute("aria-activedescendant");
    for (const { cell, place } of this.drawn()) {
      dressCell(cell, sheet, place);
      const isChosen = place.row === this.place.row && place.column === this.place.column;
      cell.classList.toggle("chosen", isChosen);
      cell.setAttribute("aria-selected", String(isChosen));
      cell.parentElement?.setAttribute("aria-rowindex", String(place.row + 2));
      if (isChosen) {
        cell.id = chosenId;
        table.setAttribute("aria-activedescendant", chosenId);
      } else cell.removeAttribute("id");
    }
    for (const head of element.querySelectorAll<HTMLTableCellElement>("tbody th")) head.scope = "row";
    for (const head of element.querySelectorAll<HTMLTableCellElement>("thead th")) head.scope = "col";
    const corner = element.querySelector<HTMLElement>("thead th > span");
    if (corner === null || corner.textContent !== "") return;
    corner.textContent = this.texts.corner;
    corner.className = "unseen";
  }

  private get table(): HTMLTableElement | null {
    return this.element.querySelector("table");
  }

  private drawn(): { readonly cell: HTMLElement; readonly place: Place }[] {
    return [...this.element.querySelectorAll<HTMLElement>("tbody td")].flatMap((cell) => {
      const meta = this.element.getMeta(cell);
      return meta?.type === "body" ? [{ cell, place: { row: meta.y, column: meta.x } }] : [];
    });
  }

  /** Scrolls to the chosen cell where it is not in view, one scrolling at a time: the last place chosen is the one that counts. */
  private async bringIntoView(): Promise<void> {
    this.isToBring = true;
    if (this.isBringing) return;
    this.isBringing = true;
    try {
      while (this.isToBring) {
        this.isToBring = false;
        const to = this.scrollNeeded();
        if (to !== null) await this.element.scrollToCell(to.column, to.row);
      }
    } finally {
      this.isBringing = false;
    }
  }

  /** Returns the cell that has to be in the corner for the chosen one to be in view; null where it is. */
  private scrollNeeded(): Place | null {
    const { element, place, table } = this;
    const drawn = this.drawn();
    const first = drawn[0]?.place ?? { row: 0, column: 0 };
    const rows = new Set(drawn.map(({ place: { row } }) => row)).size;
    const box = element.getBoundingClientRect();
    const head = table?.querySelector("thead")?.getBoundingClientRect().bottom ?? box.top;
    const side = table?.querySelector("tbody th")?.getBoundingClientRect().right ?? box.left;
    const inRow = drawn.find((one) => one.place.row === place.row)?.cell.getBoundingClientRect();
    const inColumn = drawn.find((one) => one.place.column === place.column)?.cell.getBoundingClientRect();
    const isDown = inRow !== undefined && inRow.top >= head - 1 && inRow.bottom <= box.top + element.clientHeight;
    const isAcross =
      inColumn !== undefined && inColumn.left >= side - 1 && inColumn.right <= box.left + element.clientWidth;
    // A column wider than the view is as much in view as it can be.
    const isWide = inColumn !== undefined && first.column === place.column;
    if (isDown && (isAcross || isWide)) return null;
    const below = Math.max(0, place.row - Math.max(1, rows - 3));
    return {
      row: isDown ? first.row : place.row > first.row ? below : place.row,
      column: isAcross || isWide ? first.column : place.column > first.column ? first.column + 1 : place.column,
    };
  }

  private press(event: MouseEvent): void {
    const { target } = event;
    const cell = target instanceof Element ? target.closest("td") : null;
    const meta = cell === null ? undefined : this.element.getMeta(cell);
    if (meta?.type !== "body") return;
    // The browser would take the focus elsewhere.
    event.preventDefault();
    void this.select({ row: meta.y, column: meta.x }, true);
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.table) return;
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
  cell.classList.toggle("number", typeof value === "number");
  cell.classList.toggle("error", value instanceof CellError || cell.textContent === "=…");
  cell.classList.toggle("joined", box !== null);
  cell.classList.toggle("masked", sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column));
  cell.setAttribute("aria-colindex", String(column + 2));
  cell.dataset["cell"] = cellName(row, column);
}

function boxAt(merges: readonly CellBlock[], row: number, column: number): CellBlock | null {
  return merges.find((box) => holds(box, row, column)) ?? null;
}
