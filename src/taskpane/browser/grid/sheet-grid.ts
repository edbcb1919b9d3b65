import { cellName, parseCellName, type SheetCells } from "../../../cells";
import type { DrawingLook, SheetLook } from "../../../workbook/files";
import { isUndoing, placeAfter } from "../keys";
import { StyleRules, type DrawnSheet } from "./cell-look";
import type { CellTexts } from "./cell-text";
import { makeElement, setAttributes } from "./draw-rows";
import { SheetLayout, type Place, type Unit } from "./sheet-layout";
import { SheetTable } from "./sheet-table";

/** What the grid tells, and asks. */
export interface GridListener {
  /** Another cell is chosen. */
  readonly onSelect: (place: Place) => void;
  /** Somebody wants to change the cell that is chosen; with what was typed first, where that is how it began. */
  readonly onEdit: (typed: string | null) => void;
  /** Somebody wants the chosen cell blank. */
  readonly onClear: () => void;
  /** Somebody wants the last thing done taken back. */
  readonly onUndo: () => void;
  /** Hidden rows and columns are shown, because the cell to go to is among them. */
  readonly onReveal: () => void;
  /** What stands in the place of what is not drawn. */
  readonly nameOf: (kind: DrawingLook["kind"]) => string;
}

/** What is shown of a sheet. */
interface ShownSheet {
  readonly sheet: SheetCells;
  readonly look: SheetLook | null;
  readonly label: string;
  readonly showsHidden: boolean;
}

/** What a frame is to do: give rows and columns their places, draw whatever is drawn, go to the chosen cell. */
type FrameWork = "lay" | "redraw" | "go";

const chosenId = "chosen-cell";
const measured = "0".repeat(50);

/** A sheet as a table of its cells, of which only those in view are elements; one cell is chosen, and takes the focus. */
export class SheetGrid {
  readonly element = makeElement("div", { class: "sheet-view", tabindex: -1 });
  private readonly probe = makeElement("span", { class: "sheet-probe", "aria-hidden": "true" }, measured);
  private readonly rules = new StyleRules(".sheet-view");
  private readonly drawing: SheetTable;
  private readonly sizes = new ResizeObserver(() => this.resized());
  private shown: ShownSheet | null = null;
  private layout: SheetLayout | null = null;
  private frame = 0;
  private readonly wanted = new Set<FrameWork>();
  private unit: Unit = { character: 0, point: 0 };
  private place: Place = { row: 0, column: 0 };

  constructor(
    private readonly texts: CellTexts,
    private readonly listener: GridListener,
  ) {
    const { element } = this;
    element.append(this.probe);
    this.drawing = new SheetTable(element, listener.nameOf);
    element.addEventListener("mousedown", (event) => this.press(event));
    element.addEventListener("dblclick", () => this.listener.onEdit(null));
    element.addEventListener("keydown", (event) => this.key(event));
    // What comes without a key (a dead key, a code) would go where something was typed last.
    element.addEventListener("beforeinput", (event) => {
      event.preventDefault();
      if (event.data !== null && event.data !== "") this.listener.onEdit(event.data);
    });
    this.sizes.observe(element);
  }

  /** Ends the grid, before another takes its place. */
  stop(): void {
    this.sizes.disconnect();
    this.layout?.stop();
    this.rules.stop();
    cancelAnimationFrame(this.frame);
  }

  /**
   * Shows a sheet, a cell of it chosen and in view. Another one, or one that changed, is drawn in the next frames: to place the rows of a
   * long sheet and to draw it at once would hold the page.
   */
  show(shown: ShownSheet, place: Place): void {
    const before = this.shown;
    const isOther = shown.sheet.name !== before?.sheet.name;
    // What is told may change nothing here: that the workbook is saved, or how another sheet looks.
    const isSame =
      before?.sheet === shown.sheet && before.look === shown.look && before.showsHidden === shown.showsHidden;
    this.shown = shown;
    if (isOther) this.element.scrollTop = this.element.scrollLeft = 0;
    if (isOther) this.measureAndLay();
    this.place = this.layout?.merges.anchor(place) ?? place;
    if (!isSame) return isOther ? this.drawSoon("redraw", "go") : this.drawSoon("lay", "redraw", "go");
    this.dress();
    this.bringIntoView();
  }

