import { CellError, isSum, parseCellName, type Cell, type CellBlock } from "../../cells";
import { blockOf, shiftFormula } from "../addresses";
import type { Content } from "../cell-content";
import { detachedText, NumberFacts } from "../opened-workbook";
import { cellValue, stringText } from "./cell-value";
import { damaged, FileFault } from "./opened-file";
import type { NumberLook } from "./styles-part";
import { XmlScanner } from "./xml-scanner";

/** What cells point at, outside of their sheet. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** What each cell format does to a number. */
  readonly formats: readonly NumberLook[];
  readonly date1904: boolean;
  /**
   * What each cell holds is kept, its formula where it has one: only a sheet with a checksum, which is short, asks for it.
   */
  readonly keepsContents?: boolean;
}

/** A sheet's part, as read. */
export interface SheetPart {
  /** All of the same length; what nothing fills is blank. */
  readonly rows: Cell[][];
  readonly merges: CellBlock[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The range of its filter; null where it has none. */
  readonly filter: CellBlock | null;
  readonly facts: NumberFacts;
  /** As Excel's own `formulas` says it; blank where it was not asked for. */
  readonly contents: readonly (readonly (Content | undefined)[])[];
}

const lastRow = 1_048_575;
const lastColumn = 16_383;
/** Beyond, a stray cell stands very far from the table. */
const mostCells = 20_000_000;

/** Reads the part of a sheet of cells. Throws a `FileFault` where it is malformed, or gives a cell twice. */
export function readSheetPart(bytes: Uint8Array, part: string, context: SheetContext): SheetPart {
  return new SheetReader(bytes, part, context).read();
}

class SheetReader {
  private readonly scanner: XmlScanner;
  private readonly rows: (Cell | undefined)[][] = [];
  private readonly merges: CellBlock[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private filter: CellBlock | null = null;
  private readonly facts = new NumberFacts();
  private readonly contents: (Content | undefined)[][] = [];
  /** Formulas that other cells share, by their number, with the cell that writes them. */
  private readonly shared = new Map<string, { text: string; row: number; column: number }>();
  /** Rows and columns up to the last cell. */
  private height = 0;
  private width = 0;
  private row = -1;
  private column = -1;

  constructor(
    bytes: Uint8Array,
    private readonly part: string,
    private readonly context: SheetContext,
  ) {
    this.scanner = new XmlScanner(bytes, part);
  }

  read(): SheetPart {
    const { scanner } = this;
    while (scanner.nextOpen(0)) {
      if (scanner.depth !== 2) continue;
      if (scanner.name === "sheetData") this.readRows();
      else if (scanner.name === "cols") this.eachChild("col", () => this.hideColumns());
      else if (scanner.name === "mergeCells") this.eachChild("mergeCell", () => this.merge());
      else if (scanner.name === "autoFilter") this.filter = blockOf(scanner.attribute("ref") ?? "");
    }
    // A row may be said to be tall, or hidden, far below the last cell.
    this.rows.length = this.height;
    if (this.height * this.width > mostCells) throw new FileFault("file-too-wide");
    const { merges, hiddenRows, hiddenColumns, filter, facts, contents } = this;
    return { rows: filled(this.rows, this.width), merges, hiddenRows, hiddenColumns, filter, facts, contents };
  }

  private eachChild(name: string, take: () => void): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (scanner.nextOpen(depth)) if (scanner.name === name) take();
  }

  private hideColumns(): void {
    const { scanner } = this;
    const width = scanner.attribute("width");
    if (!isTrue(scanner.attribute("hidden")) && (width === null || Number(width) !== 0)) return;
    const from = Number(scanner.attribute("min") ?? 0);
    const to = Math.min(Number(scanner.attribute("max") ?? 0), lastColumn + 1);
    for (let column = Math.max(from, 1); column <= to; column++) this.hiddenColumns.add(column - 1);
  }

  private merge(): void {
    const block = blockOf(this.scanner.attribute("ref") ?? "");
    if (block === null) throw damaged(this.part);
    this.merges.push(block);
  }

  private readRows(): void {
    const { scanner } = this;
    const { depth } = scanner;
    while (scanner.nextOpen(depth))
      if (scanner.name === "row" && scanner.depth === depth + 1) this.openRow();
      else if (scanner.name === "c" && scanner.depth === depth + 2) this.readCell();
      else scanner.skipElement();
  }

