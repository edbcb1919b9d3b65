import type { Decimal } from "decimal.js";
import { failure, success, type Result } from "../messages";
import { formatAmount } from "../money";

/** A text, or an amount in euros. */
export type CsvField = string | Decimal;

const mark = "\ufeff";
const lineEnd = "\r\n";
/** What a spreadsheet may take for a formula, even after spaces. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/**
 * Returns rows as a French spreadsheet and a finance package read them: `;` between fields, decimal commas, UTF-8 with its mark,
 * lines that end as in Windows. A text that would be a formula gets an apostrophe before it; an amount stays a number.
 */
export function toCsv(rows: readonly (readonly CsvField[])[]): string {
  return mark + rows.map((row) => row.map(field).join(";") + lineEnd).join("");
}

function field(value: CsvField): string {
  if (typeof value !== "string") return formatAmount(value).replace(".", ",");
  const safe = formula.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** How a CSV is written: some finance packages do not read UTF-8. */
export type CsvEncoding = "utf-8" | "windows-1252";

/**
 * Returns a CSV as bytes. Windows-1252 has no mark; what it lacks is written as what it is read as (a narrow space as a
 * no-break one, a true minus as a hyphen, a letter without its accent). Fails with the first character for which it has nothing:
 * none is lost in silence.
 */
export function encodeCsv(csv: string, encoding: CsvEncoding): Result<Uint8Array, string> {
  if (encoding === "utf-8") return success(new TextEncoder().encode(csv));
  const bytes: number[] = [];
  for (const character of csv.replace(mark, "").normalize("NFC")) {
    const codes = codesOf(character);
    if (codes === null) return failure(character);
    bytes.push(...codes);
  }
  return success(Uint8Array.from(bytes));
}

/** Characters of Windows-1252 from 0x80 to 0x9F, a dot where it has none; the others are at their own numbers. */
const ownCharacters = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/** What a character is written as where Windows-1252 lacks it, and no letter is left of it without its accent. */
const standIns: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
  "\u02bc": "’",
};

function codesOf(character: string): number[] | null {
  const code = codeOf(character);
  if (code !== null) return [code];
  const written = standIns[character] ?? character.normalize("NFKD").replace(/\p{M}+/gu, "");
  const codes = [...written].map(codeOf);
  return codes.length === 0 || codes.includes(null) ? null : (codes as number[]);
}

function codeOf(character: string): number | null {
  const point = character.codePointAt(0)!;
  if (point < 0x80 || (point >= 0xa0 && point <= 0xff)) return point;
  const index = character === "." ? -1 : ownCharacters.indexOf(character);
  return index < 0 ? null : 0x80 + index;
}
