import type { PageCell } from "./cells";
import type { CellStyle, ModelRow, PrintSetup } from "./model";

/** Points of a row of the default font, Calibri 11. */
export const rowHeight = 15;
const defaultSize = 11;
/** Lines of a font, one below the other, from ascender to descender. */
const tightLine = 1.22;
const a4 = { short: 595, long: 842 };
/** Nobody autofits a generated row: what Excel allows, in points. */
const tallest = 409;

/**
 * Counts the lines of a text in a width, given in digits of the default font, with line breaks between words as in a
 * spreadsheet.
 */
function countLines(value: string, width: number): number {
  return value.split("\n").reduce((total, line) => total + linesOf(line, width), 0);
}

function linesOf(text: string, width: number): number {
  if (widthOf(text) <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const own = widthOf(word);
    if (used > 0 && used + widthOf(" ") + own > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? widthOf(" ") : 0) + own;
    while (used > width) {
      lines += 1;
      used -= width;
    }
  }
  return lines;
}

/**
 * Widths of characters of Calibri relative to a digit, with a small margin; other characters are as wide as a digit or
 * a capital.
 */
const letterWidths: readonly (readonly [number, string])[] = [
  [0.45, " '\u00a0\u202f"],
  [0.47, "ijlIîï.,;:’·"],
  [0.62, "fJ!()[]-"],
  [0.7, "rt°"],
  [0.8, 'cszLç"/'],
  [0.9, "kvxyFZ"],
  [0.95, "agSàâ?"],
  [1.3, "NOQU&"],
  [1.43, "w%"],
  [1.58, "m"],
  [1.75, "MWŒœ"],
];
const widthByLetter = new Map(letterWidths.flatMap(([width, letters]) => [...letters].map((one) => [one, width])));

/** Returns how wide a text is on one line, in figures of its font. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += widthByLetter.get(letter) ?? (/\p{Lu}/u.test(letter) ? 1.12 : 1.03);
  return width;
}

/** Cuts a text between words into lines of about `width` characters; a much longer word is cut too. */
export function breakWords(value: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of value.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
    while (line.length > width * 1.2) {
      lines.push(line.slice(0, Math.floor(width)));
      line = line.slice(Math.floor(width));
    }
  }
  return [...lines, line];
}

/**
 * Returns the height of a row that shows its wrapped texts whole; null when the default height is enough. `least`: the
 * height of a row of one line, smaller than the default on dense pages.
 */
export function heightOf(
  cells: readonly (PageCell | null | undefined)[],
  widths: readonly number[],
  least = rowHeight,
): number | null {
  let height = least;
  cells.forEach((cell, column) => {
    // What is out of sight needs no height.
    if (cell?.style === undefined || widths[column] === 0) return;
    const { size = defaultSize, wrap } = cell.style;
    const isWrapped = wrap === true && typeof cell.value === "string";
    const lines = isWrapped ? countLines(String(cell.value), figuresAcross(cell, widths, column)) : 1;
    if (lines > 1 || size > defaultSize) height = Math.max(height, Math.ceil(lines * (size * 1.35) + 2));
    else if (least < rowHeight) height = Math.max(height, Math.ceil(size * tightLine));
  });
  return height === rowHeight ? null : Math.min(height, tallest);
}

/** Returns how many figures of its font fit on one line of a cell, over the columns that it spans. */
function figuresAcross({ style, span = 1 }: PageCell, widths: readonly number[], column: number): number {
  let covered = 0;
  for (let at = column; at < Math.min(column + span, widths.length); at++) covered += widths[at]!;
  return figuresOf(covered || 8, style!);
}

/**
 * Characters of French prose in a width of one zero of the default font, since letters are narrower than digits.
 * Measured at 1.29 in Calibri; reduced for capitals and other fonts.
 */
const lettersPerWidth = 1.2;

/** Returns how many letters of prose columns hold across. */
export function lettersAcross(widths: readonly number[], style: CellStyle): number {
  const width = widths.reduce((total, one) => total + one, 0);
  return ((width * defaultSize) / (style.size ?? defaultSize)) * (style.bold === true ? 1 : lettersPerWidth);
}

/** A column is measured in whole pixels, 7 a figure, which is 7.43 wide. */
const figuresPerWidth = 0.94;
const boldWidth = 1.02;

