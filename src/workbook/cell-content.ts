import { shift1904, type Cell } from "../cells";
import type { ModelCell } from "../documents";

/** What a cell is to hold; a formula that was there goes. */
export type CellValue = null | number | string | boolean;

/** Returns what a cell that was read holds, to be put in another; an error is no value. */
export function valueOfCell(cell: Cell): CellValue {
  return typeof cell === "object" ? null : cell;
}

/** What a cell holds, as Excel's own `formulas` says it: a formula with its `=`, a constant, an empty text for a blank. */
export type Content = string | number | boolean;

/** Returns what a model's cell holds in a workbook of that date system. */
export function contentOf(cell: ModelCell | null | undefined, date1904: boolean): Content {
  if (cell === null || cell === undefined) return "";
  return cell.formula === undefined ? (valueIn(cell, date1904) ?? "") : `=${cell.formula}`;
}

/** Returns a content so written that two spellings of it, by Excel and by a file, are the same, and nothing else is. */
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
 * Returns a formula as it is compared. Sheets' names are left out: Excel quotes them only when it must, and a sheet
 * that is renamed changes every formula that leads to it.
 */
function plainFormula(formula: string): string {
  return formula
    .replace(/(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!/gu, "!")
    .replace(/\s+/g, "")
    .toUpperCase();
}

/**
 * Returns the value of a model's cell in a workbook's own date system: models count days from 1900, as their format tells.
 */
export function valueIn(cell: ModelCell, date1904: boolean): ModelCell["value"] {
  const isDate = typeof cell.value === "number" && cell.style?.numberFormat?.includes("yyyy") === true;
  return isDate && date1904 ? Number(cell.value) - shift1904 : cell.value;
}

/** How a number is shown, where that says what it is: as a date, as money, or among words, which `#` stands in. */
export type Shown = "date" | "money" | { readonly among: string } | null;

/** Returns what a number format, as a file or Excel's `numberFormat` writes it (en-US), shows a number as. */
export function shownBy(format: string): Shown {
  if (isMoneyFormat(format)) return "money";
  if (isDateFormat(format)) return "date";
  const among = wordsAround(format);
  return among === null ? null : { among };
}

/** A quoted text, an escaped sign, room or filling, a bracket, what stands for figures, any other sign. */
const formatParts = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(General|Standard|[0#?](?:[0#?.,\s]*[0#?])?)|(.)/giu;

/**
 * Returns what a format shows around a positive number, `#` in its place: « (#) », « # (prévu) »; null where it shows no letter and no
 * bracket, or depends on the number.
 */
function wordsAround(format: string): string | null {
  if (!/["\\()]/.test(format) || /\[[<>=]/.test(format)) return null;
  let shown = "";
  for (const [part, quoted, escaped, figures, sign] of format.matchAll(formatParts)) {
    if (part === ";") break;
    shown += quoted ?? escaped ?? (figures === undefined ? (sign ?? "") : shown.includes("#") ? "" : "#");
  }
  const words = shown.replace(/\s+/g, " ").trim();
  return words.includes("#") && /[\p{L}()]/u.test(words) ? words : null;
}

/** Returns what a built-in format, which a file gives by its number alone, shows a number as. */
export function shownByBuiltIn(number: number): Shown {
  if ((number >= 5 && number <= 8) || number === 42 || number === 44) return "money";
  const isDate =
    (number >= 14 && number <= 22) ||
    (number >= 27 && number <= 36) ||
    (number >= 45 && number <= 47) ||
    (number >= 50 && number <= 58);
  return isDate ? "date" : null;
}

/**
 * Returns whether a format shows a day or a time; quoted text, escapes and brackets (but elapsed time) do not count. Some
 * Excels tell formats in French, « jj/mm/aaaa », where General is « Standard ».
 */
function isDateFormat(format: string): boolean {
  const shown = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|Standard/gi, "");
  return /[dmyhsja]/i.test(shown);
}

/**
 * Returns whether a format has a sign or a name of a currency, in its brackets (`[$€-40C]`), quoted or not; « _€ » only
 * leaves as much room.
 */
function isMoneyFormat(format: string): boolean {
  const shown = format.replace(/_./g, "").replace(/\[\$-[^\]]*\]/g, "");
  return /[€$£¥]|(?:^|[^A-Z])(?:EUR|euros?|USD|CHF|FRF)(?:$|[^A-Z])|"\s*k?F\s*"|\[\$k?F(?:-|\])/i.test(shown);
}
