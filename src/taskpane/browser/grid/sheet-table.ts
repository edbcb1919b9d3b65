import { cellName, holds, parseCellName } from "../../../cells";
import type { DrawingLook } from "../../../workbook/files";
import type { DrawnSheet } from "./cell-look";
import { makeElement, RowDrawer } from "./draw-rows";
import type { SelectedRange } from "./selected-range";

const chosenId = "chosen-cell";

/** Shown for a number wider than its column: part of it would look like another number. */
const tooNarrow = "###";

/** The table in which a sheet is drawn, with the drawings over its cells. */
export class SheetTable {
  readonly table = document.createElement("table");
  private readonly over = document.createElement("div");
  private readonly above = gapRow("sheet-above");
  private readonly below = gapRow("sheet-below");

  constructor(
    parent: HTMLElement,
    private readonly nameOf: (kind: DrawingLook["kind"]) => string,
  ) {
    parent.append(this.table, this.over, makeElement("div", { class: "sheet-extent" }));
  }

  /** Draws the view of a sheet. Rows may turn out taller than expected. */
  draw(drawn: DrawnSheet): void {
    const { layout, rules } = drawn;
    const { rows, columns } = layout;
    const { kept, others } = rows.drawn;
    const drawer = new RowDrawer(drawn);
    const head = makeElement("thead", {}, drawer.headings(drawn.texts.corner), ...drawer.rows(kept));
    head.lastElementChild!.classList.toggle("kept-last", kept.length > 0);
    const body = makeElement("tbody", {}, this.above, ...drawer.rows(others), this.below);
    this.table.className = "sheet-table sheet-zoom";
    this.table.replaceChildren(drawer.columnGroup(), head, body);
    rules.set("sheet-table", `width: ${columns.end}px`);
    rules.set("sheet-extent", `width: ${columns.total}px`);
    rules.set("sheet-above", `height: ${rows.before}px`);
    rules.set("sheet-below", `height: ${rows.total - rows.end}px`);
    rows.resize(this.heights());
    this.hideCutNumbers();
    this.drawOver(drawn);
  }

  /**
   * Marks the selected cells, the active one and their headings. The focus stays on the table, which exposes the active
   * cell.
   */
  mark({ place, block }: SelectedRange): void {
    const { table } = this;
    table.removeAttribute("aria-activedescendant");
    const name = cellName(place.row, place.column);
    for (const cell of this.cells()) {
      const { row, column } = parseCellName(cell.dataset["cell"]!)!;
      const isActive = cell.dataset["cell"] === name;
      const isFirst = isActive && !table.hasAttribute("aria-activedescendant");
      const isSelected = isActive || holds(block, row, column);
      cell.classList.toggle("chosen", isFirst);
      cell.classList.toggle("chosen-below", isActive && !isFirst);
      cell.classList.toggle("selected", isSelected && !isActive);
      cell.setAttribute("aria-selected", String(isSelected));
      cell.removeAttribute("id");
      if (!isFirst) continue;
      cell.id = chosenId;
      table.setAttribute("aria-activedescendant", chosenId);
    }
    const isAmong = (at: string | undefined, first: number, last: number) => first <= Number(at) && Number(at) <= last;
    for (const head of table.querySelectorAll<HTMLElement>("thead th"))
      head.classList.toggle("current", isAmong(head.dataset["column"], block.left, block.right));
    for (const line of table.querySelectorAll<HTMLElement>("tr[data-row]"))
      line.firstElementChild!.classList.toggle("current", isAmong(line.dataset["row"], block.top, block.bottom));
  }

  /** Shows a text being typed in place of that of the active cell, over the cells beside it when it is longer. */
  type(text: string): void {
    const cell = this.table.querySelector(`#${chosenId}`);
    cell?.replaceChildren(makeElement("span", { class: "typed" }, text));
    cell?.classList.add("being-typed");
  }

  /** Returns the cells of the sheet that have an element. */
  private cells(): HTMLTableCellElement[] {
    return [...this.table.querySelectorAll<HTMLTableCellElement>("td[data-cell]")];
  }

  private heights(): Map<number, number> {
    const rows = this.table.querySelectorAll<HTMLElement>("tr[data-row]");
    return new Map(Array.from(rows, (row) => [Number(row.dataset["row"]), row.getBoundingClientRect().height]));
  }

  private hideCutNumbers(): void {
    const numbers = [...this.table.querySelectorAll<HTMLElement>("td.number")];
    const cut = numbers.filter((cell) => cell.scrollWidth > cell.clientWidth);
    for (const cell of cut) {
      cell.setAttribute("aria-label", cell.textContent);
      cell.textContent = tooNarrow;
    }
  }

  /** Draws placeholders of charts and pictures, which the page does not draw. */
  private drawOver({ look, layout: { rows, columns }, rules }: DrawnSheet): void {
    const boxes = (look?.drawings ?? []).map(({ kind, block: { top, left, bottom, right } }) => {
      const [x, y] = [columns.at(left).start, rows.at(top).start];
      const [width, height] = [columns.at(right).end - x, rows.at(bottom).end - y];
      const place = rules.classOf(`left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px`);
      return makeElement("div", { class: `drawing ${place}` }, this.nameOf(kind));
    });
    this.over.replaceChildren(...boxes);
  }
}

/** Makes the room of rows that are not drawn. */
function gapRow(name: string): HTMLTableRowElement {
  return makeElement("tr", { class: `gap ${name}`, "aria-hidden": "true" }, makeElement("td", {}));
}
