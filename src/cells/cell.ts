import type { ReadonlyCellColours, ReadonlyCellSet } from "./cell-sets";

/** An Excel error value (`#REF!`, `#N/A`…), as opposed to a text that looks like one. */
export class CellError {
  constructor(readonly code: string) {}
}

/**
 * The value of a cell. Its JavaScript type is its tag: `null` is blank (never 0), and a date is its Excel serial number
 * in the date system of its workbook, never a `Date`.
 */
export type Cell = null | number | string | boolean | CellError;

/** Rounds a number to the 15 significant digits that Excel keeps: sums may differ in later ones (589.7900000000001). */
export function as15Digits(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}

/** Returns whether two cells hold the same value, numbers to the digits that Excel keeps. */
export function isSameCell(one: Cell, other: Cell): boolean {
  if (typeof one === "number" && typeof other === "number") return as15Digits(one) === as15Digits(other);
  return one instanceof CellError && other instanceof CellError ? one.code === other.code : one === other;
}

/** An error that some Excels show while a function is being computed, but that may also be its result. */
export const doubtfulError = "#CALC!";
const awaited: ReadonlySet<string> = new Set(["#BUSY!", "#GETTING_DATA", doubtfulError]);

/** Returns whether a cell may be one that Excel is still computing. */
export function isAwaited(cell: Cell): boolean {
  return cell instanceof CellError && awaited.has(cell.code);
}

/** A block of cells: zero-based places, both ends included. */
export interface CellBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Returns whether a block contains a zero-based place. */
export function holds({ top, left, bottom, right }: CellBlock, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

/** A native Excel table (ListObject) of a sheet: its name, and its block with the header row. */
interface NativeTable {
  readonly name: string;
  readonly block: CellBlock;
}

/** The facts about a sheet's cells besides their values. Empty for those that a format cannot store (.csv). */
export interface CellFacts {
  /** Numbers shown as a date or a time; their value is the stored number. */
  readonly dates: ReadonlyCellSet;
  /** Numbers shown as an amount of money (€, EUR, $, £, F…). */
  readonly money: ReadonlyCellSet;
  /**
   * Words that number formats write around numbers, `#` in the place of the number, by `placeKey`: « (#) », « # (prévu)
   * ».
   */
  readonly among?: ReadonlyMap<number, string>;
  /** Formulas without a cached result in the file: their cell is null among the rows, but is not blank. */
  readonly withoutResult: ReadonlyCellSet;
  /**
   * Formulas that call SUM, SUBTOTAL or AGGREGATE and whose result is a number or missing, as in the file
   * (`SUM(E4:E9)`), by `placeKey`.
   */
  readonly sums: ReadonlyMap<number, string>;
  /** Cells whose whole content is struck through. */
  readonly struck: ReadonlyCellSet;
  /** Cells whose content is partly struck through, or partly a superscript: « 98 » whose 9 is, « 5² ». */
  readonly partlyStruck?: ReadonlyCellSet;
  /** Rows that a filter hides, zero-based. */
  readonly filteredRows: ReadonlySet<number>;
  /**
   * The texts of comments, by `placeKey`: notes, and threads followed by their replies, without the author's name when
   * it can be recognised. Blank cells and cells beyond the rows may have one.
   *
   * Absent when unknown: Excel is not asked for more than 1,000, where it may fail. Before ExcelApi 1.18 (Excel 2021
   * included), it gives threads but no notes.
   */
  readonly comments?: ReadonlyMap<number, string>;
  /**
   * The fill colours of cells that are not blank: their own, or their row's or column's. White and gradients count as
   * no colour; the colour of a hatched cell is its background. Conditional formats and styles of native tables are not
   * computed.
   *
   * Absent when unknown: Excel is not asked about more than 20,000 rows or cells that differ from their neighbours
   * (`office/mark-search`).
   */
  readonly fills?: ReadonlyCellColours;
  /** Font colours of the same cells, as for fills. Black and colours of single characters count as no colour. */
  readonly fonts?: ReadonlyCellColours;
}

/** A sheet as read. Rows may differ in length; cells beyond the end of a row are blank. */
export interface SheetCells {
  /** File name without its folder, e.g. `parc.xlsx`. */
  readonly file: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly CellBlock[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Whether an AutoFilter hides some of its rows. */
  readonly filtered: boolean;
  readonly tables: readonly NativeTable[];
  /** The key of a generated sheet; null for a user's sheet. */
  readonly generatedKey: string | null;
  /** Facts about its cells besides their values; absent when only values are known, as in the range of a function. */
  readonly facts?: CellFacts;
}

/** Makes a sheet of values alone: no merge, nothing hidden, no table. */
export function sheetOfValues(name: string, rows: SheetCells["rows"], file = ""): SheetCells {
  return {
    file,
    name,
    visibility: "visible",
    rows,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filtered: false,
    tables: [],
    generatedKey: null,
  };
}

/** A workbook as read. */
export interface WorkbookCells {
  readonly file: string;
  /** Whether serials count from 1904-01-01 (old Mac workbooks). */
  readonly date1904: boolean;
  readonly sheets: readonly SheetCells[];
}

/** Returns the value at a zero-based place; null beyond the rows. */
export function cellAt(sheet: SheetCells, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? null;
}

/** Returns the number of columns of the widest row. */
export function widthOf(rows: SheetCells["rows"]): number {
  return rows.reduce((widest, { length }) => Math.max(widest, length), 0);
}

/** Returns whether a cell shows nothing: null, or a text of spaces. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Returns the cells of a row that are not blank, from one column to another, both included. */
export function filledIn(cells: readonly Cell[], left: number, right: number): { cell: Cell; column: number }[] {
  const filled: { cell: Cell; column: number }[] = [];
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1)
    if (!isBlank(cells[column] ?? null)) filled.push({ cell: cells[column]!, column });
  return filled;
}

/** Returns whether a row is blank from one column to another, both included. */
export function isBlankRow(cells: readonly Cell[], left: number, right: number): boolean {
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1)
    if (!isBlank(cells[column] ?? null)) return false;
  return true;
}

/** The last place of a sheet, zero-based. */
export const sheetEnd = { row: 1_048_575, column: 16_383 } as const;

/** Returns a single number for a zero-based place. */
export function placeKey(row: number, column: number): number {
  return row * (sheetEnd.column + 1) + column;
}

/** Returns the letters of a zero-based column: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** Returns the A1 address of a zero-based place. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** Returns the A1 range of a block, `A1:D9`; the address of its cell when it has only one. */
export function blockName({ top, left, bottom, right }: CellBlock): string {
  const [first, last] = [cellName(top, left), cellName(bottom, right)];
  return first === last ? first : `${first}:${last}`;
}

/** Returns the zero-based place of an A1 address (`$` allowed); null for any other text. */
export function parseCellName(address: string): { row: number; column: number } | null {
  const name = address.trim();
  if (!/^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/i.test(name)) return null;
  // Called for each cell of a sheet: no substring is created.
  let [row, column] = [0, 0];
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    // A is 65 and a is 97: the last five bits number both from 1.
    if (code >= 65) column = column * 26 + (code & 31);
    else if (code >= 48) row = row * 10 + code - 48;
  }
  return { row: row - 1, column: column - 1 };
}

/** Writes a sheet name for a formula: always quoted, with apostrophes doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Writes `Feuille!A1` for people; `[autre.xlsx]Feuille!A1` for a file other than the first. */
export function sourceName(sheet: string, cell: string, otherFile: string | null): string {
  return otherFile === null ? `${sheet}!${cell}` : `[${otherFile}]${sheet}!${cell}`;
}
