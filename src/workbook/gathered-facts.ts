import { CellSet, ColourGatherer, isSum, placeKey, type CellFacts } from "../cells";
import type { Shown } from "./cell-content";

/** How a cell that holds something is marked: struck through, filled, written in a colour (0xRRGGBB). Null is no colour of its own. */
export interface CellMarks {
  readonly isStruck: boolean;
  readonly fill: number | null;
  readonly font: number | null;
}

/** How much of a text made of runs is struck through. */
export type Strike = "none" | "part" | "whole";

/** Cells that are marked alike, zero-based. */
interface MarkedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Marks of the cells of a sheet of an .ods or an .xls, read apart from their values. */
export interface SheetMarks {
  /** Of which something is struck through. */
  readonly struck: readonly (MarkedCells & { readonly strike: Exclude<Strike, "none"> })[];
  /** That have a note, which says something. */
  readonly noted: readonly (MarkedCells & { readonly note: string })[];
}

/** What is known of a sheet's cells beyond their values, gathered cell by cell. */
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

  /** Notes how a number is shown. */
  addShown(row: number, column: number, shown: Shown): void {
    if (shown === "date") this.dates.add(row, column);
    else if (shown === "money") this.money.add(row, column);
    else if (shown !== null) this.among.set(placeKey(row, column), shown.among);
  }

  /** Notes how a cell that holds something is marked. */
  addMarks(row: number, column: number, { isStruck, fill, font }: CellMarks): void {
    if (isStruck) this.struck.add(row, column);
    if (fill !== null) this.fills.add(row, column, fill);
    if (font !== null) this.fonts.add(row, column, font);
  }

  /** Notes how much of what a cell holds its own runs strike through. */
  addStrike(row: number, column: number, strike: Strike): void {
    if (strike === "whole") this.struck.add(row, column);
    else if (strike === "part") this.partlyStruck.add(row, column);
  }

  /** Notes a formula, without its `=`, that gives a number or has no result. */
  addFormula(row: number, column: number, formula: string, hasResult: boolean): void {
    if (isSum(formula)) this.sums.set(placeKey(row, column), detachedText(formula));
    if (!hasResult) this.withoutResult.add(row, column);
  }

  /** Returns all that was noted. */
  all(): Required<Omit<CellFacts, "filteredRows" | "comments">> {
    const { dates, money, among, withoutResult, sums, struck, partlyStruck, fills, fonts } = this;
    const colours = { fills: fills.colours(), fonts: fonts.colours() };
    return { dates, money, among, withoutResult, sums, struck, partlyStruck, ...colours };
  }
}

/** Returns a fill colour, RRGGBB, as a number; null for none, and for white, which is none to whoever looks. */
export function ownFill(colour: string | null): number | null {
  return colour === null || colour === "FFFFFF" ? null : Number.parseInt(colour, 16);
}

/** Returns a font colour, RRGGBB, as a number; null for the default one, for black, and for white, which only goes with a dark fill. */
export function ownFontColour(colour: string | null): number | null {
  return colour === "000000" ? null : ownFill(colour);
}

/** Shorter texts are copied when they are cut out. */
const shortestShared = 13;

/** Returns a copy of a text: one cut out of a long text would keep the whole of it in memory. */
export function detachedText(text: string): string {
  return text.length < shortestShared ? text : (JSON.parse(JSON.stringify(text)) as string);
}
