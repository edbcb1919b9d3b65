import { CellError, civilDate, toSerial, type Cell } from "../../../../src/cells";

/** What a text becomes in a cell that is not in the format « Texte ». */
type Entry =
  | { readonly kind: "value"; readonly value: Cell; readonly numberFormat?: string }
  | { readonly kind: "formula"; readonly text: string };

const errors = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i;
const number = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?$/;

/**
 * How Excel takes a text typed, or sent by an add-in, in its English conventions: a formula, a number, a date, a
 * boolean, an error, else a text. A leading apostrophe makes a text of the rest.
 */
export function entryOf(text: string, date1904: boolean): Entry {
  if (text.startsWith("'")) return value(text.slice(1));
  const trimmed = text.trim();
  if (/^=./.test(trimmed)) return { kind: "formula", text: trimmed.slice(1) };
  const asNumber = numberOf(trimmed);
  if (asNumber !== null) return asNumber;
  if (/^[+-]./.test(trimmed)) return { kind: "formula", text: trimmed.startsWith("+") ? trimmed.slice(1) : trimmed };
  if (/^(true|false)$/i.test(trimmed)) return value(/^true$/i.test(trimmed));
  if (errors.test(trimmed)) return value(new CellError(trimmed.toUpperCase()));
  return dateOf(trimmed, date1904) ?? value(text);
}

function value(cell: Cell, numberFormat?: string): Entry {
  return { kind: "value", value: cell, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

function numberOf(text: string): Entry | null {
  const percent = text.endsWith("%");
  const digits = percent ? text.slice(0, -1).trim() : text;
  if (!/\d/.test(digits) || !number.test(digits)) return null;
  const amount = Number(digits.replaceAll(",", ""));
  if (!Number.isFinite(amount)) return null;
  return percent ? value(amount / 100, digits.includes(".") ? "0.00%" : "0%") : value(amount);
}

/** `11/1/2014` (month first), `2014-11-01`, with or without a time, and a time alone. */
function dateOf(text: string, date1904: boolean): Entry | null {
  const match =
    /^(?:(\d{1,2})[/-](\d{1,2})[/-](\d{4})|(\d{4})[/-](\d{1,2})[/-](\d{1,2}))?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(
      text,
    );
  if (match === null || text === "") return null;
  const [, month, day, year, isoYear, isoMonth, isoDay, hours, minutes, seconds] = match;
  const time = hours === undefined ? 0 : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86400;
  if (time >= 1) return null;
  if (year === undefined && isoYear === undefined) return value(time, "h:mm");
  const date =
    year === undefined
      ? civilDate(Number(isoYear), Number(isoMonth), Number(isoDay))
      : civilDate(Number(year), Number(month), Number(day));
  if (date === null || date.year < 1900) return null;
  return value(toSerial(date, date1904) + time, hours === undefined ? "m/d/yyyy" : "m/d/yyyy h:mm");
}