  /** Chooses a cell, brought into view; with the focus on it when it is asked for. */
  select(place: Place, focus: boolean): void {
    const { layout } = this;
    if (layout === null) return;
    const within = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1);
    this.place = layout.merges.anchor({
      row: within(place.row, layout.rows.count),
      column: within(place.column, layout.columns.count),
    });
    this.dress();
    if (focus) this.focus();
    this.listener.onSelect(this.place);
    this.bringIntoView();
  }

  focus(): void {
    this.drawing.table.focus({ preventScroll: true });
  }

  private measureAndLay(): void {
    this.measure();
    this.lay();
  }

  private measure(): boolean {
    const character = this.probe.getBoundingClientRect().width / measured.length;
    const point = Number.parseFloat(getComputedStyle(this.probe).fontSize) / 11;
    const isSame = Math.abs(character - this.unit.character) < 0.01 && Math.abs(point - this.unit.point) < 0.01;
    this.unit = { character, point };
    return !isSame;
  }

  private lay(): void {
    const { shown } = this;
    if (shown === null) return;
    const { sheet, look, showsHidden } = shown;
    const textAt = (row: number, column: number) =>
      this.texts.shown(sheet, row, column, look?.look(row, column) ?? null);
    this.layout?.stop();
    const view = { element: this.element, onChange: () => this.drawSoon() };
    this.layout = new SheetLayout(sheet, look, this.unit, showsHidden, textAt, view);
  }

  private resized(): void {
    if (!this.measure()) return;
    this.lay();
    this.draw(true);
  }

  /** Draws once before the page is painted, whatever changes till then. */
  private drawSoon(...work: readonly FrameWork[]): void {
    for (const one of work) this.wanted.add(one);
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.work());
  }

  /** Lays, moves or draws, one thing of what is wanted a frame, and leaves the rest to the next frame. */
  private work(): void {
    const { wanted } = this;
    this.frame = 0;
    if (wanted.delete("lay")) {
      this.measureAndLay();
      return this.drawSoon();
    }
    const redraws = wanted.delete("redraw");
    if (!redraws && wanted.delete("go")) return this.bringIntoView();
    this.draw(redraws);
    if (wanted.has("go")) this.drawSoon();
  }

  /** Draws what is in view, when that is not drawn yet or is not as it was. */
  private draw(isChanged: boolean): void {
    const { shown, layout, rules, texts } = this;
    if (shown === null || layout === null || this.element.clientHeight === 0) return;
    const [isDown, isAcross] = [layout.rows.see(), layout.columns.see()];
    if (!isDown && !isAcross && !isChanged) return;
    const drawn: DrawnSheet = { ...shown, layout, texts, rules };
    this.drawing.draw(drawn);
    setAttributes(this.drawing.table, {
      role: "grid",
      tabindex: 0,
      "aria-label": shown.label,
      "aria-rowcount": layout.rows.count + 1,
      "aria-colcount": layout.columns.count + 1,
      "aria-readonly": shown.sheet.generatedKey !== null,
    });
    this.drawing.table.classList.toggle("without-lines", shown.look?.hasGridlines === false);
    this.dress();
  }

  /** Marks the chosen cell, and its headings. The focus stays on the table, which says which of its cells is chosen. */
  private dress(): void {
    const { table } = this.drawing;
    const { row, column } = this.place;
    table.removeAttribute("aria-activedescendant");
    const name = cellName(row, column);
    for (const cell of this.drawing.cells()) {
      const isChosen = cell.dataset["cell"] === name;
      const isFirst = isChosen && !table.hasAttribute("aria-activedescendant");
      cell.classList.toggle("chosen", isFirst);
      cell.classList.toggle("chosen-below", isChosen && !isFirst);
      cell.setAttribute("aria-selected", String(isChosen));
      cell.removeAttribute("id");
      if (!isFirst) continue;
      cell.id = chosenId;
      table.setAttribute("aria-activedescendant", chosenId);
    }
    for (const head of table.querySelectorAll<HTMLElement>("thead th"))
      head.classList.toggle("current", head.dataset["column"] === String(column));
    for (const line of table.querySelectorAll<HTMLElement>("tr[data-row]"))
      line.firstElementChild!.classList.toggle("current", line.dataset["row"] === String(row));
  }

  /** Scrolls to the chosen cell when it is not in view, and draws it. */
  private bringIntoView(): void {
    this.reveal();
    this.layout?.rows.bring(this.place.row);
    this.layout?.columns.bring(this.place.column);
    this.draw(false);
  }

  /** Shows hidden rows and columns when the chosen cell is among them. */
  private reveal(): void {
    const { layout, shown } = this;
    if (layout === null || shown === null || shown.showsHidden) return;
    if (layout.rows.isShown(this.place.row) && layout.columns.isShown(this.place.column)) return;
    this.shown = { ...shown, showsHidden: true };
    this.lay();
    this.draw(true);
    this.listener.onReveal();
  }

  private press(event: MouseEvent): void {
    const { target } = event;
    const place = target instanceof Element ? parseCellName(target.closest("td")?.dataset["cell"] ?? "") : null;
    if (place === null) return;
    // The browser would take the focus elsewhere.
    event.preventDefault();
    this.select(place, true);
  }

  private key(event: KeyboardEvent): void {
    const { layout, shown } = this;
    if (event.target !== this.drawing.table || layout === null || shown === null) return;
    const act = this.goingBy(event, layout, shown) ?? this.askingBy(event);
    if (act === null) return;
    event.preventDefault();
    act();
  }

  /** Returns what a key that goes somewhere does; null for another one. */
  private goingBy(event: KeyboardEvent, layout: SheetLayout, { sheet }: ShownSheet): (() => void) | null {
    const page = Math.max(1, Math.floor(this.element.clientHeight / layout.rows.at(this.place.row).size) - 3);
    const to = placeAfter(event, this.place, { sheet, layout, page });
    if (to === null) return null;
    return () => {
      this.select(to, true);
      if (event.key !== "Home") return;
      // What stays in view is at its start always: the rest goes there as well.
      layout.columns.toStart();
      if (event.ctrlKey || event.metaKey) layout.rows.toStart();
      this.draw(false);
    };
  }

  /** Returns what a key that asks something of the chosen cell does; null for another one. */
  private askingBy(event: KeyboardEvent): (() => void) | null {
    const { key } = event;
    if (isUndoing(event)) return () => this.listener.onUndo();
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (key === "Delete" || key === "Backspace") return () => this.listener.onClear();
    if (key === "Enter" || key === "F2") return () => this.listener.onEdit(null);
    return key.length === 1 && key !== " " ? () => this.listener.onEdit(key) : null;
  }
}
