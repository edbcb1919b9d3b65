import { CellError, cellName, isSum, sheetEnd, type Cell, type CellBlock } from "../../cells";
import { blockOf, shiftFormula } from "../addresses";
import type { Content } from "../cell-content";
import { detachedText, GatheredFacts } from "../gathered-facts";
import type { CellFormat } from "./cell-formats";
import { checkAttributes, names, nextOf, openRoot, plainContent, type Names } from "./known-markup";
import { damaged, FileFault, refuseLongText } from "./opened-file";
import { cellValue, SheetCursor, isTrue, shownText, type SharedStrings, type ShownText } from "./part-cells";
import { XmlScanner } from "./xml-scanner";

/** What cells refer to outside their sheet. */
export interface SheetContext {
  /** The name of the sheet. */
  readonly name: string;
  readonly strings: SharedStrings;
  /** What each cell format reveals; null for a format that reveals nothing. */
  readonly formats: readonly (CellFormat | null)[];
  readonly date1904: boolean;
  /** Whether the formula or constant of each cell is kept. Only sheets with a checksum, which are short, need it. */
  readonly keepsContents?: boolean;
}

/** The contents of a sheet part. */
export interface SheetPart {
  /** All rows have the same length, padded with blanks. */
  readonly rows: Cell[][];
  readonly merges: CellBlock[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The range of its filter; null when it has none. */
  readonly filter: CellBlock | null;
  readonly facts: GatheredFacts;
  /** Contents as Excel's `formulas` gives them; empty unless they are kept. */
  readonly contents: readonly (readonly (Content | undefined)[])[];
}

/** The names in the markup of sheets (ECMA-376, part 1, 18.3.1). */
const inSheet = names(
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState " +
    "dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins " +
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing " +
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
);
const inRows = names("row");
const inRow = names("c extLst");
const inCell = names("f v is extLst");
const ofRow = names("r spans s customFormat ht hidden customHeight outlineLevel collapsed thickTop thickBot ph");
const ofCell = names("r s t cm vm ph");
const ofFormula = names("t aca ref dt2D dtr del1 del2 r1 r2 ca si bx");
const ofColumn = names("min max width style hidden bestFit customWidth phonetic outlineLevel collapsed");
const ofMerge = names("ref");

/** A larger sheet has a stray cell very far from its table. */
const mostCells = 20_000_000;

/** Reads a worksheet part. Throws a `FileFault` when it is malformed, or defines a cell twice. */
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
  private readonly facts = new GatheredFacts();
  private readonly contents: (Content | undefined)[][] = [];
  /** Shared formulas by number, with the cell that defines each. */
  private readonly shared = new Map<string, { text: string; row: number; column: number }>();
  /** The number of rows and columns up to the last cell. */
  private height = 0;
  private width = 0;
  private readonly cursor: SheetCursor;

  constructor(
    bytes: Uint8Array,
    private readonly part: string,
    private readonly context: SheetContext,
  ) {
    this.scanner = new XmlScanner(bytes, part);
    this.cursor = new SheetCursor(this.scanner, part);
  }

  read(): SheetPart {
    const { scanner } = this;
    const root = openRoot(scanner, "worksheet");
    let times = 0;
    while (nextOf(scanner, root, inSheet))
      if (scanner.name === "sheetData") {
        times += 1;
        this.readRows();
      } else if (scanner.name === "cols") this.eachChild("col", ofColumn, () => this.hideColumns());
      else if (scanner.name === "mergeCells") this.eachChild("mergeCell", ofMerge, () => this.merge());
      else {
        if (scanner.name === "autoFilter") this.filter = blockOf(scanner.attribute("ref") ?? "");
        scanner.skipElement();
      }
    scanner.next();
    if (times !== 1) throw damaged(this.part);
    // A row far below the last cell may have a height, or be hidden.
    this.rows.length = this.height;
    if (this.height * this.width > mostCells) throw new FileFault("file-too-wide");
    const { merges, hiddenRows, hiddenColumns, filter, facts, contents } = this;
    return { rows: filled(this.rows, this.width), merges, hiddenRows, hiddenColumns, filter, facts, contents };
  }

  private eachChild(name: string, attributes: Names, take: () => void): void {
    const { scanner } = this;
    const { depth } = scanner;
    const known = names(name);
    while (nextOf(scanner, depth, known)) {
      checkAttributes(scanner, attributes);
      take();
    }
  }

  private hideColumns(): void {
    const { scanner } = this;
    const width = scanner.attribute("width");
    if (!isTrue(scanner.attribute("hidden")) && (width === null || Number(width) !== 0)) return;
    const from = Number(scanner.attribute("min") ?? 0);
    const to = Math.min(Number(scanner.attribute("max") ?? 0), sheetEnd.column + 1);
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
    while (nextOf(scanner, depth, inRows)) {
      this.openRow();
      while (nextOf(scanner, depth + 1, inRow))
        if (scanner.name === "c") this.readCell();
        else scanner.skipElement();
    }
  }

