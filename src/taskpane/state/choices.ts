import type { Decimal } from "decimal.js";
import type { ColumnMapping, Mapping } from "../../inventory";
import type { Anomaly, BothLanguages } from "../../messages";
import { tableUses, type Choice, type Options } from "../../options";
import type { Change } from "../../statement";
import type { Question } from "./preview";
import { headingOf, placeIn, topOf } from "./tables";

/** A choice in force, or several that give a text the same meaning. */
export interface ChoiceGroup {
  /** One for each place; at least one. */
  readonly choices: readonly Choice[];
  /** The sheet to which the choice applies; null when it applies wherever the text is written. */
  readonly sheet: string | null;
  /** The file of the disk that it is about; null for the workbook that is open. */
  readonly otherFile: string | null;
  /** A1 of each place, in column A for a row; empty for a whole sheet or a word. */
  readonly cells: readonly string[];
}

/** The options of the workbook, as last seen. */
export type OptionsSeen =
  | { readonly kind: "unseen" }
  | { readonly kind: "faulty"; readonly anomalies: readonly Anomaly[] }
  | {
      readonly kind: "seen";
      readonly options: Options;
      /** Name of their sheet; null without one. */
      readonly sheet: string | null;
      /** The file of the disk that contains them; null when the open workbook does. */
      readonly otherFile: string | null;
      readonly groups: readonly ChoiceGroup[];
      /** The labels of the particulars that documents leave as dots. */
      readonly missing: readonly BothLanguages[];
    };

/** The options of another workbook, restricted to those that this one can take. */
export interface EarlierOptions {
  readonly file: string;
  readonly options: Options;
  /** The options that the user declined, by their text in the sheet. */
  readonly declined: readonly string[];
}

/** The effect of a choice, billed again on the last reading. */
export type Effect =
  | { readonly kind: "reckoning" }
  /** It cannot be computed. */
  | { readonly kind: "unknown" }
  | {
      readonly kind: "reckoned";
      /** The change of the titre. */
      readonly change: Change;
      /** How many errors more, or less, there would be. */
      readonly errors: number;
      /** The cells that would have to be corrected or checked, and have not now. */
      readonly created: readonly Pick<Anomaly, "sheet" | "cell">[];
    };

/** An answer given since the last reading, and its result. */
export interface Settled {
  readonly choices: readonly Choice[];
  readonly question: Question;
  readonly as: string;
  /** The number of cells without a point any more. */
  readonly count: number;
  /** The change of the titre. */
  readonly difference: Decimal;
}

/** Returns whether all the choices of an answer are still in the options. */
export function isInForce({ choices }: Settled, options: OptionsSeen): boolean {
  const known = options.kind === "seen" ? options.groups.flatMap((group) => group.choices).map(meaningKey) : [];
  return choices.every((choice) => known.includes(meaningKey(choice)));
}

/** Returns a key of the meaning that a choice gives, without its file and its recorded text. */
function meaningKey({ about, choice }: Choice): string {
  const fields = Object.entries(choice).filter(([name]) => name !== "file" && name !== "was");
  return JSON.stringify([about, fields.sort(([one], [other]) => (one < other ? -1 : 1))]);
}

/** Returns how many choices are in force, as far as the options are known. */
export function countChoices(options: OptionsSeen): number {
  return options.kind === "seen" ? options.groups.reduce((sum, { choices }) => sum + choices.length, 0) : 0;
}

/** Returns the question about the kind of a table, asked by the user. */
export function kindQuestion(table: Mapping): Question {
  const places = [placeIn(table, topOf(table))];
  return { about: "table", word: table.sheet.name, kind: null, code: null, places, answers: tableUses };
}

/** Returns the question about the role of a column, asked by the user. */
export function columnQuestion(
  table: Mapping,
  column: Pick<ColumnMapping, "cell" | "header">,
  answers: readonly string[],
): Question {
  const places = [placeIn(table, column.cell)];
  return { about: "column", word: headingOf(column), kind: null, code: null, places, answers };
}

/** Returns a key that names what an answer to a question would change; `here`: at that place only. */
export function effectKey({ about, kind, word, places }: Question, as: string, here: number | null): string {
  return JSON.stringify([about, kind, word, places.length, places[here ?? 0] ?? null, as, here]);
}
