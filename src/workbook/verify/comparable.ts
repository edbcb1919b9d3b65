import { format as formatNumber } from "numfmt";
import { quoteSheetName } from "../../cells";

/** Parts of a formula whose spelling is compared each in its way: a text, a quoted sheet, any other sheet, what is left. */
const part = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\$?[\p{L}_\\][\p{L}\p{N}_.]*!|[^"']/gu;

/**
 * Returns a formula so written that its spellings by Excel, LibreOffice and openpyxl are the same, and nothing else is: names of
 * sheets quoted, no blanks, capitals, no prefix of newer functions, `D5` for `D5:D5`, `0.5` for `0.50`. `masked`: sheets, in small
 * letters, whose cells are not told apart.
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

/** Returns where a link leads, its sheet quoted as only as it must. */
export function placeOf(sheet: string, cell: string): string {
  return `${quoteSheetName(sheet)}!${cell}`;
}

type Value = string | number | boolean | null;

/** Programs write 15 figures of a number, and round the last of them in their own ways. */
const lostInWriting = 1e-14;

/** Returns whether two constants are the same, to the figures that Excel keeps, whatever ends their lines. */
export function isSameValue(one: Value, other: Value): boolean {
  if (typeof one === "number" && typeof other === "number")
    return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * lostInWriting;
  if (typeof one === "string" && typeof other === "string") return lines(one) === lines(other);
  return one === other;
}

/** Far less than a cent, and more than what is lost in adding up doubles. */
const lostInSums = 1e-7;

/** Returns whether two results of a formula are the same: each program adds up doubles in its own order. */
export function isSameResult(one: Value, other: Value): boolean {
  if (typeof one === "number" && typeof other === "number" && Math.abs(one - other) < lostInSums) return true;
  return isSameValue(one, other);
}

/** Returns a number as a format shows it, and its figures and sign alone; null for a format that is not read. */
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

/** Characters of a content that a finding quotes. */
const quotedAtMost = 60;

/** Returns two contents as a finding quotes them: where they are long, from a little before they differ; an empty text for a blank. */
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

/** What a cell holds, to be quoted. */
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
