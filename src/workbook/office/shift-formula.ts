const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * Parts of an en-US formula, the longest first: text, quoted sheet, what brackets hold, a name that calls or leads to a
 * sheet, a cell, rows, any other name, a number. Only cells and rows may move.
 */
const part =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]|[\p{L}_\\][\p{L}\p{N}_.]*(?=[(!])|(?<cell>\$?[A-Za-z]{1,3})(?<pin>\$?)(?<row>\d{1,7})(?![\p{L}\p{N}_.(!])|(?<rows>\$?\d+:\$?\d+)|[\p{L}_\\][\p{L}\p{N}_.]*|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[^]/giu;

/**
 * A formula as it has to be written `offset` rows lower, so that copying it back where it belongs puts every relative
 * reference right: those to its own sheet and to others alike. Rows after `$` stay.
 */
export function shiftFormula(formula: string, offset: number): string {
  if (offset === 0) return formula;
  return formula.replace(part, (whole: string, ...rest: unknown[]) => {
    const { cell, pin, row, rows } = rest.at(-1) as Record<"cell" | "pin" | "row" | "rows", string | undefined>;
    if (rows !== undefined)
      return rows
        .split(":")
        .map((end) => (end.startsWith("$") ? end : String(Number(end) + offset)))
        .join(":");
    if (cell === undefined || row === undefined || pin === "$" || !isCell(cell, Number(row))) return whole;
    return `${cell}${Number(row) + offset}`;
  });
}

/** `XFE1` and `A1048577` are names, not cells. */
function isCell(column: string, row: number): boolean {
  let number = 0;
  for (const letter of column.replace("$", "").toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return row >= 1 && row <= lastRow && number <= lastColumn;
}
