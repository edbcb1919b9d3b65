import { columnName, shift1904 } from "../cells";
import type { ModelCell } from "../documents";

/** What a cell holds, as Excel's own `formulas` says it: a formula with its `=`, a constant, an empty text for a blank. */
export type Content = string | number | boolean;

/** What a model's cell holds in a workbook of that date system. */
export function contentOf(cell: ModelCell | null | undefined, date1904: boolean): Content {
  if (cell === null || cell === undefined) return "";
  return cell.formula === undefined ? (valueIn(cell, date1904) ?? "") : `=${cell.formula}`;
}

/** A content so written that what Excel or a file spells in its own way is the same, and nothing else is. */
export function plainContent(content: unknown): string {
  switch (typeof content) {
    case "number":
      // A file keeps fewer figures than a computer.
      return `n${Number(content.toPrecision(significantFigures))}`;
    case "boolean":
      return `b${content}`;
    case "string":
      if (content === "") return "";
      return content.startsWith("=") ? plainFormula(content) : `t${content.replace(/\r\n?/g, "\n")}`;
    default:
      return "";
  }
}

const significantFigures = 12;

/**
 * Sheets' names are left out: Excel quotes them where it must only, and a sheet that is renamed changes every formula that
 * leads to it.
 */
function plainFormula(formula: string): string {
  return formula
    .replace(/(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!/gu, "!")
    .replace(/\s+/g, "")
    .toUpperCase();
}

/** The value of a model's cell in a workbook's own date system: models count days from 1900, as their format tells. */
export function valueIn(cell: ModelCell, date1904: boolean): ModelCell["value"] {
  const isDate = typeof cell.value === "number" && cell.style?.numberFormat?.includes("yyyy") === true;
  return isDate && date1904 ? Number(cell.value) - shift1904 : cell.value;
}

/** How a number is shown, where that says what it is. */
export type Shown = "date" | "money" | null;

/** What a number format, as a file or Excel's `numberFormat` writes it (en-US), shows a number as. */
export function shownBy(format: string): Shown {
  if (isMoneyFormat(format)) return "money";
  return isDateFormat(format) ? "date" : null;
}

/** What a built-in format, which a file gives by its number alone, shows a number as. */
export function shownByBuiltIn(number: number): Shown {
  if ((number >= 5 && number <= 8) || number === 42 || number === 44) return "money";
  const isDate =
    (number >= 14 && number <= 22) ||
    (number >= 27 && number <= 36) ||
    (number >= 45 && number <= 47) ||
    (number >= 50 && number <= 58);
  return isDate ? "date" : null;
}

/** A format that shows a day or a time, quoted text, escapes and brackets (but elapsed time) left aside. */
function isDateFormat(format: string): boolean {
  return /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, ""));
}

/** A sign or a name of a currency, in its brackets (`[$€-40C]`), quoted or not; « _€ » only leaves as much room. */
function isMoneyFormat(format: string): boolean {
  const shown = format.replace(/_./g, "").replace(/\[\$-[^\]]*\]/g, "");
  return /[€$£¥]|(?:^|[^A-Z])(?:EUR|euros?|USD|CHF|FRF)(?:$|[^A-Z])|"\s*k?F\s*"|\[\$k?F(?:-|\])/i.test(shown);
}

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