/** Returns how many figures one line holds: bold letters and the indent take their part. */
function figuresOf(width: number, style: CellStyle): number {
  const across = (width * figuresPerWidth - 1.5 * (style.indent ?? 0)) * (defaultSize / (style.size ?? defaultSize));
  return style.bold === true ? across / boldWidth : across;
}

/**
 * Returns the width in points of the visible columns: 7 pixels for each character of Calibri 11 and 5 of padding, at 96
 * pixels an inch.
 */
function widthInPoints(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + (width === 0 ? 0 : (width * 7 + 5) * 0.75), 0);
}

interface Flow {
  readonly rows: readonly ModelRow[];
  readonly widths: readonly number[];
  /** Rows that must not be the last of a page. */
  readonly keptWithNext: ReadonlySet<number>;
  /** Rows that always start a page. */
  readonly startingPages: ReadonlySet<number>;
}

type Paper = Pick<PrintSetup, "orientation" | "margins">;

/** A part of each page left unused: printers and spreadsheets do not measure alike. */
const prudence = 0.92;

/**
 * Returns the page starts, so that a total is never alone on a page. Heights are at the scale that fits the columns
 * across; pages are filled prudently, so that a spreadsheet never breaks before.
 */
export function pageBreaks(flow: Flow, print: Paper & Pick<PrintSetup, "titleRows">): number[] {
  const { titleRows } = print;
  const room = roomOn(flow, print) * prudence;
  const height = (row: number) => flow.rows[row]?.height ?? rowHeight;
  const titles = titleRows === null ? 0 : heightsOf(flow.rows.slice(titleRows.first, titleRows.last + 1));

  const breaks: number[] = [];
  let start = 0;
  let used = 0;
  for (let row = 0; row < flow.rows.length; row++) {
    const forced = row > start && flow.startingPages.has(row);
    if (forced || used + height(row) > room) {
      const next = forced ? row : breakable(row, start, flow.keptWithNext);
      breaks.push(next);
      start = next;
      used = titleRows !== null && next > titleRows.last ? titles : 0;
      for (let moved = next; moved < row; moved++) used += height(moved);
    }
    used += height(row);
  }
  return used < room * nearlyEmpty ? withFullerEnd(flow, breaks, used, room) : breaks;
}

/** A last page that is filled less than this takes rows of the one before, as far as the other. */
const nearlyEmpty = 0.25;
const fullEnough = 0.45;

/**
 * Returns the page breaks with an earlier last one, so that the last page is fuller; unchanged when the last page must
 * start there, or when no earlier break is possible.
 */
function withFullerEnd(flow: Flow, breaks: readonly number[], used: number, room: number): number[] {
  const last = breaks.at(-1);
  if (last === undefined || flow.startingPages.has(last)) return [...breaks];
  const first = breaks.at(-2) ?? 0;
  let filled = used;
  for (let row = last - 1; row > first + 1 && filled < room * (1 - nearlyEmpty); row--) {
    filled += flow.rows[row]?.height ?? rowHeight;
    if (filled >= room * fullEnough && !flow.keptWithNext.has(row - 1)) return [...breaks.slice(0, -1), row];
  }
  return [...breaks];
}

/** Returns the number of full pages that the rows of a sheet take at the scale that fits its columns. */
export function pagesFilled(flow: Pick<Flow, "rows" | "widths">, print: Paper): number {
  return heightsOf(flow.rows) / roomOn(flow, print);
}

/** Returns the points that a page of some rows has left, prudently. */
export function spareOn({ rows, widths }: Pick<Flow, "rows" | "widths">, print: Paper): number {
  return roomOn({ widths }, print) * prudence - heightsOf(rows);
}

function heightsOf(rows: readonly ModelRow[]): number {
  return rows.reduce((sum, { height }) => sum + (height ?? rowHeight), 0);
}

/** Returns how many points of rows a page has room for. */
function roomOn({ widths }: Pick<Flow, "widths">, { orientation, margins }: Paper): number {
  const [across, down] = orientation === "portrait" ? [a4.short, a4.long] : [a4.long, a4.short];
  const scale = Math.min(1, (across - 72 * (margins.left + margins.right)) / widthInPoints(widths));
  return (down - 72 * (margins.top + margins.bottom)) / scale;
}

/** Returns the last possible page start at or before a row; the row itself when there is none. */
function breakable(row: number, start: number, keptWithNext: ReadonlySet<number>): number {
  for (let place = row; place > start + 1; place--) if (!keptWithNext.has(place - 1)) return place;
  return row;
}
