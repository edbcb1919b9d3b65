import { fold, type Cell } from "../../cells";
import type { Column } from "../column";
import type { Line } from "../facts";
import type { TableReading } from "../table-reading";
import { mayExclude } from "../texts/dues";
import { shownCell } from "../texts/values";

/** An entry of a key, « S = en service », « Cat. C : matériel réformé », with its code and its meaning. */
const entry = /^(?:[\p{L}. ]+[ :]\s*)?(\p{L}{1,2}|\d{1,2})\s*[=:→–-]\s*(\p{L}.*)$/u;
/** The same without a sign, in a list: « 1 en service, 2 réformé ». */
const entryOfList = /^(?:[\p{L}. ]+:\s*)?(\p{L}|\d{1,2})\s+(\p{L}.*)$/u;

/**
 * Returns the codes that a key explains by words that may exclude, or that are not all read: « R » in « S = en service /
 * R = réformé », « B » in « B = Axians ».
 */
function undueCodes(key: string): readonly string[] {
  const parts = key.split(/[;,/\n]/).map((part) => part.trim());
  const signed = parts.map((part) => entry.exec(part));
  const listed = parts.length > 1 ? parts.map((part) => entryOfList.exec(part)) : [];
  const found = signed.some((each) => each !== null) ? signed : listed.every((each) => each !== null) ? listed : [];
  return found.flatMap((each) => {
    const [, code, meaning] = each ?? [];
    return code !== undefined && mayExclude(meaning!) ? [fold(code)] : [];
  });
}

/**
 * Returns the lines with a code that a key outside their table explains as one that may exclude them, in a column that
 * `mayTell` accepts; empty when a text is no such key. (decisions §4, Free text)
 */
export function linesCoded(
  key: string,
  tables: readonly TableReading[],
  mayBeKey: (column: Column) => boolean,
): readonly Line[] {
  const codes = new Set(undueCodes(key));
  if (codes.size === 0) return [];
  return tables.flatMap(({ table, reader, lines }) =>
    table.columns.filter(mayBeKey).flatMap(({ index }) => {
      const codeOf = ({ row }: Line): string => fold(shownCell(reader.cell(row, index))).trim();
      // A column of codes has nothing else.
      if (!lines.every((line) => codeOf(line).length <= 2)) return [];
      return lines.filter((line) => codes.has(codeOf(line)));
    }),
  );
}

/** A code alone in its cell. */
const aCode = /^(?:\p{L}{1,2}|\d{1,2})$/u;

/**
 * Returns the entry of a key in two cells, « B | Axians », as one text. A text beside anything else stands alone: a number is
 * a quantity, or numbers a list of notes.
 */
export function entryOfKey(label: Cell, text: string): string {
  return typeof label === "string" && aCode.test(label.trim()) ? `${label.trim()} = ${text}` : text;
}
