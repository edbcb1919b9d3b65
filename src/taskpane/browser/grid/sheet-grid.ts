import { holds, type CellBlock } from "../../../cells";
import { placeAfter } from "../keys";
import { StyleRules, type CellMarks, type DrawnSheet } from "./cell-look";
import type { CellTexts } from "./cell-text";
import { makeElement, setAttributes } from "./draw-rows";
import { showTips } from "./cell-tip";
import { actionOf, exchange, type GridListener } from "./grid-keys";
import { listenToPointer } from "./pointer";
import {
  cellBlock,
  columnBlock,
  extendTo,
  isWholeColumns,
  isWholeRows,
  rowBlock,
  selectBlock,
  wholeSheet,
  type SelectedRange,
} from "./selected-range";
import { ColumnWidths, pixelsOf, SheetLayout, widthOfTexts, type LaidSheet, type TextAt } from "./sheet-layout";
import { SheetTable } from "./sheet-table";
import { TextProbe } from "./text-probe";

/** The sheet shown, with its label and its marks. */
interface ShownSheet extends Omit<LaidSheet, "widths"> {
  readonly label: string;
  readonly marks: CellMarks;
}

/** The tasks of a frame: lay out rows and columns, redraw, scroll to the selected cell. */
type FrameWork = "lay" | "redraw" | "go";

/** A sheet as a table with elements only for the cells in view; some cells are selected, and one is active. */
export class SheetGrid {
  readonly element = makeElement("div", { class: "sheet-view", tabindex: -1 });
  private readonly probe = new TextProbe();
  private readonly rules = new StyleRules(".sheet-view");
  private readonly drawing: SheetTable;
  private readonly stopTips: () => void;
  private readonly sizes = new ResizeObserver(() => this.resized());
  private shown: ShownSheet | null = null;
  private layout: SheetLayout | null = null;
  private frame = 0;
  private readonly wanted = new Set<FrameWork>();
  private range = selectBlock([], cellBlock({ row: 0, column: 0 }));
  private readonly widths = new ColumnWidths();
  private typed: string | null = null;

  constructor(
    private readonly texts: CellTexts,
    private readonly listener: GridListener,
  ) {
    const { element } = this;
    element.append(this.probe.element);
    this.drawing = new SheetTable(element, listener.nameOf);
    const textOf = (row: number, column: number) => this.shown?.marks.textOf(row, column) ?? "";
    this.stopTips = showTips(element, this.rules, textOf);
    listenToPointer({
      element,
      select: (block, isExtended) => this.press(block, isExtended),
      isSelected: ({ top, left }) => holds(this.range.block, top, left),
      widen: (column, width) => this.widen(column, width),
    });
    element.addEventListener("dblclick", ({ target }) => {
      if (target instanceof Element && target.closest("td") !== null) this.listener.onEdit(null);
    });
    for (const kind of ["copy", "cut", "paste"] as const)
      element.addEventListener(kind, (event) => {
        if (event.target === this.drawing.table) exchange(event, kind, this.listener);
      });
    element.addEventListener("keydown", (event) => this.key(event));
    // Text that comes without a key (a dead key, a code) would go to the place of the last typing.
    element.addEventListener("beforeinput", (event) => {
      event.preventDefault();
      if (event.data !== null && event.data !== "") this.listener.onEdit(event.data);
    });
    this.sizes.observe(element);
  }

  /** Ends the grid, before another takes its place. */
  stop(): void {
    this.stopTips();
    this.sizes.disconnect();
    this.layout?.stop();
    this.rules.stop();
    cancelAnimationFrame(this.frame);
  }

  /**
   * Shows a sheet with cells selected and in view. Another sheet, or a changed one, is drawn in the next frames: laying
   * out a long sheet at once would block the page.
   */
  show(shown: ShownSheet, range: SelectedRange): void {
    const before = this.shown;
    const isOther = shown.sheet.name !== before?.sheet.name;
    // A notification may concern something else: a save, or the look of another sheet.
    const isSame = (["sheet", "look", "showsHidden", "filtered"] as const).every((of) => before?.[of] === shown[of]);
    this.shown = shown;
    if (isOther) this.element.scrollTop = this.element.scrollLeft = 0;
    // What is asked of another sheet at once is asked of its own rows; the first one has the frames that it opens in.
    const isLaid = isOther && before !== null;
    if (isLaid) this.measureAndLay();
    this.range = range;
    if (!isSame) return isLaid ? this.drawSoon("redraw", "go") : this.drawSoon("lay", "redraw", "go");
    if (before?.marks !== shown.marks) this.drawSoon("redraw");
    this.drawing.mark(this.range);
    // A sheet that is yet to be drawn is not drawn at once: its frames are due.
    if (this.wanted.has("go")) return;
    this.bringIntoView();
  }

  /** Selects a block, or the part of it within the grid, and scrolls to it; moves the focus to it when asked. */
  select(block: CellBlock, focus: boolean): void {
    const { layout, shown } = this;
    if (layout === null || shown === null) return;
    this.choose(selectBlock(shown.sheet.merges, layout.within(block)), focus);
  }

  /** Draws the sheet larger or smaller than its size of 1. */
  zoom(scale: number): void {
    this.rules.set("sheet-zoom", `font-size: ${scale}rem`);
    this.drawSoon("lay", "redraw", "go");
  }

  /** Returns whether a row or a column is shown, those beyond what the grid has included. */
  isShown(along: "rows" | "columns", at: number): boolean {
    const lines = this.layout?.[along];
    return lines === undefined || at >= lines.count || lines.isShown(at);
  }

