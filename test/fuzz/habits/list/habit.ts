import type { Dice } from "../dice";
import type { Drawing } from "../model";
import type { Truth } from "../truth";

/** What habits of one kind share: a workbook has one of a kind at most. */
export type Aspect =
  | "commune-text"
  | "commune-place"
  | "insee"
  | "school-text"
  | "school-place"
  | "headers"
  | "header-shape"
  | "quantities"
  | "packs"
  | "zeros"
  | "money"
  | "years"
  | "numbers"
  | "measures"
  | "texts"
  | "flows"
  | "untariffed"
  | "other-dates"
  | "totals"
  | "rows"
  | "headcounts"
  | "natures"
  | "states"
  | "exits"
  | "entries"
  | "dates"
  | "labels"
  | "above"
  | "below"
  | "blank"
  | "sheets-beside"
  | "other-sheets"
  | "sheet-order"
  | "sheet-name"
  | "hidden"
  | "row-order"
  | "column-order"
  | "formats";

/**
 * What decisions §4 wants of a workbook. `read`: the exact figures, without an error. `may-refuse`: a person could read it in
 * two ways, so that an error is as good. `must-ask`: §4 asks; the exact figures without an error are luck, and are told.
 */
export type Must = "read" | "may-refuse" | "must-ask";

/** A habit of an office: it changes how an inventory looks; what is due, by `prepare` alone. */
export interface Habit {
  readonly name: string;
  /** The class of faults that it stands for: S1 to S25, or `shape`, `refused`, `harmless`, `accident`. */
  readonly class: string;
  readonly must: Must;
  readonly aspect: Aspect;
  /** Drawn in this order: 1 words, 2 columns, 3 rows, 4 how cells are written, 5 around the tables, 6 the whole workbook. */
  readonly stage: 1 | 2 | 3 | 4 | 5 | 6;
  /** What must be so for the habit to be had: changes the truth before it is drawn. */
  prepare?(truth: Truth, dice: Dice): void;
  /** True where the drawing has what the habit is about. */
  fits(drawing: Drawing): boolean;
  draw(drawing: Drawing, dice: Dice): void;
}

/** Gives a habit its tag: `read`, `mayRefuse`, `mustAsk`. */
export type Tag = (habit: Omit<Habit, "must">) => Habit;

export const read = (habit: Omit<Habit, "must">): Habit => ({ ...habit, must: "read" });
export const mayRefuse = (habit: Omit<Habit, "must">): Habit => ({ ...habit, must: "may-refuse" });
export const mustAsk = (habit: Omit<Habit, "must">): Habit => ({ ...habit, must: "must-ask" });
