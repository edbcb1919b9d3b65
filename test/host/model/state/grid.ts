import type { Cell, CellBlock } from "../../../../src/cells";
import { isEntireColumn, isEntireRow } from "./area";
import { columnOf, placeOf, rowOf, type Formula, type Link } from "./cell";
import { plain, type Style } from "./style";

/** The cells of a sheet: contents by rows, formulas and links apart since they are few. */
export class Grid {
  readonly values: Cell[][] = [];
  readonly formulas = new Map<number, Formula>();
  readonly links = new Map<number, Link>();
  /** Results that formulas spill on cells without content; filled by the calculation. */
  readonly spilled = new Map<number, Cell>();
  /** Places whose content changed since the file was opened; null on a sheet where nobody asks. */
  touched: Set<number> | null = null;
  /** True once a style changed while contents were asked about. */
  isRestyled = false;
  private readonly styles: (Style | undefined)[][] = [];
  private readonly rowStyles = new Map<number, Style>();
  private readonly columnStyles = new Map<number, Style>();
  private sheetStyle = plain;

  /** What shows in a cell; results must have been calculated. */
  value(row: number, column: number): Cell {
    const value = this.values[row]?.[column] ?? null;
    if (value !== null || (this.formulas.size === 0 && this.spilled.size === 0)) return value;
    const place = placeOf(row, column);
    const formula = this.formulas.get(place);
    return formula === undefined ? (this.spilled.get(place) ?? null) : formula.value;
  }

  /** True where a cell has a content of its own. */
  isFilled(row: number, column: number): boolean {
    return (this.values[row]?.[column] ?? null) !== null || this.formulas.has(placeOf(row, column));
  }

  formula(row: number, column: number): Formula | undefined {
    return this.formulas.size === 0 ? undefined : this.formulas.get(placeOf(row, column));
  }

  setValue(row: number, column: number, value: Cell): void {
    const place = placeOf(row, column);
    this.touched?.add(place);
    this.formulas.delete(place);
    if (value === null) {
      const cells = this.values[row];
      if (cells !== undefined && column < cells.length) cells[column] = null;
      return;
    }
    const cells = (this.values[row] ??= []);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }

  /** `known`: its result, as the file gave it, or what shows until it is computed. */
  setFormula(row: number, column: number, text: string, known: { cached?: Cell; shown?: Cell } = {}): void {
    this.setValue(row, column, null);
    const { cached, shown } = known;
    const value = cached ?? shown ?? null;
    this.formulas.set(placeOf(row, column), { text, value, dirty: cached === undefined, cached });
  }

  /** Writes formulas otherwise, which stay what they are: the same cells, under a sheet's new name. */
  respellFormulas(spell: (formula: string) => string): void {
    for (const [place, formula] of this.formulas) {
      const text = spell(formula.text);
      if (text === formula.text) continue;
      formula.text = text;
      this.touched?.add(place);
    }
  }

  style(row: number, column: number): Style {
    return this.styles[row]?.[column] ?? this.baseStyle(row, column);
  }

  /** The style of a cell that has none of its own. */
  baseStyle(row: number, column: number): Style {
    return this.rowStyles.get(row) ?? this.columnStyles.get(column) ?? this.sheetStyle;
  }

  setStyle(row: number, column: number, style: Style): void {
    this.isRestyled ||= this.touched !== null;
    (this.styles[row] ??= [])[column] = style;
  }

  /** Changes the style of every cell of a block; whole rows, columns and sheets are kept as such. */
  restyle(block: CellBlock, change: (style: Style) => Style): void {
    this.isRestyled ||= this.touched !== null;
    const rows = isEntireRow(block);
    const columns = isEntireColumn(block);
    if (!rows && !columns) {
      for (let row = block.top; row <= block.bottom; row++)
        for (let column = block.left; column <= block.right; column++)
          this.setStyle(row, column, change(this.style(row, column)));
      return;
    }
    this.eachStyled(block, (row, column) => this.setStyle(row, column, change(this.style(row, column))));
    if (rows && columns) {
      for (const [row, style] of this.rowStyles) this.rowStyles.set(row, change(style));
      for (const [column, style] of this.columnStyles) this.columnStyles.set(column, change(style));
      this.sheetStyle = change(this.sheetStyle);
    } else if (rows)
      for (let row = block.top; row <= block.bottom; row++) {
        // A cell of a column that has a style takes it from the column: it gets one of its own.
        if (!this.rowStyles.has(row))
          for (const column of this.columnStyles.keys())
            if (this.styles[row]?.[column] === undefined) this.setStyle(row, column, change(this.style(row, column)));
        this.rowStyles.set(row, change(this.rowStyles.get(row) ?? this.sheetStyle));
      }
    else {
      // A cell of a row that has a style takes it from the row: it gets one of its own.
      for (const row of this.rowStyles.keys())
        for (let column = block.left; column <= block.right; column++)
          if (this.styles[row]?.[column] === undefined) this.setStyle(row, column, change(this.style(row, column)));
      for (let column = block.left; column <= block.right; column++)
        this.columnStyles.set(column, change(this.columnStyles.get(column) ?? this.sheetStyle));
    }
  }

