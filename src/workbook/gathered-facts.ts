import { CellSet, ColourGatherer, isSum, placeKey, type CellFacts } from "../cells";
import type { Shown } from "./cell-content";

/** The marks of a non-blank cell: struck through, fill and font colours (0xRRGGBB). Null means no colour of its own. */
export interface CellMarks {
  readonly isStruck: boolean;
  readonly fill: number | null;
  readonly font: number | null;
}

/** How much of a rich text is struck through. */
export type Strike = "none" | "part" | "whole";

/** A block of cells with the same marks, zero-based. */
interface MarkedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Marks of the cells of an .ods or .xls sheet, which are read separately from their values. */
export interface SheetMarks {
  /** Cells struck through, wholly or in part. */
  readonly struck: readonly (MarkedCells & { readonly strike: Exclude<Strike, "none"> })[];
  /** Cells that have a note with some text. */
  readonly noted: readonly (MarkedCells & { readonly note: string })[];
}

/** Gathers, cell by cell, the facts of a sheet's cells other than their values. */
export class GatheredFacts {
  readonly dates = new CellSet();
  readonly money = new CellSet();
  readonly among = new Map<number, string>();
  readonly withoutResult = new CellSet();
  readonly sums = new Map<number, string>();
  readonly struck = new CellSet();
  readonly partlyStruck = new CellSet();
  readonly fills = new ColourGatherer();
  readonly fonts = new ColourGatherer();

  /** Records how a number is shown. */
  addShown(row: number, column: number, shown: Shown): void {
    if (shown === "date") this.dates.add(row, column);
    else if (shown === "money") this.money.add(row, column);
    else if (shown !== null) this.among.set(placeKey(row, column), shown.among);
  }

  /** Records the marks of a non-blank cell. */
  addMarks(row: number, column: number, { isStruck, fill, font }: CellMarks): void {
    if (isStruck) this.struck.add(row, column);
    if (fill !== null) this.fills.add(row, column, fill);
    if (font !== null) this.fonts.add(row, column, font);
  }

  /** Records how much of a rich text is struck through. */
  addStrike(row: number, column: number, strike: Strike): void {
    if (strike === "whole") this.struck.add(row, column);
    else if (strike === "part") this.partlyStruck.add(row, column);
  }

  /** Records a formula, without its `=`, whose result is a number or is missing. */
  addFormula(row: number, column: number, formula: string, hasResult: boolean): void {
    if (isSum(formula)) this.sums.set(placeKey(row, column), detachedText(formula));
    if (!hasResult) this.withoutResult.add(row, column);
  }

  /** Returns the facts recorded. */
  all(): Required<Omit<CellFacts, "filteredRows" | "comments">> {
    const { dates, money, among, withoutResult, sums, struck, partlyStruck, fills, fonts } = this;
    const colours = { fills: fills.colours(), fonts: fonts.colours() };
    return { dates, money, among, withoutResult, sums, struck, partlyStruck, ...colours };
  }
}

/** Returns a fill colour, RRGGBB, as a number; null when there is no fill, or a white one, which looks the same. */
export function ownFill(colour: string | null): number | null {
  return colour === null || colour === "FFFFFF" ? null : Number.parseInt(colour, 16);
}

/** Returns a font colour, RRGGBB, as a number; null for the default, black. */
export function ownFontColour(colour: string | null): number | null {
  return colour === null || colour === "000000" ? null : Number.parseInt(colour, 16);
}

/** JavaScript engines copy shorter substrings instead of sharing the original. */
const shortestShared = 13;

/** Returns a copy of a text: a substring of a long text would keep the whole of it in memory. */
export function detachedText(text: string): string {
  return text.length < shortestShared ? text : (JSON.parse(JSON.stringify(text)) as string);
}
