import { cellName, parseCellName, type CellBlock, type SheetCells } from "../../../cells";
import { layOut } from "../../../pdf";
import type { PrintedSheet, SheetLook } from "../../../workbook/files";
import { StyleRules } from "../grid/cell-look";
import type { CellTexts } from "../grid/cell-text";
import { makeElement, setAttributes } from "../grid/draw-rows";
import { actionOf, exchange, type GridKeys, type GridListener } from "../grid/grid-keys";
import { cellBlock, selectBlock, type Place } from "../grid/selected-range";
import { drawPage, type DrawnDocument } from "./draw-page";
import { cellAfter } from "./moves";

/** The events and the requests of the pages; `onEdit` on a double click or Enter: the link of the cell is followed. */
type PagesListener = Pick<GridListener, keyof GridKeys | "onSelect" | "nameOf">;

/** The look of a document that has pages. */
export type PagedLook = SheetLook & { readonly printed: PrintedSheet };

/** A document with its drawn pages. */
interface ShownDocument {
  readonly sheet: SheetCells;
  readonly look: SheetLook;
  readonly label: string;
}

/** How large the pages are: as wide as there is room, whole, or a part of their size on paper. */
export type Zoom = "width" | "page" | number;

/** Pixels around a page. */
const around = 18;
/** Wider than that, as wide as there is room is too large to be read. */
const widest = 1.5;
const smallest = 0.25;
const largest = 4;
const pixelsPerPoint = 96 / 72;
const chosenId = "chosen-cell";

