import { separators } from "./csv-separator";
import { FileFault } from "./opened-file";

/** A line of a CSV text: where it begins, and its fields as they are written, blank ones as null. */
export interface CsvLine {
  /** From 1; a quoted text may hold several lines. */
  readonly number: number;
  readonly fields: (string | null)[];
  /** One of its fields at least is between quotes. */
  readonly isQuoted: boolean;
}

/** Lines one below another, among which none is blank; or, of these, some that have several fields each: the first may head them. */
interface Block {
  /** The place of its first line. */
  readonly first: number;
  readonly lines: readonly CsvLine[];
  /** How many fields most of its lines with several have; 1 when none has. */
  readonly width: number;
  /** Its first line may be a heading, which may be shorter. */
  readonly isHeaded: boolean;
}

/** Excel leaves a last column that is blank all along this many rows out of these rows. */
const rowsOfExcel = 16;

/**
 * Checks that the lines of a CSV text are whole, titles and remarks apart. Throws, with the lines, when one is written with
 * another separator, is cut, or lacks fields where the others write their blanks. Returns the lines that lack some
 * where leaving out the last blanks is the habit.
 */
export function shortLines(lines: readonly CsvLine[], separator: string, isEnded: boolean): number[] {
  const found = { separator: [] as number[], cut: [] as number[], short: [] as number[] };
  const told: number[] = [];
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
      (isHabit(run, short) ? told : found.short).push(...short.map((at) => lines[at]!.number));
    }
  }
  if (Object.values(found).some(({ length }) => length > 0))
    throw new FileFault("csv-broken-lines", {
      separator: listed(found.separator),
      cut: listed(found.cut),
      short: listed(found.short),
    });
  return told;
}

/** Lines that a message names. */
const mostNamed = 10;

/** Returns the numbers of some lines as a message says them: the first ones. */
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

/** Returns the stretches of lines that are so, and the place of the first line of each. */
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

/** Returns how many fields most lines of several fields have, the larger number of two that are as usual; 1 when none has several. */
function usualWidth(lines: readonly CsvLine[]): number {
  const counts = new Map<number, number>([[1, 0]]);
  for (const { fields } of lines)
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].reduce((best, one) =>
    one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best,
  )[0];
}

/**
 * Returns whether the only text of a line has as many of another separator as the others have of theirs, and reads as fields: no
 * space after them, which a sentence has, or, below a heading, a number or nothing between two of them.
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
 * Returns whether the last line of a block, which no end of line closes, stops before the others do: those below the first one
 * are all as long. A text alone that does not look like the beginning of one more is a remark.
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

/** A text of a first column is seldom longer. */
const longestName = 25;

function isRemark(text: string, others: readonly CsvLine[]): boolean {
  const longest = others.reduce((most, { fields }) => Math.max(most, fields[0]?.length ?? 0), longestName);
  return text.length > longest || /[:.!?)]\s*$|\s:\s/.test(text);
}

/**
 * Returns the places of the lines of a run, its heading apart, that have fewer fields than the others; a last blank field does not
 * count where no line fills it, nor what Excel leaves out of sixteen rows.
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
 * Returns whether leaving out the last blanks is how a run is written: several lines do, none of the others ends with a
 * blank, and none seems to go on in the next one, as a text with an end of line and no quotes does.
 */
function isHabit({ first, lines, width }: Block, short: readonly number[]): boolean {
  if (short.length < 2) return false;
  if (lines.some(({ fields }, index) => index > 0 && fields.length >= width && fields[width - 1] === null))
    return false;
  const lengthAt = (place: number) => lines[place - first]!.fields.length;
  return !short.some((place, at) => short[at + 1] === place + 1 && lengthAt(place) + lengthAt(place + 1) === width + 1);
}