  private openRow(): void {
    const { scanner } = this;
    const number = scanner.attribute("r");
    this.row = number === null ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    // A row given twice is two rows that claim one place.
    if (!Number.isInteger(this.row) || this.row < 0 || this.row > lastRow || this.rows[this.row] !== undefined)
      throw damaged(this.part, number ?? "");
    this.rows[this.row] = [];
    const isFlat = isTrue(scanner.attribute("customHeight")) && Number(scanner.attribute("ht") ?? 1) === 0;
    if (isFlat || isTrue(scanner.attribute("hidden"))) this.hiddenRows.add(this.row);
  }

  private readCell(): void {
    const { scanner } = this;
    const reference = scanner.attribute("r");
    const type = scanner.attribute("t") ?? "n";
    const format = scanner.attribute("s");
    this.place(reference);
    const { depth } = scanner;
    let written: string | null = null;
    let text: string | null = null;
    let formula: string | null = null;
    while (scanner.nextOpen(depth))
      if (scanner.name === "v") written = scanner.content();
      else if (scanner.name === "is") text = stringText(scanner);
      else if (scanner.name === "f") formula = this.formulaText();
      else scanner.skipElement();
    const value = this.valueOf(type, written, text, reference ?? "");
    const hasResult = value !== null || (type === "str" && written !== null);
    if (formula !== null && (typeof value === "number" || !hasResult))
      this.facts.addFormula(this.row, this.column, formula, hasResult);
    if (typeof value === "number") this.keepFormat(format);
    if (this.context.keepsContents === true) this.keepContent(formula, value);
    this.put(value, reference);
  }

  /** Goes to the place of the cell that opens: the one that it says, else the next one. */
  private place(reference: string | null): void {
    if (reference === null) {
      this.column++;
      return;
    }
    const place = parseCellName(reference);
    if (place === null || place.row !== this.row || place.column > lastColumn) throw damaged(this.part, reference);
    this.column = place.column;
  }

  private put(value: Cell, reference: string | null): void {
    const cells = this.rows[this.row]!;
    if (this.column > lastColumn) throw damaged(this.part);
    // Which of two cells of one place Excel would show is not known: it repairs such a file.
    if (cells[this.column] !== undefined) throw damaged(this.part, reference ?? "");
    while (cells.length < this.column) cells.push(undefined);
    cells[this.column] = value;
    if (this.column >= this.width) this.width = this.column + 1;
    if (this.row >= this.height) this.height = this.row + 1;
  }

  /**
   * Returns the formula of the cell, as it would be written there where other cells share it and it adds up; an empty text for
   * other formulas that are shared, null where the file says none.
   */
  private formulaText(): string | null {
    const { scanner, row, column } = this;
    const number = scanner.attribute("t") === "shared" ? scanner.attribute("si") : null;
    const text = scanner.content();
    if (number === null) return text === "" ? null : text;
    if (text !== "") this.shared.set(number, { text: detachedText(text), row, column });
    const model = this.shared.get(number);
    if (text !== "" || model === undefined) return text;
    if (!isSum(model.text) && this.context.keepsContents !== true) return text;
    return shiftFormula(model.text, row - model.row, column - model.column);
  }

  private keepContent(formula: string | null, value: Cell): void {
    const held = value instanceof CellError ? value.code : (value ?? "");
    (this.contents[this.row] ??= [])[this.column] = formula === null ? held : `=${formula}`;
  }

  private keepFormat(format: string | null): void {
    const look = format === null ? undefined : this.context.formats[Number(format)];
    if (look !== undefined) this.facts.addLook(this.row, this.column, look.shown, look.isStruck);
  }

  private valueOf(type: string, written: string | null, text: string | null, reference: string): Cell {
    const found = cellValue(type, written, text, this.context);
    if (found === undefined) throw damaged(this.part, reference);
    if (type === "d" && found !== null) this.facts.dates.add(this.row, this.column);
    return found === "" ? null : found;
  }
}

function isTrue(attribute: string | null): boolean {
  return attribute === "1" || attribute === "true";
}

/** Returns rows of that length, blanks where nothing was given. */
function filled(rows: (Cell | undefined)[][], width: number): Cell[][] {
  for (let row = 0; row < rows.length; row++) {
    const cells = (rows[row] ??= []);
    for (let column = 0; column < width; column++) cells[column] ??= null;
  }
  return rows as Cell[][];
}
