import { cellName, parseCellName, type CellBlock, type SheetCells } from "../../cells";
import type { PageWorkbook, SheetView } from "../../workbook/in-page";
import { cellBlock, mergedAt, parseRange, selectBlock, type Place, type SelectedRange } from "./grid/selected-range";

/** Which sheet is shown and which of its cells are selected: what the pane moves, and the grid draws. */
export class ChosenCell {
  private name: string;
  private readonly ranges = new Map<string, SelectedRange>();
  private readonly onSelect: (() => void)[] = [];
  private readonly onCorrect: ((cells: string) => void)[] = [];
  private readonly onShow = new Set<(focus: boolean) => void>();
  private readonly onFocus = new Set<() => void>();

  /** Whether the sheets that the file hides have a tab. */
  showsHidden = false;
  /** Takes back the last thing done to the sheets, once something shows them. */
  undo: () => void = () => undefined;
  /** Shows a text under the sheet; returns false when a refusal is there, or when nothing shows it. */
  note: (text: string) => boolean = () => false;

  constructor(private readonly held: PageWorkbook) {
    this.name = (this.visible()[0] ?? held.open.cells.sheets[0])?.name ?? "";
  }

  /**
   * Returns the sheets with a tab: those that the file does not hide, and a hidden one that is shown because a point
   * leads to it.
   */
  tabs(): SheetCells[] {
    return this.held.open.cells.sheets.filter(
      ({ name, visibility }) => visibility === "visible" || this.showsHidden || name === this.name,
    );
  }

  /** How many sheets the file hides. */
  get hiddenCount(): number {
    return this.held.open.cells.sheets.length - this.visible().length;
  }

  /** The sheet that is shown; another one when that sheet no longer exists. */
  get sheet(): SheetCells | null {
    const { sheets } = this.held.open.cells;
    return sheets.find(({ name }) => name === this.name) ?? this.visible()[0] ?? sheets[0] ?? null;
  }

  /** The cells that are selected, of which one is active. */
  get range(): SelectedRange {
    const { sheet } = this;
    return this.ranges.get(sheet?.name ?? "") ?? selectBlock(sheet?.merges ?? [], cellBlock({ row: 0, column: 0 }));
  }

  /** The active cell. */
  get place(): Place {
    return this.range.place;
  }

  /** The cell under the one that is chosen, or under those that it is merged with. */
  get placeBelow(): Place {
    const { row, column } = this.place;
    return { row: (mergedAt(this.sheet?.merges ?? [], this.place)?.bottom ?? row) + 1, column };
  }

  /** Shows a sheet, with a cell selected when one is given: the first one of merged cells, which alone has a value. */
  show(sheet: string, cell: Place | null, focus = false): void {
    this.showBlock(sheet, cell === null ? null : cellBlock(cell), focus);
  }

  /** Shows a sheet, a block of its cells selected when one is given. */
  showBlock(sheet: string, block: CellBlock | null, focus = false): void {
    this.name = sheet;
    if (block !== null) this.ranges.set(sheet, selectBlock(this.sheet?.merges ?? [], block));
    for (const listener of this.onShow) listener(focus);
    this.notifySelection();
  }

  /** Shows the tab after the one that is shown, or the one before. */
  showNext(by: -1 | 1): void {
    const tabs = this.tabs();
    const next = tabs[tabs.findIndex(({ name }) => name === this.sheet?.name) + by];
    if (next !== undefined) this.show(next.name, null, true);
  }

  /** Notes the cells that the user selected in the sheet shown. */
  choose(range: SelectedRange): void {
    this.ranges.set(this.sheet?.name ?? "", range);
    this.notifySelection();
  }

  /** Notifies that cells were corrected, by their address; an empty address when they were not typed in. */
  corrected(cells: string): void {
    for (const listener of this.onCorrect) listener(cells);
  }

  /** Calls each time that a sheet or a cell is to be shown; returns the function that stops it. */
  subscribe(listener: (focus: boolean) => void): () => void {
    this.onShow.add(listener);
    return () => this.onShow.delete(listener);
  }

  /** Takes the keyboard to the cell that is chosen. */
  focus(): void {
    for (const listener of this.onFocus) listener();
  }

  /** Calls each time that the keyboard is to go to the chosen cell; returns the function that stops it. */
  subscribeToFocus(listener: () => void): () => void {
    this.onFocus.add(listener);
    return () => this.onFocus.delete(listener);
  }

  /** Returns the sheets that the file does not hide. */
  private visible(): SheetCells[] {
    return this.held.open.cells.sheets.filter(({ visibility }) => visibility === "visible");
  }

  private notifySelection(): void {
    for (const listener of this.onSelect) listener();
  }

  /** Returns what the port asks of the page. */
  asView(): SheetView {
    return {
      selected: () => ({ sheet: this.sheet?.name ?? "", cell: cellName(this.place.row, this.place.column) }),
      show: (sheet, cell) => this.show(sheet, cell === null ? null : parseCellName(cell)),
      watchSelection: (listener) => void this.onSelect.push(listener),
      watchCorrections: (listener) => void this.onCorrect.push(listener),
    };
  }
}

/** Calls a function once the workbook changes or another sheet is selected. Returns the function that stops it. */
export function onSomethingElse(held: PageWorkbook, chosen: ChosenCell, call: () => void): () => void {
  const { open } = held;
  const stops = [held.subscribe(() => held.open !== open && call()), chosen.subscribe(call)];
  return () => stops.forEach((stop) => stop());
}

/** Returns the place that a link of the workbook leads to; null for a name, or for more than a cell. */
export function placeOfLink(location: string): { readonly sheet: string; readonly cell: Place } | null {
  const parsed = parseRange(location.replace(/^#/, ""));
  if (parsed === null || parsed.sheet === null) return null;
  const { top: row, left: column, bottom, right } = parsed.block;
  return row === bottom && column === right ? { sheet: parsed.sheet, cell: { row, column } } : null;
}