/** A document drawn as its printed pages; one cell is selected, and takes the focus. */
export class DocumentPages {
  readonly element = makeElement("div", { class: "pages-view", tabindex: -1 });
  private readonly pages = makeElement("div", { class: "pages", role: "grid", tabindex: 0, "aria-readonly": "true" });
  private readonly rules = new StyleRules(".pages-view");
  private readonly paper = new CSSStyleSheet();
  private readonly sizes = new ResizeObserver(() => this.fit());
  private readonly ends = new AbortController();
  private shown: ShownDocument | null = null;
  private drawn: DrawnDocument | null = null;
  private place: Place = { row: 0, column: 0 };
  private zoomed: Zoom = "width";
  private frame = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly texts: CellTexts,
    private readonly listener: PagesListener,
  ) {
    const { element, pages } = this;
    element.append(pages);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.paper];
    pages.addEventListener("mousedown", (event) => this.press(event));
    pages.addEventListener("dblclick", () => this.listener.onEdit(null));
    pages.addEventListener("copy", (event) => exchange(event, "copy", this.listener));
    pages.addEventListener("keydown", (event) => this.key(event));
    // What is printed is whole, whenever it is asked for.
    addEventListener("beforeprint", () => this.drawRest(), { signal: this.ends.signal });
    this.sizes.observe(element);
  }

  /** Ends the pages, before others take their place. */
  stop(): void {
    this.ends.abort();
    this.sizes.disconnect();
    this.rules.stop();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.paper);
    cancelAnimationFrame(this.frame);
  }

  /** Shows a document with a cell selected. */
  show(shown: ShownDocument & { readonly look: PagedLook }, place: Place): void {
    const before = this.shown;
    const isOther = before?.sheet.name !== shown.sheet.name;
    const isElsewhere = isOther ? place.row > 0 : place.row !== this.place.row || place.column !== this.place.column;
    this.place = place;
    if (before?.sheet !== shown.sheet || before.look !== shown.look) this.draw(shown, shown.look.printed);
    else this.dress();
    if (isOther) this.element.scrollTop = 0;
    if (isElsewhere) this.bringIntoView();
  }

  /** Chooses the first cell of a block, brought into view; with the focus on the pages when it is asked for. */
  select({ top, left }: CellBlock, focus: boolean): void {
    const range = selectBlock(this.shown?.sheet.merges ?? [], cellBlock({ row: top, column: left }));
    this.place = range.place;
    this.dress();
    if (focus) this.focus();
    this.listener.onSelect(range);
    this.bringIntoView();
  }

  focus(): void {
    this.pages.focus({ preventScroll: true });
  }

  /** How large the pages are asked to be. */
  get zoom(): Zoom {
    return this.zoomed;
  }

  set zoom(zoom: Zoom) {
    this.zoomed = typeof zoom === "number" ? Math.min(Math.max(zoom, smallest), largest) : zoom;
    this.fit();
  }

  /** How large the pages are, 1 as on paper. */
  get scale(): number {
    const { drawn, element, zoomed } = this;
    if (typeof zoomed === "number" || drawn === null) return typeof zoomed === "number" ? zoomed : 1;
    const { width, height } = drawn.layout.page;
    const across = (element.clientWidth - 2 * around) / (width * pixelsPerPoint);
    const down = (element.clientHeight - 2 * around) / (height * pixelsPerPoint);
    return Math.max(smallest, zoomed === "width" ? Math.min(across, widest) : Math.min(across, down));
  }

  private draw(shown: ShownDocument, printed: PrintedSheet): void {
    const { texts, rules, pages } = this;
    const layout = layOut(printed);
    this.shown = shown;
    this.drawn = { ...shown, printed, layout, texts, rules, nameOf: this.listener.nameOf };
    const { width, height } = layout.page;
    rules.set("paper", `width: ${width}pt; height: ${height}pt`);
    this.paper.replaceSync(`@page { size: A4 ${printed.print.orientation}; margin: 0 }`);
    setAttributes(pages, { "aria-label": shown.label });
    pages.replaceChildren();
    this.fit();
    this.drawNext();
  }

  /** Draws the next page, and the others in the next frames: a document of fifty pages would hold the screen. */
  private drawNext(): void {
    const { drawn, pages } = this;
    cancelAnimationFrame(this.frame);
    if (drawn === null || pages.childElementCount === drawn.layout.pages.length) return;
    pages.append(drawPage(drawn, pages.childElementCount));
    this.dress();
    this.frame = requestAnimationFrame(() => this.drawNext());
  }

  private drawRest(): void {
    while (this.drawn !== null && this.pages.childElementCount < this.drawn.layout.pages.length) this.drawNext();
  }

  private fit(): void {
    this.rules.set("pages", `zoom: ${this.scale.toFixed(4)}`);
    for (const listener of this.listeners) listener();
  }

  /** Calls each time that the pages have another size on the screen; returns the function that stops it. */
  onZoomed(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Returns the elements of the cells with a text. */
  private cells(): HTMLElement[] {
    return [...this.pages.querySelectorAll<HTMLElement>("[data-cell]")];
  }

  /** Marks the selected cell. The focus stays on the pages, which expose the selected cell. */
  private dress(): void {
    const { pages, place } = this;
    const name = cellName(place.row, place.column);
    pages.querySelector(`#${chosenId}`)?.removeAttribute("id");
    for (const cell of pages.querySelectorAll(".chosen")) cell.classList.remove("chosen");
    const chosen = pages.querySelector<HTMLElement>(`[data-cell="${name}"]`);
    for (const cell of pages.querySelectorAll("[aria-selected]")) cell.removeAttribute("aria-selected");
    if (chosen === null) return pages.removeAttribute("aria-activedescendant");
    chosen.id = chosenId;
    chosen.classList.add("chosen");
    chosen.setAttribute("aria-selected", "true");
    pages.setAttribute("aria-activedescendant", chosenId);
  }

  /** Scrolls to the chosen cell when it is not in view; its page may not be drawn yet. */
  private bringIntoView(): void {
    if (this.pages.querySelector(`#${chosenId}`) === null) {
      this.drawRest();
      this.dress();
    }
    this.pages.querySelector(`#${chosenId}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private press(event: MouseEvent): void {
    const { target } = event;
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
    const place = parseCellName(cell?.dataset["cell"] ?? "");
    if (place === null) return;
    // The browser would select the text, or take the focus elsewhere.
    event.preventDefault();
    this.select(cellBlock(place), true);
    if (event.ctrlKey || event.metaKey) this.listener.onEdit(null);
  }

  private key(event: KeyboardEvent): void {
    const cells = this.cells().map((cell) => parseCellName(cell.dataset["cell"]!)!);
    const to = cellAfter(event, this.place, cells);
    const act = to === null ? actionOf(event, this.listener, nothingElse) : () => this.select(cellBlock(to), true);
    if (act === null) return;
    event.preventDefault();
    act();
  }
}

/** One cell is chosen, and columns keep the width of the paper. */
const nothingElse = { select: () => undefined, widen: () => undefined };
