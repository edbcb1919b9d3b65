import { cellName, holds, parseCellName, type CellBlock, type SheetCells } from "../../cells";
import type { PageWorkbook, SheetView } from "../../workbook/in-page";
import type { Place } from "./grid/sheet-layout";

/** Which sheet is shown and which of its cells is chosen: what the pane moves, and the grid draws. */
export class ChosenCell {
  private name: string;
  private readonly places = new Map<string, Place>();
  private readonly onSelect: (() => void)[] = [];
  private readonly onCorrect: (() => void)[] = [];
  private readonly onShow = new Set<(focus: boolean) => void>();
  private readonly onFocus = new Set<() => void>();

  /** Whether the sheets that the file hides have a tab. */
  showsHidden = false;

  constructor(private readonly held: PageWorkbook) {
    this.name = (this.visible()[0] ?? held.open.cells.sheets[0])?.name ?? "";
  }

  /**
   * Returns the sheets that have a tab: those that the file does not hide, and a hidden one that is shown because a point
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

  /** The sheet that is shown; another one where it has gone. */
  get sheet(): SheetCells | null {
    const { sheets } = this.held.open.cells;
    return sheets.find(({ name }) => name === this.name) ?? this.visible()[0] ?? sheets[0] ?? null;
  }

  get place(): Place {
    return this.places.get(this.sheet?.name ?? "") ?? { row: 0, column: 0 };
  }

  /** The cell under the one that is chosen, or under those that it is merged with. */
  get placeBelow(): Place {
    const { row, column } = this.place;
    return { row: (mergedAt(this.sheet, this.place)?.bottom ?? row) + 1, column };
  }

  /** Shows a sheet, a cell of it chosen when one is given: of merged cells, the first, which alone has a value. */
  show(sheet: string, cell: Place | null, focus = false): void {
    this.name = sheet;
    if (cell !== null) {
      const block = mergedAt(this.sheet, cell);
      this.places.set(sheet, block === null ? cell : { row: block.top, column: block.left });
    }
    for (const listener of this.onShow) listener(focus);
    this.tellSelection();
  }

  /** Notes the cell that the user chose in the sheet shown. */
  choose(place: Place): void {
    this.places.set(this.sheet?.name ?? "", place);
    this.tellSelection();
  }

  /** Tells that a cell was corrected. */
  corrected(): void {
    for (const listener of this.onCorrect) listener();
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

  private tellSelection(): void {
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

/** Calls once somebody goes on: the workbook is another one, or a sheet is chosen. Returns the function that stops it. */
export function onSomethingElse(held: PageWorkbook, chosen: ChosenCell, call: () => void): () => void {
  const { open } = held;
  const stops = [held.subscribe(() => held.open !== open && call()), chosen.subscribe(call)];
  return () => stops.forEach((stop) => stop());
}

/** Returns the place that a link of the workbook leads to; null for a name, or for more than a cell. */
export function placeOfLink(location: string): { readonly sheet: string; readonly cell: Place } | null {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(location.replace(/^#/, ""));
  const cell = parseCellName(parts?.[3] ?? "");
  return parts === null || cell === null ? null : { sheet: (parts[1] ?? parts[2]!).replaceAll("''", "'"), cell };
}

/** Returns the merged cells that a place is among; null when it stands alone. */
function mergedAt(sheet: SheetCells | null, { row, column }: Place): CellBlock | null {
  return sheet?.merges.find((block) => holds(block, row, column)) ?? null;
}
