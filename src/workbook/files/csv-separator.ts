/** The separators of CSV fields; a comma is also the decimal sign and occurs in sentences. */
export const separators = [";", "\t", "|", ","] as const;

/** Characters examined to find the separator: an unclosed quote must not cause the whole text to be searched. */
const sample = 100_000;

/** The most frequent number of occurrences of a separator in a line. */
interface Usual {
  readonly separator: string;
  readonly count: number;
  /** The number of lines with this count, and below, the index of the first one. */
  readonly lines: number;
  readonly first: number;
}

/**
 * Returns the separator of a CSV text and the index of its first line: from Excel's own first line `sep=;`, else the
 * separator that lines agree on.
 */
export function separatorOf(text: string): { readonly separator: string; readonly start: number } {
  const declared = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(text.slice(0, 20));
  if (declared !== null) return { separator: declared[1]!, start: declared[0].length };
  const start = text.startsWith("\ufeff") ? 1 : 0;
  return { separator: separatorOfLines(text.slice(start, start + sample)), start };
}

/**
 * Returns the separator that most lines contain equally often. Commas in every line may be decimal signs or parts of
 * addresses: they separate fields only when no other separator does, from the header on.
 */
function separatorOfLines(text: string): string {
  const counts = countsByLine(text);
  const usual = separators.map((separator, at) =>
    usualOf(
      separator,
      counts.map((line) => line[at]!),
    ),
  );
  const comma = usual.pop()!;
  const other = usual.reduce((best, one) => (one.lines * one.count > best.lines * best.count ? one : best));
  if (comma.lines === 0) return other.separator;
  const isOther = other.lines > comma.lines || (other.lines * 2 >= comma.lines && other.first <= comma.first);
  return isOther ? other.separator : comma.separator;
}

function usualOf(separator: string, counts: readonly number[]): Usual {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  let usual: Usual = { separator, count: 0, lines: 0, first: -1 };
  for (const [count, many] of lines)
    if (many > usual.lines || (many === usual.lines && count > usual.count))
      usual = { separator, count, lines: many, first: counts.indexOf(count) };
  return usual;
}

/** Counts each separator in each line, outside quotes. */
function countsByLine(text: string): number[][] {
  const lines: number[][] = [];
  let line = separators.map(() => 0);
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') {
      if (isQuoted) isQuoted = !isBound(text[at + 1]);
      else isQuoted = isBound(text[at - 1]);
    } else if (!isQuoted && (sign === "\n" || sign === "\r")) {
      lines.push(line);
      line = separators.map(() => 0);
    } else if (!isQuoted) {
      const found = separators.indexOf(sign as (typeof separators)[number]);
      if (found !== -1) line[found]!++;
    }
  }
  lines.push(line);
  return lines;
}

/** Returns whether a character may be next to a quoted field; undefined stands for the start or end of the text. */
function isBound(sign: string | undefined): boolean {
  return sign === undefined || sign === "\n" || sign === "\r" || separators.some((separator) => separator === sign);
}
