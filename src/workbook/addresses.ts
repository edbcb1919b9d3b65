import { cellName, columnName, parseCellName, quoteSheetName, sheetEnd, type CellBlock } from "../cells";

/** Returns a name that no sheet has yet: the one wanted, else « Inventaire (2) », « Inventaire (3) »… */
export function freeSheetName(name: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; known.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  return free;
}

/** Rows of a column, zero-based, both ends included. */
interface ColumnRows {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Returns the address of a block, `A1:D10`; that of its cell, `A1`, when it has one only. */
export function blockName({ top, left, bottom, right }: CellBlock): string {
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}

/** Returns the absolute address of a cell, as a formula writes it: `'Titre CAGB'!$G$20`. */
export function cellReference(sheet: string, row: number, column: number): string {
  return `${quoteSheetName(sheet)}!$${columnName(column)}$${row + 1}`;
}

/** Returns the absolute address of the cells from A1 to one: `'Fiche X'!$A$1:$F$40`. */
export function areaReference(sheet: string, lastRow: number, lastColumn: number): string {
  return `${cellReference(sheet, 0, 0)}:$${columnName(lastColumn)}$${lastRow + 1}`;
}

/** Returns the absolute address of rows of a column: `'Récapitulatif'!$A$7:$A$65`. */
export function columnReference(sheet: string, { column, firstRow, lastRow }: ColumnRows): string {
  return `${cellReference(sheet, firstRow, column)}:$${columnName(column)}$${lastRow + 1}`;
}

/** Returns what follows the sheet's name in an address: `'Parc d''écoles'!A1:B2` → `A1:B2`. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).trim();
}

/** Returns the zero-based block of `Parc!A1:B2`, `A1:B2` or `$A$1`; null when it names no cells (`Parc!1:2`). */
export function blockOf(address: string): CellBlock | null {
  const [from, to] = withoutSheet(address).split(":");
  const start = parseCellName(from ?? "");
  const end = parseCellName(to ?? from ?? "");
  if (start === null || end === null) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** Returns the blocks of `Parc!A1:B2,Parc!A5:B6`, whatever the sheet is called. */
export function blocksOf(address: string): CellBlock[] {
  const unquoted = address.replace(/'(?:[^']|'')*'!/g, "");
  return unquoted.split(",").flatMap((one) => blockOf(one) ?? []);
}

/**
 * Parts of an en-US formula, the longest first: text, quoted sheet, what brackets hold, a name that calls or leads to a
 * sheet, a cell, rows, columns, any other name, a number. Only cells, rows and columns may move.
 */
const formulaPart =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.]*(?=[(!])|(?<cell>\$?[A-Za-z]{1,3})(?<pin>\$?)(?<row>\d{1,7})(?![\p{L}\p{N}_.(!])|(?<rows>\$?\d+:\$?\d+)|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[^]/giu;

/**
 * Returns a formula as it has to be written `offset` rows lower, and `across` columns further, so that copying it back where it
 * belongs puts every relative reference right: those to its own sheet and to others alike. What follows a `$` stays.
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

/** Returns whether a column and a row make a cell: `XFE1` and `A1048577` are names. */
function isCell(column: string, row: number): boolean {
  return row >= 1 && row - 1 <= sheetEnd.row && columnNumber(column) - 1 <= sheetEnd.column;
}

function columnNumber(column: string): number {
  let number = 0;
  for (const letter of column.replace("$", "").toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
