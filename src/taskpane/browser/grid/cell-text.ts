import { format, isDateFormat } from "numfmt";
import {
  CellError,
  cellAt,
  frenchDate,
  fromSerial,
  isShownAsDate,
  isShownAsMoney,
  lacksResult,
  shift1904,
  type Cell,
  type SheetCells,
  civilDate,
  toSerial,
} from "../../../cells";
import type { CellLook } from "../../../workbook/files";

/** How cells are written. */
export interface CellTexts {
  /** The text of the corner above the row numbers. */
  readonly corner: string;
  /** Returns the text of a cell, in its number format if it has one. */
  readonly shown: (sheet: SheetCells, row: number, column: number, look: CellLook | null) => string;
  /** Returns the text to type to get the content of a cell. */
  readonly typed: (sheet: SheetCells, row: number, column: number) => string;
}

/** The text of a cell whose formula has no result. */
export const noResult = "=…";

/** Returns how cells are written in the language of the page; serials count from 1904 in some workbooks. */
export function createCellTexts(locale: string, date1904: boolean, corner: string): CellTexts {
  const isFrench = locale.startsWith("fr");
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false });
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const dated = (value: number) => frenchDate(fromSerial(Math.floor(value), date1904));
  const written = (value: Cell): string => {
    if (value === null) return "";
    if (value instanceof CellError) return value.code;
    if (typeof value === "boolean") return isFrench ? (value ? "VRAI" : "FAUX") : value ? "TRUE" : "FALSE";
    return typeof value === "number" ? plain.format(value) : value;
  };
  const asDate = (sheet: SheetCells, row: number, column: number, value: Cell) =>
    typeof value === "number" && value > 0 && isShownAsDate(sheet, row, column) ? dated(value) : null;
  /** Returns the text of a number from what is known of its cell without its look. */
  const asKnown = (sheet: SheetCells, row: number, column: number, value: number) =>
    asDate(sheet, row, column, value) ?? (isShownAsMoney(sheet, row, column) ? money.format(value) : written(value));
  const asFormat = (sheet: SheetCells, code: string, value: number): string | null => {
    // Documents count days from 1900 in any workbook.
    const isLate = date1904 && sheet.generatedKey === null && isDateFormat(code);
    try {
      return format(withCountry(code), isLate ? value + shift1904 : value, { locale: isFrench ? "fr" : "en" }).trim();
    } catch {
      return null;
    }
  };
  return {
    corner,
    shown: (sheet, row, column, look) => {
      const value = cellAt(sheet, row, column);
      if (value === null && lacksResult(sheet, row, column)) return noResult;
      if (typeof value !== "number") return written(value);
      const formatted = look === null || look.format === "" ? null : asFormat(sheet, look.format, value);
      return formatted ?? asKnown(sheet, row, column, value);
    },
    typed: (sheet, row, column) => {
      const value = cellAt(sheet, row, column);
      return asDate(sheet, row, column, value) ?? written(value);
    },
  };
}

/** Formats of the system, which follow its country: a long day, a time. */
function withCountry(code: string): string {
  if (code.startsWith("[$-F800]")) return "[$-40C]dddd d mmmm yyyy";
  return code.startsWith("[$-F400]") ? "hh:mm:ss" : code;
}

/** The content of a cell for a typed text; `formula` for a formula, which is not supported. */
type Typed = { readonly value: null | number | string } | "formula";

const number = /^[-+\u2212]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?$/;
const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Returns the value of a typed text: a number in French or in English, a day if the cell shows one, else a text; after
 * an apostrophe, always a text. A code with a leading zero remains a text.
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
