import type { ModelCell } from "../../documents";
import { shiftFormula, valueIn } from "../cell-content";

export type Input = string | number | boolean;

/** Where a cell is written: how many rows below its place, and in a workbook of which date system. */
export interface Writing {
  readonly offset: number;
  readonly date1904: boolean;
}

const textFormat = "@";

/** What is given to Excel's `formulas` for a cell; an empty text for a blank. */
export function inputOf(cell: ModelCell | null, { offset, date1904 }: Writing): Input {
  if (cell === null) return "";
  if (cell.formula !== undefined) return `=${shiftFormula(cell.formula, offset)}`;
  const value = valueIn(cell, date1904);
  if (typeof value !== "string") return value ?? "";
  return cell.style?.numberFormat !== textFormat && isConvertible(value) ? `'${value}` : value;
}

/** What Excel's `formulas` has to say afterwards: null for a formula, which Excel may spell in its own way. */
export function contentOf(cell: ModelCell | null, date1904: boolean): Input | null {
  if (cell?.formula !== undefined) return null;
  return cell === null ? "" : (valueIn(cell, date1904) ?? "");
}

export function numberFormatOf(cell: ModelCell | null): string {
  return cell?.style?.numberFormat ?? "General";
}

const signs = /^\s*[=+\-@'#]/;
const words = /^\s*(true|false|vrai|faux)\s*$/i;
/** Nothing longer passes for a number, a date or a time in any language of Excel. */
const longest = { words: 4, characters: 40 };

/** Text that Excel would take for a formula, a number, a date, a boolean or an error: it needs an apostrophe. */
export function isConvertible(text: string): boolean {
  if (signs.test(text) || words.test(text)) return true;
  return /\d/.test(text) && text.length <= longest.characters && text.trim().split(/\s+/).length <= longest.words;
}
