import type { DrawingLook } from "../../../workbook/files";
import type { DrawnSheet } from "./draw-cell";
import { RowDrawer } from "./draw-rows";
import type { SheetWindow } from "./window";

/** What a number shows that is wider than its column: part of it would be another number. */
const tooNarrow = "###";

/** The table in which a sheet is drawn, and what stands over its cells. */
export class SheetTable {
  readonly table = document.createElement("table");
  private readonly over = document.createElement("div");
  private readonly extent = document.createElement("div");
  private readonly above = gapRow("sheet-above");
  private readonly below = gapRow("sheet-below");

  constructor(
    parent: HTMLElement,
    private readonly nameOf: (kind: DrawingLook["kind"]) => string,
  ) {
    this.extent.className = "sheet-extent";
    parent.append(this.table, this.over, this.extent);
  }

  /** Draws what a window has of a sheet. Returns whether rows turn out to be taller than they were thought to be. */
  draw(drawn: DrawnSheet, window: SheetWindow): boolean {
    const { layout, rules } = drawn;
    const drawer = new RowDrawer(drawn, window);
    const head = document.createElement("thead");
    head.append(drawer.headings(drawn.texts.corner), ...drawer.rows(0, window.frozen.rows - 1));
    head.lastElementChild!.classList.toggle("kept-last", window.frozen.rows > 0);
    const body = document.createElement("tbody");
    body.append(this.above, ...drawer.rows(window.rows.first, window.rows.last), this.below);
    rules.set("sheet-table", `width: ${drawer.width}px`);
    this.table.className = "sheet-table";
    this.table.replaceChildren(drawer.columnGroup(), head, body);
    this.setGaps(drawn, window);
    const isTaller = layout.rows.resize(this.heights());
    if (isTaller) this.setGaps(drawn, window);
    this.hideCutNumbers();
    this.drawOver(drawn);
    return isTaller;
  }

  /** Cells of the sheet that have an element. */
  cells(): HTMLTableCellElement[] {
    return [...this.table.querySelectorAll<HTMLTableCellElement>("td[data-cell]")];
  }

  private setGaps({ layout, rules }: DrawnSheet, { rows, frozen }: SheetWindow): void {
    const { head, columns } = layout;
    rules.set("sheet-above", `height: ${layout.rows.start(rows.first) - layout.rows.start(frozen.rows)}px`);
    rules.set("sheet-below", `height: ${layout.rows.end(layout.rows.count - 1) - layout.rows.end(rows.last)}px`);
    rules.set("sheet-extent", `width: ${head.width + columns.end(columns.count - 1)}px`);
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

  /** Says where charts and pictures stand, which the page does not draw. */
  private drawOver({ look, layout, rules }: DrawnSheet): void {
    const { head, rows, columns } = layout;
    const boxes = (look?.drawings ?? []).map(({ kind, block: { top, left, bottom, right } }) => {
      const box = document.createElement("div");
      const [width, height] = [columns.end(right) - columns.start(left), rows.end(bottom) - rows.start(top)];
      const place = `left: ${head.width + columns.start(left)}px; top: ${head.height + rows.start(top)}px`;
      box.className = `drawing ${rules.classOf(`${place}; width: ${width}px; height: ${height}px`)}`;
      box.append(this.nameOf(kind));
      return box;
    });
    this.over.replaceChildren(...boxes);
  }
}

/** The room of rows that are not drawn. */
function gapRow(name: string): HTMLTableRowElement {
  const row = document.createElement("tr");
  row.className = `gap ${name}`;
  row.setAttribute("aria-hidden", "true");
  row.append(document.createElement("td"));
  return row;
}
