import type { Decimal } from "decimal.js";
import { formatAmount } from "../money";

/** A text, or an amount in euros. */
export type CsvField = string | Decimal;

const mark = "\ufeff";
const lineEnd = "\r\n";
/** What a spreadsheet may take for a formula, even after spaces. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/**
 * Rows as a French spreadsheet and a finance package read them: `;` between fields, decimal commas, UTF-8 with its mark,
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
