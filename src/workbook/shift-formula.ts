import { columnName } from "../cells";

const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * Parts of an en-US formula, the longest first: text, quoted sheet, what brackets hold, a name that calls or leads to a
 * sheet, a cell, rows, columns, any other name, a number. Only cells, rows and columns may move.
 */
const part =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.]*(?=[(!])|(?<cell>\$?[A-Za-z]{1,3})(?<pin>\$?)(?<row>\d{1,7})(?![\p{L}\p{N}_.(!])|(?<rows>\$?\d+:\$?\d+)|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[^]/giu;

/**
 * A formula as it has to be written `offset` rows lower, and `across` columns further, so that copying it back where it
 * belongs puts every relative reference right: those to its own sheet and to others alike. What follows a `$` stays.
 */
export function shiftFormula(formula: string, offset: number, across = 0): string {
  if (offset === 0 && across === 0) return formula;
  return formula.replace(part, (whole: string, ...rest: unknown[]) => {
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
  return across === 0 ? column : moved(column, (name) => columnName(Math.max(0, numberOf(name) - 1 + across)));
}

/** `XFE1` and `A1048577` are names, not cells. */
function isCell(column: string, row: number): boolean {
  return row >= 1 && row <= lastRow && numberOf(column) <= lastColumn;
}

function numberOf(column: string): number {
  let number = 0;
  for (const letter of column.replace("$", "").toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
