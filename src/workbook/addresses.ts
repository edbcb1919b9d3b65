import { cellName, columnName, parseCellName, quoteSheetName, sheetEnd, type CellBlock } from "../cells";

/** Returns the wanted sheet name, or when it is taken the first free one of « Inventaire (2) », « Inventaire (3) »… */
export function freeSheetName(name: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; known.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  return free;
}

/** A cell range within one column; rows and columns are zero-based, both ends included. */
interface ColumnRows {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Returns the A1 address of a cell range: `A1:D10`, or `A1` when it is a single cell. */
export function blockName({ top, left, bottom, right }: CellBlock): string {
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}

/** Returns the absolute address of a cell, as a formula writes it: `'Titre CAGB'!$G$20`. */
export function cellReference(sheet: string, row: number, column: number): string {
  return `${quoteSheetName(sheet)}!$${columnName(column)}$${row + 1}`;
}

/** Returns the absolute address of the range from A1 to the given zero-based cell: `'Fiche X'!$A$1:$F$40`. */
export function areaReference(sheet: string, lastRow: number, lastColumn: number): string {
  return `${cellReference(sheet, 0, 0)}:$${columnName(lastColumn)}$${lastRow + 1}`;
}

/** Returns the absolute address of a range within one column: `'Récapitulatif'!$A$7:$A$65`. */
export function columnReference(sheet: string, { column, firstRow, lastRow }: ColumnRows): string {
  return `${cellReference(sheet, firstRow, column)}:$${columnName(column)}$${lastRow + 1}`;
}

/** Returns an address without its sheet name: `A1:B2` for `'Parc d''écoles'!A1:B2`. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).trim();
}

/** Returns the zero-based range of `Parc!A1:B2`, `A1:B2` or `$A$1`; null for an address without cells (`Parc!1:2`). */
export function blockOf(address: string): CellBlock | null {
  const [from, to] = withoutSheet(address).split(":");
  const start = parseCellName(from ?? "");
  const end = parseCellName(to ?? from ?? "");
  if (start === null || end === null) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** Returns the ranges of a list of addresses, `Parc!A1:B2,Parc!A5:B6`, without their sheet names. */
export function blocksOf(address: string): CellBlock[] {
  const unquoted = address.replace(/'(?:[^']|'')*'!/g, "");
  return unquoted.split(",").flatMap((one) => blockOf(one) ?? []);
}

/**
 * Matches the tokens of an en-US formula, the longest first: text, quoted sheet name, bracketed reference, name before
 * `(` or `!`, cell, rows, columns, any other name, number. Only cells, rows and columns can be shifted.
 */
const formulaPart =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.]*(?=[(!])|(?<cell>\$?[A-Za-z]{1,3})(?<pin>\$?)(?<row>\d{1,7})(?![\p{L}\p{N}_.(!])|(?<rows>\$?\d+:\$?\d+)|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[^]/giu;

/**
 * Returns a formula rewritten for a cell `offset` rows lower and `across` columns further right, so that copying it
 * back to its own cell restores every relative reference, to its own sheet or to another. References pinned by `$` do
 * not move.
 */
export function shiftFormula(formula: string, offset: number, across = 0): string {
  if (offset === 0 && across === 0) return formula;
  return formula.replace(formulaPart, (whole: string, ...rest: unknown[]) => {
    const { cell, pin, row, rows, columns } = rest.at(-1) as Record<
      "cell" | "pin" | "row" | "rows" | "columns",
      string | undefined
    >;
    if (rows !== undefined) return bothEnds(rows, (end) => moved(end, (row) => String(Number(row) + offset)));
    if (columns !== undefined) return bothEnds(columns, (end) => movedColumn(end, across));
    if (cell === undefined || row === undefined || !isCell(cell, Number(row))) return whole;
    return `${movedColumn(cell, across)}${pin ?? ""}${pin === "$" ? row : Number(row) + offset}`;
  });
}

function bothEnds(range: string, move: (end: string) => string): string {
  return range.split(":").map(move).join(":");
}

function moved(end: string, move: (end: string) => string): string {
  return end.startsWith("$") ? end : move(end);
}

function movedColumn(column: string, across: number): string {
  return across === 0 ? column : moved(column, (name) => columnName(Math.max(0, columnNumber(name) - 1 + across)));
}

/** Returns whether a column and a one-based row lie within a sheet: `XFE1` and `A1048577` are names, not cells. */
function isCell(column: string, row: number): boolean {
  return row >= 1 && row - 1 <= sheetEnd.row && columnNumber(column) - 1 <= sheetEnd.column;
}

function columnNumber(column: string): number {
  let number = 0;
  for (const letter of column.replace("$", "").toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
