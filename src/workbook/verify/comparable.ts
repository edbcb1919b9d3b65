import { format as formatNumber } from "numfmt";
import { quoteSheetName } from "../../cells";

/** Matches the tokens of a formula that have their own normal form: text, sheet name, any other character. */
const part = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\$?[\p{L}_\\][\p{L}\p{N}_.]*!|[^"']/gu;

/**
 * Returns a formula in a normal form, the same for its spellings by Excel, LibreOffice and openpyxl and different for
 * different formulas: sheet names quoted, no blanks, upper case, no prefix of newer functions, `D5` for `D5:D5`, `0.5`
 * for `0.50`. References to the sheets of `masked`, given in lower case, lose their cells.
 */
export function comparableFormula(formula: string, masked: ReadonlySet<string> = new Set()): string {
  const sheets: string[] = [];
  const texts: string[] = [];
  const spelt = formula.replace(part, (found) => {
    if (found.startsWith('"')) return `\u0001${texts.push(found) - 1}\u0001`;
    if (found.endsWith("!") && found.length > 1) return `\u0002${sheets.push(sheetIn(found)) - 1}\u0002`;
    return /\s/.test(found) ? "" : found.toUpperCase();
  });
  const plain = spelt
    .replace(/_XL(?:FN|WS)\./g, "")
    .replace(/\b(TRUE|FALSE)\(\)/g, "$1")
    .replace(
      /(?<![\w$.])(\d+)(?:\.(\d*?))0*(?![\w.])/g,
      (_, whole: string, cents = "") => whole + (cents && `.${cents}`),
    )
    .replace(/(?<![A-Z$])(\$?[A-Z]{1,3}\$?\d+):\1(?!\d)/g, "$1")
    .replace(/\u0002(\d+)\u0002([A-Z$\d:]*)/g, (_, number: string, cells: string) => {
      const sheet = sheets[Number(number)]!;
      return `${quoted(sheet)}!${masked.has(sheet) ? "" : cells}`;
    });
  return plain.replace(/\u0001(\d+)\u0001/g, (_, number: string) => texts[Number(number)]!);
}

function sheetIn(written: string): string {
  const name = written.slice(0, -1).replace(/^\$/, "");
  return (name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name).toLowerCase();
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Returns the target of a link; the sheet name is quoted only when it has to be. */
export function placeOf(sheet: string, cell: string): string {
  return `${quoteSheetName(sheet)}!${cell}`;
}

type Value = string | number | boolean | null;

/** Programs write 15 significant digits of a number and round the last one differently. */
const lostInWriting = 1e-14;

/** Returns whether two constants are equal, up to the precision that Excel keeps and to their line breaks. */
export function isSameValue(one: Value, other: Value): boolean {
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * lostInWriting;
  if (typeof one === "string" && typeof other === "string") return lines(one) === lines(other);
  return one === other;
}

/** Far less than a cent, and more than the error of adding doubles. */
const lostInSums = 1e-7;

/** Returns whether two results of a formula are equal: programs add doubles in different orders. */
export function isSameResult(one: Value, other: Value): boolean {
  if (typeof one === "number" && typeof other === "number" && Math.abs(one - other) < lostInSums) return true;
  return isSameValue(one, other);
}

/** Returns a number as its format shows it, and its digits and sign alone; null when the format cannot be read. */
export function shownDigits(value: number, format: string): { readonly text: string; readonly digits: string } | null {
  try {
    const text = formatNumber(format, value, { locale: "fr" });
    return { text, digits: text.replace(/[^\d\-\u2212]/g, "").replace(/\u2212/g, "-") };
  } catch {
    return null;
  }
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The number of characters that a finding quotes of a content. */
const quotedAtMost = 60;

/** Returns two contents as a finding quotes them, long ones from just before their first difference. */
export function quotedPair(one: Content, other: Content): readonly [string, string] {
  const [a, b] = [contentText(one), contentText(other)];
  if (Math.max(a.length, b.length) <= quotedAtMost) return [a, b];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const from = Math.max(0, same - quotedAtMost / 4);
  const cut = (text: string) =>
    (from > 0 ? "…" : "") + text.slice(from, from + quotedAtMost) + (text.length > from + quotedAtMost ? "…" : "");
  return [cut(a), cut(b)];
}

/** The content of a cell, to be quoted. */
interface Content {
  readonly formula?: string | null | undefined;
  readonly value: Value;
}

function contentText({ formula, value }: Content): string {
  if (typeof formula === "string") return `=${formula}`;
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return value === null || value === "" ? "" : `«\u00a0${value}\u00a0»`;
}
