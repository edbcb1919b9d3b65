import { cellName, parseCellName, type SheetCells } from "../../cells";
import type { PageWorkbook, SheetView } from "../../workbook/in-page";
import type { Place } from "./grid/moves";

/** Which sheet is shown and which of its cells is chosen: what the pane moves, and the grid draws. */
export class ChosenCell {
  private name: string;
  private readonly places = new Map<string, Place>();
  private readonly onSelect: (() => void)[] = [];
  private readonly onCorrect: (() => void)[] = [];
  private readonly onShow = new Set<(focus: boolean) => void>();

  constructor(private readonly held: PageWorkbook) {
    this.name = (this.visible()[0] ?? held.open.cells.sheets[0])?.name ?? "";
  }

  /** The sheets that have a tab. */
  visible(): SheetCells[] {
    return this.held.open.cells.sheets.filter(({ visibility }) => visibility === "visible");
  }

  /** The sheet that is shown; another one where it has gone. */
  get sheet(): SheetCells | null {
    const { sheets } = this.held.open.cells;
    return sheets.find(({ name }) => name === this.name) ?? this.visible()[0] ?? sheets[0] ?? null;
  }

  get place(): Place {
    return this.places.get(this.sheet?.name ?? "") ?? { row: 0, column: 0 };
  }

  /** Shows a sheet, a cell of it chosen where one is given. */
  show(sheet: string, cell: Place | null, focus = false): void {
    this.name = sheet;
    if (cell !== null) this.places.set(sheet, cell);
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

  private tellSelection(): void {
    for (const listener of this.onSelect) listener();
  }

  /** Returns what the port asks of the page. */
  asView(openAnother: SheetView["openAnother"]): SheetView {
    return {
      selected: () => ({ sheet: this.sheet?.name ?? "", cell: cellName(this.place.row, this.place.column) }),
      show: (sheet, cell) => this.show(sheet, cell === null ? null : parseCellName(cell)),
      watchSelection: (listener) => void this.onSelect.push(listener),
      watchCorrections: (listener) => void this.onCorrect.push(listener),
      openAnother,
    };
  }
}
