/** What separates the fields of a CSV text; « , » is the decimal sign too, and stands in sentences. */
export const separators = [";", "\t", "|", ","] as const;

/** The first lines tell the separator; a quote that does not close must not have the whole text looked through. */
const sample = 100_000;

/** How many of a separator most lines have. */
interface Usual {
  readonly separator: string;
  readonly count: number;
  /** Lines that have as many, and the first of them. */
  readonly lines: number;
  readonly first: number;
}

/**
 * Returns the separator of a CSV text, and where its first line begins: the one of Excel's own first line `sep=;`, else the one that
 * the lines agree on.
 */
export function separatorOf(text: string): { readonly separator: string; readonly start: number } {
  const declared = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(text.slice(0, 20));
  if (declared !== null) return { separator: declared[1]!, start: declared[0].length };
  const start = text.startsWith("\ufeff") ? 1 : 0;
  return { separator: separatorOfLines(text.slice(start, start + sample)), start };
}

/**
 * Returns the separator that most lines have as many of. A comma in every line may be that of decimals or of addresses: it
 * separates only where no other sign does, from the heading on.
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

/** Counts each separator in each line, but within quotes. */
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

/** Returns whether a sign may stand right outside of a quoted field; undefined is where the text begins or ends. */
function isBound(sign: string | undefined): boolean {
  return sign === undefined || sign === "\n" || sign === "\r" || separators.some((separator) => separator === sign);
}
