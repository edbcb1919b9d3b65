import { separators } from "./csv-separator";
import { FileFault } from "./opened-file";

/** A line of a CSV text, with its fields as written and blank ones as null. */
export interface CsvLine {
  /** Line number from 1; a quoted field may contain several lines. */
  readonly number: number;
  readonly fields: (string | null)[];
  /** At least one field is quoted. */
  readonly isQuoted: boolean;
}

/** Consecutive non-blank lines; within them, a run is a stretch of lines with several fields each. */
interface Block {
  /** The index of its first line. */
  readonly first: number;
  readonly lines: readonly CsvLine[];
  /** The most frequent number of fields of its lines with several; 1 when there are none. */
  readonly width: number;
  /** Its first line may be a header, which may be shorter. */
  readonly isHeaded: boolean;
}

/** Excel omits a blank last column independently for each group of this many rows. */
const rowsOfExcel = 16;

/**
 * Checks that the lines of a CSV text are complete, apart from titles and remarks. Throws, with the line numbers, when
 * a line uses another separator, is cut, or lacks fields where other lines write their blanks. Returns the numbers of
 * lines with fewer fields where leaving out trailing blanks is usual.
 */
export function shortLines(lines: readonly CsvLine[], separator: string, isEnded: boolean): number[] {
  const found = { separator: [] as number[], cut: [] as number[], short: [] as number[] };
  const usualShort: number[] = [];
  const blocks = blocksOf(lines);
  const head = blocks.find((block) => block.width > 1);
  let width = head?.width ?? 1;
  for (const block of blocks) {
    if (block.width > 1) width = block.width;
    const isHeaded = block === head || head === undefined || block.first > head.first;
    let isBelow = isHeaded && block !== head;
    for (const line of block.lines) {
      if (isOtherwiseSeparated(line, { width, separator, isBelow })) found.separator.push(line.number);
      isBelow ||= isHeaded && line.fields.length > 1;
    }
    const runs = runsOf(block);
    const isLast = block.first + block.lines.length === lines.length;
    const isLastCut = isLast && !isEnded && isCut(block, runs);
    if (isLastCut) found.cut.push(lines.at(-1)!.number);
    for (const run of runs) {
      const short = lackingIn(run, lines, isLastCut ? lines.length - 1 : lines.length);
      (isHabit(run, short) ? usualShort : found.short).push(...short.map((at) => lines[at]!.number));
    }
  }
  if (Object.values(found).some(({ length }) => length > 0))
    throw new FileFault("csv-broken-lines", {
      separator: listed(found.separator),
      cut: listed(found.cut),
      short: listed(found.short),
    });
  return usualShort;
}

/** The number of lines that a message names. */
const mostNamed = 10;

/** Returns line numbers as a message lists them: the first ones, then an ellipsis. */
export function listed(numbers: readonly number[]): string {
  return numbers.slice(0, mostNamed).join(", ") + (numbers.length > mostNamed ? "…" : "");
}

function blocksOf(lines: readonly CsvLine[]): Block[] {
  const isBlank = ({ fields }: CsvLine) => fields.every((field) => field === null);
  return stretches(lines, (line) => !isBlank(line)).map((block) => {
    return { ...block, width: usualWidth(block.lines), isHeaded: true };
  });
}

function runsOf(block: Block): Block[] {
  return stretches(block.lines, ({ fields }) => fields.length > 1).map(({ first, lines }, index) => {
    const own = usualWidth(lines);
    const isOwn = lines.filter(({ fields }) => fields.length === own).length > 1;
    const width = isOwn ? own : block.width;
    return { first: block.first + first, lines, width, isHeaded: index === 0 || width !== block.width };
  });
}

/** Returns the stretches of consecutive lines that satisfy a condition, with the index of their first line. */
function stretches(lines: readonly CsvLine[], isSo: (line: CsvLine) => boolean) {
  const found: { first: number; lines: CsvLine[] }[] = [];
  let isWithin = false;
  for (const [index, line] of lines.entries()) {
    const isOne = isSo(line);
    if (isOne && !isWithin) found.push({ first: index, lines: [] });
    if (isOne) found.at(-1)!.lines.push(line);
    isWithin = isOne;
  }
  return found;
}