  /** Visits the cells of a block that have a content. */
  eachFilled(block: CellBlock, visit: (row: number, column: number) => void): void {
    const last = Math.min(block.bottom, this.values.length - 1);
    for (let row = block.top; row <= last; row++) {
      const cells = this.values[row];
      if (cells === undefined) continue;
      const right = Math.min(block.right, cells.length - 1);
      for (let column = block.left; column <= right; column++) if ((cells[column] ?? null) !== null) visit(row, column);
    }
    eachOf(this.formulas, block, visit);
  }

  /** Visits the cells of a block that have a style of their own. */
  eachStyled(block: CellBlock, visit: (row: number, column: number) => void): void {
    const last = Math.min(block.bottom, this.styles.length - 1);
    for (let row = block.top; row <= last; row++) {
      const cells = this.styles[row];
      if (cells === undefined) continue;
      const right = Math.min(block.right, cells.length - 1);
      for (let column = block.left; column <= right; column++) if (cells[column] !== undefined) visit(row, column);
    }
  }

  eachLink(block: CellBlock, visit: (row: number, column: number) => void): void {
    eachOf(this.links, block, visit);
  }

  linkAt(row: number, column: number): Link | undefined {
    return this.links.get(placeOf(row, column));
  }

  setLink(row: number, column: number, link: Link): void {
    this.links.set(placeOf(row, column), link);
  }

  clearContents(block: CellBlock): void {
    const filled: [number, number][] = [];
    this.eachFilled(block, (row, column) => filled.push([row, column]));
    for (const [row, column] of filled) this.setValue(row, column, null);
  }

  clearLinks(block: CellBlock): void {
    const linked: number[] = [];
    this.eachLink(block, (row, column) => linked.push(placeOf(row, column)));
    for (const place of linked) this.links.delete(place);
  }

  /** Smallest block that holds every content, and every style but the plain one where asked; null for a blank sheet. */
  used(withStyles: boolean): CellBlock | null {
    const used = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    const add = (row: number, column: number): void => {
      if (row < used.top) used.top = row;
      if (column < used.left) used.left = column;
      if (row > used.bottom) used.bottom = row;
      if (column > used.right) used.right = column;
    };
    addEnds(this.values, (value) => value !== null, add);
    for (const place of this.formulas.keys()) add(rowOf(place), columnOf(place));
    for (const place of this.spilled.keys()) add(rowOf(place), columnOf(place));
    if (withStyles) addEnds(this.styles, (style) => style !== undefined && style !== plain, add);
    return used.bottom === -1 ? null : used;
  }
}

/** Gives the first and the last cell of each row that count. */
function addEnds<T>(
  rows: readonly (readonly T[])[],
  counts: (cell: T) => boolean,
  add: (row: number, column: number) => void,
): void {
  rows.forEach((cells, row) => {
    const first = cells.findIndex(counts);
    if (first < 0) return;
    add(row, first);
    add(row, cells.findLastIndex(counts));
  });
}

function eachOf(
  map: ReadonlyMap<number, unknown>,
  block: CellBlock,
  visit: (row: number, column: number) => void,
): void {
  const [rows, columns] = [block.bottom - block.top + 1, block.right - block.left + 1];
  if (rows * columns < map.size) {
    for (let row = block.top; row <= block.bottom; row++)
      for (let column = block.left; column <= block.right; column++)
        if (map.has(placeOf(row, column))) visit(row, column);
    return;
  }
  for (const place of map.keys()) {
    const [row, column] = [rowOf(place), columnOf(place)];
    if (row >= block.top && row <= block.bottom && column >= block.left && column <= block.right) visit(row, column);
  }
}
