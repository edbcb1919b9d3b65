import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
} from "@tanstack/virtual-core";

/** The view of rows or columns: an element that scrolls, and a callback when other ones come into view. */
export interface LinesView {
  readonly element: HTMLElement;
  readonly isAcross: boolean;
  readonly onChange: () => void;
}

/** Lines with elements: the frozen ones, and the others in view or near it. */
interface DrawnLines {
  readonly kept: readonly number[];
  readonly others: readonly number[];
}

/**
 * The number of rows and columns drawn on each side of the view, so that a small scroll draws nothing: more would slow
 * down each drawing of a wide sheet.
 */
const around = { rows: 5, columns: 1 };
/** Part of the view that what stays in it may take: more would leave no room for the rest. */
const mostKept = 0.7;

/** Consecutive rows or columns; hidden ones have no size. TanStack Virtual places them, and gives those in view. */
export class Lines {
  drawn: DrawnLines = { kept: [], others: [] };
  /** Stops following the view. */
  readonly stop: () => void;
  private readonly virtual: Virtualizer<HTMLElement, HTMLElement>;
  private near: readonly number[] = [];
  private keptCount = 0;

  /**
   * `sizes` are the sizes of lines in pixels, `head` that of the headings before them, `frozen` the number of first
   * lines that stay in view.
   */
  constructor(
    private readonly view: LinesView,
    private readonly sizes: Float64Array,
    private readonly head: number,
    private readonly frozen: number,
  ) {
    const { element, isAcross, onChange } = view;
    this.virtual = new Virtualizer<HTMLElement, HTMLElement>({
      ...{ count: sizes.length, onChange, scrollToFn: elementScroll, observeElementRect, observeElementOffset },
      horizontal: isAcross,
      paddingStart: head,
      overscan: isAcross ? around.columns : around.rows,
      estimateSize: (index) => sizes[index]!,
      rangeExtractor: (range) => this.extract(range),
      getScrollElement: () => element,
      initialOffset: isAcross ? element.scrollLeft : element.scrollTop,
    });
    this.virtual._willUpdate();
    this.stop = this.virtual._didMount();
  }

  get count(): number {
    return this.sizes.length;
  }

  /** Updates the view; returns whether a part of it is not drawn yet. */
  see(): boolean {
    const before = this.drawn;
    this.virtual.getVirtualIndexes();
    return this.drawn !== before;
  }

  /** Total size in pixels, headings included. */
  get total(): number {
    return this.virtual.getTotalSize();
  }

  /** Returns the position of a line, after the headings. */
  at(index: number): VirtualItem {
    // Reading the total size makes the library compute positions again after a size changed.
    this.virtual.getTotalSize();
    return this.virtual.measurementsCache[index]!;
  }

  /** Pixels of those that are left out between those that stay in view and the others. */
  get before(): number {
    return this.at(this.drawn.others[0] ?? this.keptCount).start - this.fold;
  }

  /** The first that is in view after those that stay in it. */
  get firstInView(): number {
    const start = (this.virtual.scrollOffset ?? 0) + this.fold;
    return this.drawn.others.find((index) => this.at(index).end > start) ?? 0;
  }

  /** The end of the drawn lines, in pixels. */
  get end(): number {
    const last = this.drawn.others.at(-1);
    return last === undefined ? this.fold : this.at(last).end;
  }

  isShown(index: number): boolean {
    return this.sizes[index]! > 0;
  }

  /** Returns the nearest line that is shown from a place on, in the direction of `step`; null when there is none. */
  shownFrom(index: number, step: 1 | -1): number | null {
    for (let one = index; one >= 0 && one < this.count; one += step) if (this.isShown(one)) return one;
    return null;
  }

  /** Sets the measured sizes of lines. What is in view does not move. */
  resize(sizes: ReadonlyMap<number, number>): void {
    const seen = (this.virtual.scrollOffset ?? 0) + this.fold;
    this.virtual.shouldAdjustScrollPositionOnItemSizeChange = ({ index, end }) =>
      index >= this.keptCount && end <= seen;
    const others = [...sizes].filter(([index, size]) => Math.abs(size - this.at(index).size) > 0.5);
    for (const [index, size] of others) this.virtual.resizeItem(index, size);
  }

  /** Scrolls to a line that is not in view beside the frozen ones; to the start of a line longer than the view. */
  bring(wanted: number): void {
    const index = Math.min(wanted, this.count - 1);
    if (index < this.keptCount) return;
    const { virtual, fold } = this;
    virtual.setOptions({ ...virtual.options, scrollPaddingStart: fold });
    virtual.scrollToIndex(index, { align: this.at(index).size > this.room - fold ? "start" : "auto" });
    // What is scrolled to can be drawn at once.
    this.view.element.dispatchEvent(new Event("scroll"));
  }

  /** Scrolls to the first ones. */
  toStart(): void {
    this.virtual.scrollToOffset(0);
    this.view.element.dispatchEvent(new Event("scroll"));
  }

  /** The end of the frozen lines, in pixels. */
  private get fold(): number {
    return this.at(this.keptCount).start;
  }

  private get room(): number {
    return this.virtual.scrollRect?.[this.view.isAcross ? "width" : "height"] ?? 0;
  }

  /** Returns those to draw: the same as before as long as all that is in view is among them. */
  private extract(range: Range): number[] {
    const { frozen, near } = this;
    const fits = frozen < this.count && this.at(frozen).start - this.head <= this.room * mostKept;
    const count = fits ? frozen : 0;
    const has = (index: number) => near[0]! <= index && index <= near.at(-1)!;
    if (count !== this.keptCount || !has(range.startIndex) || !has(range.endIndex)) {
      this.keptCount = count;
      this.near = defaultRangeExtractor(range);
      const shown = (some: readonly number[]) => some.filter((index) => this.isShown(index));
      this.drawn = {
        kept: shown(Array.from({ length: count }, (_, index) => index)),
        others: shown(this.near.filter((index) => index >= count)),
      };
    }
    return [...this.drawn.kept, ...this.drawn.others];
  }
}
