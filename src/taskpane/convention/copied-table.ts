import { fold } from "../../cells";
import { amountOfText } from "../../tariff";

/** The items read in a pasted text. */
export interface Pasted {
  readonly items: readonly object[];
  /** Lines that were not read, as they are written. */
  readonly unread: readonly string[];
  /** Titles of the columns that were passed over. */
  readonly passedOver: readonly string[];
  /** True when its columns cannot be identified: nothing is then read. */
  readonly isUnclear: boolean;
}

/** A line of a text, split into cells. */
interface Line {
  readonly text: string;
  readonly cells: readonly string[];
}

/** Lines copied from a sheet, or from an act. */
interface CopiedTable {
  /** Lines of several cells, or of one when no line has more. */
  readonly lines: readonly Line[];
  /** The cells of the title line; null without one, `"unparted"` when it has fewer cells than the others. */
  readonly titles: readonly string[] | "unparted" | null;
  /** Lines whose columns cannot be identified. */
  readonly unread: readonly string[];
}

/**
 * Splits a text into a table: cells are separated by tabs, else by semicolons, else by two spaces or more, else by
 * commas when these separate codes of the form `codes`. `titleWords`: folded words of titles; a line of titles has at
 * least two of them.
 */
export function copiedTable(text: string, titleWords: RegExp, codes?: RegExp): CopiedTable {
  const written = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const partsCodes =
    codes !== undefined && written.some((line) => line.split(",").some((cell) => codes.test(cell.trim())));
  const all = written.map((line) => ({ text: line.trim(), cells: cellsOf(line, partsCodes) }));
  const first = all.findIndex(({ cells }) => cells.some(isFigures));
  const leading = first < 0 ? all.slice(0, 1) : all.slice(0, first);
  const titled = leading.find((line) => (fold(line.text).match(titleWords)?.length ?? 0) > 1);
  const others = all.filter((line) => line !== titled);
  const width = Math.max(...others.map(({ cells }) => cells.length));
  const isParted = ({ cells }: Line) =>
    !cells.some((cell) => /[a-z].*\d{3} ?\d{3} ?\d{3}\b/i.test(cell)) && (cells.length > 1 || width < 2);
  return {
    lines: others.filter(isParted),
    titles: titled === undefined ? null : titled.cells.length < width ? "unparted" : titled.cells,
    unread: others.filter((line) => !isParted(line)).map((line) => line.text),
  };
}

function cellsOf(line: string, partsCodes: boolean): string[] {
  const by = ["\t", ";", / {2,}|\u00a0{2,}/].find((one) => line.trim().split(one).length > 1);
  const cells = by === "\t" || by === ";" ? line.split(by) : line.trim().split(by ?? (partsCodes ? "," : "\t"));
  return cells.map((cell) => cell.trim());
}

/** Returns whether a cell holds a number, or an amount. */
export function isFigures(cell: string): boolean {
  return /\d/.test(cell) && typeof amountOfText(cell) !== "string";
}

/** The cells of a line, by their fields. */
export type Copied = Readonly<Partial<Record<string, string>>>;

/** Returns the cells of a line by the fields of its columns; blank ones, and those of no field, are left out. */
export function copiedCells({ cells }: Line, fields: readonly (string | null | undefined)[]): Copied {
  return Object.fromEntries(cells.flatMap((cell, at) => (fields[at] && cell !== "" ? [[fields[at], cell]] : [])));
}

/** Returns the fields of columns, each once: a second column of a field would silently replace the first. */
export function eachOnce(fields: readonly (string | null)[]): (string | null)[] {
  return fields.map((field, at) => (fields.indexOf(field) === at ? field : null));
}