  /** Shows in the active cell the text being typed there; null when none is. */
  showTyped(text: string | null): void {
    if (text === this.typed) return;
    this.typed = text;
    if (text === null) this.drawSoon("redraw");
    else this.drawing.type(text);
  }

  focus(): void {
    this.drawing.table.focus({ preventScroll: true });
  }

  private measureAndLay(): void {
    this.probe.measure();
    this.lay();
  }

  private lay(): void {
    const { shown } = this;
    if (shown === null) return;
    this.layout?.stop();
    const view = { element: this.element, onChange: () => this.drawSoon() };
    const laid = { ...shown, widths: this.widths.of(shown.sheet.name) };
    this.layout = new SheetLayout(laid, this.probe.unit, this.textsOf(shown), view);
  }

  private textsOf({ sheet, look }: ShownSheet): TextAt {
    return (row, column) => this.texts.shown(sheet, row, column, look?.look(row, column) ?? null);
  }

  /** Sets the width of a column in pixels; by default, that of its first texts. */
  private widen(column: number, width: number | null): void {
    const { shown, layout } = this;
    const { unit } = this.probe;
    if (shown === null || layout === null) return;
    const { sheet, look } = shown;
    const own = width === null ? widthOfTexts(sheet, look, column, this.textsOf(shown)) : width / unit.character;
    this.widths.set(sheet.name, column, own);
    layout.columns.resize(new Map([[column, pixelsOf(own, unit)]]));
    this.drawSoon("redraw");
  }

  private resized(): void {
    if (!this.probe.measure()) return;
    this.lay();
    this.draw(true);
  }

  /** Draws once before the page is painted, whatever changes till then. */
  private drawSoon(...work: readonly FrameWork[]): void {
    for (const one of work) this.wanted.add(one);
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.work());
  }

  /** Lays out, scrolls or draws, one task per frame, and schedules the others. */
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

  /** Draws the view, unless it is already drawn and unchanged. */
  private draw(isChanged: boolean): void {
    const { shown, layout, rules, texts } = this;
    // What is to be laid first is drawn then: its rows and columns may be others.
    if (shown === null || layout === null || this.wanted.has("lay") || this.element.clientHeight === 0) return;
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
      "aria-multiselectable": true,
    });
    this.drawing.table.classList.toggle("without-lines", shown.look?.hasGridlines === false);
    this.drawing.mark(this.range);
    if (this.typed !== null) this.drawing.type(this.typed);
  }

  /** Scrolls to the end of the selection when it is not in view, and draws it. */
  private bringIntoView(): void {
    const { end } = this.range;
    this.reveal();
    if (!isWholeColumns(end)) this.layout?.rows.bring(end.top);
    if (!isWholeRows(end)) this.layout?.columns.bring(end.left);
    this.draw(false);
  }

  /** Shows hidden rows and columns when the chosen cell is among them. */
  private reveal(): void {
    const { layout, shown } = this;
    if (layout === null || shown === null) return;
    const { row, column } = this.range.place;
    if (layout.rows.isShown(row) && layout.columns.isShown(column)) return;
    this.shown = { ...shown, showsHidden: true, filtered: null };
    this.lay();
    this.draw(true);
    this.listener.onReveal();
  }

  private choose(range: SelectedRange, focus: boolean): void {
    this.range = range;
    this.drawing.mark(this.range);
    if (focus) this.focus();
    this.listener.onSelect(range);
    this.bringIntoView();
  }

  private press(block: CellBlock, isExtended: boolean): void {
    const { layout, shown, range } = this;
    if (layout === null || shown === null) return;
    const { merges } = shown.sheet;
    if (isExtended) return this.choose(extendTo(merges, range, block), true);
    // The active cell of whole rows or columns is one in view: nothing moves.
    const active = {
      row: isWholeColumns(block) ? layout.rows.firstInView : block.top,
      column: isWholeRows(block) ? layout.columns.firstInView : block.left,
    };
    this.choose(selectBlock(merges, block, active), true);
    this.listener.onPoint(false);
  }

  private key(event: KeyboardEvent): void {
    const { layout, shown } = this;
    if (event.target !== this.drawing.table || layout === null || shown === null) return;
    const act = this.goingBy(event, layout, shown) ?? actionOf(event, this.listener, this.selecting(layout));
    if (act === null) return;
    event.preventDefault();
    act();
  }

  private selecting(layout: SheetLayout) {
    const { row, column } = this.range.place;
    const blocks = { row: rowBlock(row), column: columnBlock(column), sheet: wholeSheet };
    return {
      select: (what: keyof typeof blocks) => this.press(blocks[what], false),
      widen: (characters: number) =>
        this.widen(column, layout.columns.at(column).size + characters * this.probe.unit.character),
    };
  }

  /** Returns what a key that moves or extends the selection (Shift) does; null for another key. */
  private goingBy(event: KeyboardEvent, layout: SheetLayout, { sheet }: ShownSheet): (() => void) | null {
    const { place, end } = this.range;
    const page = Math.max(1, Math.floor(this.element.clientHeight / layout.rows.at(place.row).size) - 3);
    const from = event.shiftKey ? { row: end.top, column: end.left } : place;
    const to = placeAfter(event, from, { sheet, layout, page });
    if (to === null) return null;
    if (event.shiftKey) return () => this.choose(extendTo(sheet.merges, this.range, cellBlock(to)), true);
    return () => {
      this.select(cellBlock(to), true);
      if (event.key !== "Home") return;
      // Columns that are frozen are always at the start, so the others scroll there as well.
      layout.columns.toStart();
      if (event.ctrlKey || event.metaKey) layout.rows.toStart();
      this.draw(false);
    };
  }
}
