import { civilDate, isShownAsDate, toSerial, type SheetCells } from "../../../cells";

/** What somebody typed in a cell, as the cell holds it; `formula` where it cannot. */
export type Typed = { readonly value: null | number | string } | "formula";

const number = /^[-+\u2212]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?$/;
const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Reads what was typed in a cell: a number in French or in English, a day where the cell shows one, else a text; a text after an
 * apostrophe whatever it looks like. A code with a zero before it stays a text.
 */
export function readTyped(text: string, sheet: SheetCells, row: number, column: number, date1904: boolean): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null };
  if (trimmed.startsWith("=")) return "formula";
  if (trimmed.startsWith("'")) return { value: trimmed.slice(1) };
  const date = day.exec(trimmed);
  if (date !== null && isShownAsDate(sheet, row, column)) {
    const known = civilDate(Number(date[3]), Number(date[2]), Number(date[1]));
    if (known !== null) return { value: toSerial(known, date1904) };
  }
  if (number.test(trimmed) && !/^0\d/.test(trimmed)) {
    const digits = trimmed
      .replace(/[ \u00a0\u202f+]/g, "")
      .replace("\u2212", "-")
      .replace(",", ".");
    return { value: Number(digits) };
  }
  return { value: text };
}