  private openRow(): void {
    const { scanner, cursor } = this;
    checkAttributes(scanner, ofRow);
    cursor.openRow();
    // A duplicate row claims the place of another.
    if (this.rows[cursor.row] !== undefined) throw damaged(this.part, scanner.attribute("r") ?? "");
    this.rows[cursor.row] = [];
    const isFlat = isTrue(scanner.attribute("customHeight")) && Number(scanner.attribute("ht") ?? 1) === 0;
    if (isFlat || isTrue(scanner.attribute("hidden"))) this.hiddenRows.add(cursor.row);
  }

  private readCell(): void {
    const { scanner, cursor } = this;
    checkAttributes(scanner, ofCell);
    const type = scanner.attribute("t") ?? "n";
    const format = scanner.attribute("s");
    const reference = cursor.openCell();
    const { depth } = scanner;
    let written: string | null = null;
    let shown: ShownText | null = null;
    let formula: string | null = null;
    while (nextOf(scanner, depth, inCell))
      if (scanner.name === "v" && written === null) written = plainContent(scanner);
      else if (scanner.name === "is" && shown === null) shown = shownText(scanner);
      else if (scanner.name === "f" && formula === null) formula = this.formulaText();
      else if (scanner.name === "extLst") scanner.skipElement();
      else throw damaged(this.part, reference ?? "");
    const value = this.valueOf(type, written, shown?.text ?? null, reference ?? "");
    const hasResult = value !== null || (type === "str" && written !== null);
    if (formula !== null && (typeof value === "number" || !hasResult))
      this.facts.addFormula(cursor.row, cursor.column, formula, hasResult);
    const isFilled = value !== null || (formula !== null && !hasResult);
    if (format !== null && isFilled) this.keepFormat(format, value);
    const strike = type === "s" ? this.context.strings.strikes.get(Number(written)) : shown?.strike;
    if (strike !== undefined && value !== null) this.facts.addStrike(cursor.row, cursor.column, strike);
    if (this.context.keepsContents === true) this.keepContent(formula, value);
    this.put(value, reference);
  }

  private put(value: Cell, reference: string | null): void {
    const { row, column } = this.cursor;
    const cells = this.rows[row]!;
    // For duplicate cells, Excel repairs the file, and which one it keeps is not known.
    if (cells[column] !== undefined) throw damaged(this.part, reference ?? "");
    while (cells.length < column) cells.push(undefined);
    cells[column] = value;
    if (column >= this.width) this.width = column + 1;
    if (row >= this.height) this.height = row + 1;
  }

  /**
   * Returns the formula of the current cell, null when it has none. A shared formula is written out for this cell when
   * it is a sum or when contents are kept; otherwise it is an empty text.
   */
  private formulaText(): string | null {
    const { scanner } = this;
    const { row, column } = this.cursor;
    checkAttributes(scanner, ofFormula);
    const number = scanner.attribute("t") === "shared" ? scanner.attribute("si") : null;
    const text = plainContent(scanner);
    if (number === null) return text === "" ? null : text;
    if (text !== "") this.shared.set(number, { text: detachedText(text), row, column });
    const model = this.shared.get(number);
    if (text !== "" || model === undefined) return text;
    if (!isSum(model.text) && this.context.keepsContents !== true) return text;
    return shiftFormula(model.text, row - model.row, column - model.column);
  }

  private keepContent(formula: string | null, value: Cell): void {
    const held = value instanceof CellError ? value.code : (value ?? "");
    const { row, column } = this.cursor;
    (this.contents[row] ??= [])[column] = formula === null ? held : `=${formula}`;
  }

  private keepFormat(number: string, value: Cell): void {
    const { row, column } = this.cursor;
    if (Number.isNaN(Number(number))) throw damaged(this.part, cellName(row, column));
    const format = this.context.formats[Number(number)] ?? null;
    if (format === null) return;
    if (typeof value === "number") this.facts.addShown(row, column, format.shown);
    this.facts.addMarks(row, column, format);
  }

  private valueOf(type: string, written: string | null, text: string | null, reference: string): Cell {
    const found = cellValue(type, written, text, this.context);
    if (found === undefined) throw damaged(this.part, reference);
    refuseLongText(found, this.context.name, () => cellName(this.cursor.row, this.cursor.column));
    if (type === "d" && found !== null) this.facts.dates.add(this.cursor.row, this.cursor.column);
    return found === "" ? null : found;
  }
}

/** Pads rows with blanks to the given width, in place. */
function filled(rows: (Cell | undefined)[][], width: number): Cell[][] {
  for (let row = 0; row < rows.length; row++) {
    const cells = (rows[row] ??= []);
    for (let column = 0; column < width; column++) cells[column] ??= null;
  }
  return rows as Cell[][];
}
