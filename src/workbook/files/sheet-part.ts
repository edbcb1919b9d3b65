import { CellError, isSum, parseCellName, placeKey, CellSet, type Cell, type CellBlock } from "../../cells";
import { shiftFormula, type Content } from "../cell-content";
import { cellValue, detachedText, stringText } from "./cell-value";
import { decodeXml } from "./xml";
import { damaged, FileFault } from "./file-fault";
import type { NumberLook } from "./styles-part";
import { XmlScanner } from "./xml-scanner";

/** What cells point at, outside of their sheet. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** What each cell format does to a number. */
  readonly formats: readonly NumberLook[];
  readonly date1904: boolean;
  /** What each cell holds is kept, its formula where it has one: only a sealed sheet, which is short, asks for it. */
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
  readonly dates: CellSet;
  readonly money: CellSet;
  readonly formulas: CellSet;
  readonly withoutResult: CellSet;
  readonly sums: Map<number, string>;
  readonly struck: CellSet;
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
  private readonly dates = new CellSet();
  private readonly money = new CellSet();
  private readonly formulas = new CellSet();
  private readonly withoutResult = new CellSet();
  private readonly sums = new Map<number, string>();
  private readonly struck = new CellSet();
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
    this.scanner = new XmlScanner(decodeXml(bytes, part), () => damaged(part));
  }

  read(): SheetPart {
    const { scanner } = this;
    for (let event = scanner.next(); event !== "end"; event = scanner.next()) {
      if (event !== "open" || scanner.depth !== 2) continue;
      if (scanner.name === "sheetData") this.readRows();
      else if (scanner.name === "cols") this.eachChild("col", () => this.hideColumns());
      else if (scanner.name === "mergeCells") this.eachChild("mergeCell", () => this.merge());
      else if (scanner.name === "autoFilter") this.filter = parseBlock(scanner.attribute("ref") ?? "");
    }
    // A row may be said to be tall, or hidden, far below the last cell.
    this.rows.length = this.height;
    if (this.height * this.width > mostCells) throw new FileFault("file-too-wide");
    const { merges, hiddenRows, hiddenColumns, filter, dates, money, formulas, withoutResult, sums } = this;
    const { struck, contents } = this;
    const rows = filled(this.rows, this.width);
    return {
      rows,
      merges,
      hiddenRows,
      hiddenColumns,
      filter,
      dates,
      money,
      formulas,
      withoutResult,
      sums,
      struck,
      contents,
    };
  }

  private eachChild(name: string, take: () => void): void {
    const { scanner } = this;
    const { depth } = scanner;
    for (let event = scanner.next(); event !== "close" || scanner.depth !== depth; event = scanner.next())
      if (event === "open" && scanner.name === name) take();
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
    const block = parseBlock(this.scanner.attribute("ref") ?? "");
    if (block === null) throw damaged(this.part);
    this.merges.push(block);
  }

  private readRows(): void {
    const { scanner } = this;
    const { depth } = scanner;
    for (let event = scanner.next(); event !== "close" || scanner.depth !== depth; event = scanner.next()) {
      if (event !== "open") continue;
      if (scanner.name === "row" && scanner.depth === depth + 1) this.openRow();
      else if (scanner.name === "c" && scanner.depth === depth + 2) this.readCell();
      else scanner.skipElement();
    }
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
    for (let event = scanner.next(); event !== "close" || scanner.depth !== depth; event = scanner.next()) {
      if (event !== "open") continue;
      if (scanner.name === "v") written = this.content();
      else if (scanner.name === "is") text = stringText(scanner);
      else if (scanner.name === "f") formula = this.formulaText();
      else scanner.skipElement();
    }
    const value = this.valueOf(type, written, text, reference ?? "");
    const hasResult = value !== null || (type === "str" && written !== null);
    if (formula !== null && (typeof value === "number" || !hasResult)) this.keepFormula(formula, hasResult);
    if (typeof value === "number") this.keepFormat(format);
    if (this.context.keepsContents === true) this.keepContent(formula, value);
    this.put(value, reference);
  }

  /** The place of the cell that opens: the one that it says, else the next one. */
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

  /** The text of the element that just opened; leaves the scanner where it closes. */
  private content(): string {
    const { scanner } = this;
    const { depth } = scanner;
    let text = "";
    for (let event = scanner.next(); event !== "close" || scanner.depth !== depth; event = scanner.next())
      if (event === "text") text += scanner.text;
    return text;
  }

  /**
   * The formula of the cell, as it would be written there where other cells share it and it adds up: of other formulas that
   * are shared, only that they are some. Null where the file says none.
   */
  private formulaText(): string | null {
    const { scanner, row, column } = this;
    const number = scanner.attribute("t") === "shared" ? scanner.attribute("si") : null;
    const text = this.content();
    if (number === null) return text === "" ? null : text;
    if (text !== "") this.shared.set(number, { text: detachedText(text), row, column });
    const model = this.shared.get(number);
    if (text !== "" || model === undefined) return text;
    if (!isSum(model.text) && this.context.keepsContents !== true) return text;
    return shiftFormula(model.text, row - model.row, column - model.column);
  }

  private keepFormula(formula: string, hasResult: boolean): void {
    this.formulas.add(this.row, this.column);
    if (isSum(formula)) this.sums.set(placeKey(this.row, this.column), detachedText(formula));
    if (!hasResult) this.withoutResult.add(this.row, this.column);
  }

  private keepContent(formula: string | null, value: Cell): void {
    const held = value instanceof CellError ? value.code : (value ?? "");
    (this.contents[this.row] ??= [])[this.column] = formula === null ? held : `=${formula}`;
  }

  private keepFormat(format: string | null): void {
    const look = format === null ? undefined : this.context.formats[Number(format)];
    if (look?.isStruck === true) this.struck.add(this.row, this.column);
    const shown = look?.shown;
    if (shown === "date") this.dates.add(this.row, this.column);
    else if (shown === "money") this.money.add(this.row, this.column);
  }

  private valueOf(type: string, written: string | null, text: string | null, reference: string): Cell {
    const found = cellValue(type, written, text, this.context);
    if (found === undefined) throw damaged(this.part, reference);
    if (type === "d" && found !== null) this.dates.add(this.row, this.column);
    return found === "" ? null : found;
  }
}

function isTrue(attribute: string | null): boolean {
  return attribute === "1" || attribute === "true";
}

/** Rows of that length, blanks where nothing was given. */
function filled(rows: (Cell | undefined)[][], width: number): Cell[][] {
  for (let row = 0; row < rows.length; row++) {
    const cells = (rows[row] ??= []);
    for (let column = 0; column < width; column++) cells[column] ??= null;
  }
  return rows as Cell[][];
}

/** The block of `A1:D10` or `$A$1`; null where it is neither. */
export function parseBlock(range: string): CellBlock | null {
  const [from, to] = range.split(":");
  const start = parseCellName(from ?? "");
  const end = parseCellName(to ?? from ?? "");
  if (start === null || end === null) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