/** Returns the most frequent number of fields among lines with several, the larger one in a tie; 1 by default. */
function usualWidth(lines: readonly CsvLine[]): number {
  const counts = new Map<number, number>([[1, 0]]);
  for (const { fields } of lines)
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].reduce((best, one) =>
    one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best,
  )[0];
}

/**
 * Returns whether a line uses another separator: it has a single non-blank field with as many occurrences of another
 * separator as expected, and looks like fields, with no space after separators or, below a header, a number or blank
 * between two of them.
 */
function isOtherwiseSeparated(
  { fields, isQuoted }: CsvLine,
  { width, separator, isBelow }: { readonly width: number; readonly separator: string; readonly isBelow: boolean },
): boolean {
  const filled = fields.filter((field) => field !== null);
  if (filled.length !== 1 || isQuoted || width < 2) return false;
  return separators.some((other) => {
    if (other === separator) return false;
    const parts = filled[0]!.split(other);
    if (parts.length !== width) return false;
    const isTight = parts.slice(1).every((part) => !/^\s/.test(part));
    return isTight || (isBelow && parts.some((part) => /^\s*[\d.,]*\s*$/.test(part)));
  });
}

/**
 * Returns whether the last line of a block, with no line end, stops short while all lines below the first are complete.
 * A single text that does not look like the start of a line is a remark.
 */
function isCut(block: Block, runs: readonly Block[]): boolean {
  const last = block.lines.at(-1)!;
  const run = runs.at(-1);
  if (run === undefined || run.width < 2 || last.fields.length >= run.width) return false;
  const isAlone = last.fields.length === 1;
  if (isAlone && block.lines.at(-2) !== run.lines.at(-1)) return false;
  const others = isAlone ? run.lines : run.lines.slice(0, -1);
  if (others.slice(1).some(({ fields }) => fields.length < run.width)) return false;
  return !isAlone || !isRemark(last.fields[0] ?? "", others);
}

/** Texts of a first column are seldom longer. */
const longestName = 25;

function isRemark(text: string, others: readonly CsvLine[]): boolean {
  const longest = others.reduce((most, { fields }) => Math.max(most, fields[0]?.length ?? 0), longestName);
  return text.length > longest || /[:.!?)]\s*$|\s:\s/.test(text);
}

/**
 * Returns the indices of the lines of a run, except its header, with fewer fields than expected. A missing last field
 * does not count when no line fills it, nor in a group of rows where Excel omits it.
 */
function lackingIn({ first, lines, width, isHeaded }: Block, all: readonly CsvLine[], end: number): number[] {
  const isLastUsed = lines.some(({ fields }) => (fields[width - 1] ?? null) !== null);
  const wanted = isLastUsed ? width : width - 1;
  const places: number[] = [];
  for (const [index, { fields }] of lines.entries()) {
    const place = first + index;
    if ((index === 0 && isHeaded) || place >= end || fields.length >= wanted) continue;
    const from = Math.floor(place / rowsOfExcel) * rowsOfExcel;
    const isOfExcel = all.slice(from, from + rowsOfExcel).every((other) => other.fields.length === fields.length);
    if (!isOfExcel) places.push(place);
  }
  return places;
}

/**
 * Returns whether a run usually leaves out trailing blanks: several lines do, no complete line ends with a blank, and
 * no line seems to continue on the next one, as an unquoted text with a line break does.
 */
function isHabit({ first, lines, width }: Block, short: readonly number[]): boolean {
  if (short.length < 2) return false;
  if (lines.some(({ fields }, index) => index > 0 && fields.length >= width && fields[width - 1] === null))
    return false;
  const lengthAt = (place: number) => lines[place - first]!.fields.length;
  return !short.some((place, at) => short[at + 1] === place + 1 && lengthAt(place) + lengthAt(place + 1) === width + 1);
}
