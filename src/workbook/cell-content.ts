import { shift1904, type Cell } from "../cells";
import type { ModelCell } from "../documents";

/** The value to write into a cell, in the place of any formula that it held. */
export type CellValue = null | number | string | boolean;

/** Returns the value of a cell in the form in which it can be written into another cell; null for an error. */
export function valueOfCell(cell: Cell): CellValue {
  return typeof cell === "object" ? null : cell;
}

/** The content of a cell, as `Range.formulas` gives it: a formula with its `=`, a constant, or an empty text. */
export type Content = string | number | boolean;

/** Returns the content of a model's cell, its dates counted in the date system of the workbook. */
export function contentOf(cell: ModelCell | null | undefined, date1904: boolean): Content {
  if (cell === null || cell === undefined) return "";
  return cell.formula === undefined ? (valueIn(cell, date1904) ?? "") : `=${cell.formula}`;
}

/**
 * Returns a content in a normal form: the spellings of one content by Excel and by a file become equal, and different
 * contents stay different.
 */
export function plainContent(content: unknown): string {
  switch (typeof content) {
    case "number":
      // A file keeps fewer significant digits than a computed number has.
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
 * Returns a formula in its normal form. Sheet names are removed: Excel quotes them only where it must, and renaming a
 * sheet changes every formula that refers to it.
 */
function plainFormula(formula: string): string {
  return formula
    .replace(/(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!/gu, "!")
    .replace(/\s+/g, "")
    .toUpperCase();
}

/**
 * Returns the value of a model's cell in the date system of a workbook: models count days from 1900, and a date is
 * recognised by its number format.
 */
export function valueIn(cell: ModelCell, date1904: boolean): ModelCell["value"] {
  const isDate = typeof cell.value === "number" && cell.style?.numberFormat?.includes("yyyy") === true;
  return isDate && date1904 ? Number(cell.value) - shift1904 : cell.value;
}

/**
 * The kind of value that a number format shows, or the words that it writes around a number, `#` in the place of the
 * number; null when it shows neither.
 */
export type Shown = "date" | "money" | { readonly among: string } | null;

/** Returns the kind of value that an en-US number format shows, as written in a file or in Excel's `numberFormat`. */
export function shownBy(format: string): Shown {
  if (isMoneyFormat(format)) return "money";
  if (isDateFormat(format)) return "date";
  const among = wordsAround(format);
  return among === null ? null : { among };
}

/** A quoted text, an escaped sign, room or filling, a bracket, what stands for figures, any other sign. */
const formatParts = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(General|Standard|[0#?](?:[0#?.,\s]*[0#?])?)|(.)/giu;

/**
 * Returns the text that a format writes around a positive number, with `#` in its place: « (#) », « # (prévu) », « – #
 * »; in brackets when it hides the number. Null when it has no letter, bracket or leading dash, or depends on the
 * number.
 */
function wordsAround(format: string): string | null {
  if (!/["\\()]|^;/.test(format) || /\[[<>=]/.test(format)) return null;
  let shown = "";
  for (const [part, quoted, escaped, figures, sign] of format.matchAll(formatParts)) {
    if (part === ";") break;
    shown += quoted ?? escaped ?? (figures === undefined ? (sign ?? "") : shown.includes("#") ? "" : "#");
  }
  const words = shown.replace(/\s+/g, " ").trim();
  if (words === "") return format.startsWith(";") ? "(#)" : null;
  if (!words.includes("#")) return `# (${words})`;
  return /[\p{L}()]|^[-–—−]/u.test(words) ? words : null;
}

/** Returns the kind of value that a built-in number format shows, by its number in the file. */
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
 * Returns whether a format shows a date or a time. Quoted text, escapes and brackets (other than elapsed time) are
 * ignored. Some versions of Excel give formats in French, « jj/mm/aaaa », where General is « Standard ».
 */
function isDateFormat(format: string): boolean {
  const shown = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|Standard/gi, "");
  return /[dmyhsja]/i.test(shown);
}

/**
 * Returns whether a format contains a currency sign or name, in brackets (`[$€-40C]`) or not, quoted or not. `_€`,
 * which only reserves the width of the sign, does not count.
 */
function isMoneyFormat(format: string): boolean {
  const shown = format.replace(/_./g, "").replace(/\[\$-[^\]]*\]/g, "");
  return /[€$£¥]|(?:^|[^A-Z])(?:EUR|euros?|USD|CHF|FRF)(?:$|[^A-Z])|"\s*k?F\s*"|\[\$k?F(?:-|\])/i.test(shown);
}
