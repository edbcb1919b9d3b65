import type { Choice, Options } from "../../options";
import type { Anomaly } from "../../messages";
import type { Nature } from "../../tariff";

/** A choice in force, or several that say the same of one text. */
export interface ChoiceGroup {
  /** One a place; never none. */
  readonly choices: readonly Choice[];
  /** Null for what holds wherever it is written. */
  readonly sheet: string | null;
  /** The file of the disk that it is about; null for the workbook that is open. */
  readonly otherFile: string | null;
  /** A1 of each place; column A stands for a row; none for a whole sheet or for a word. */
  readonly cells: readonly string[];
}

/** The options of the workbook, as last seen. */
export type OptionsSeen =
  | { readonly kind: "unseen" }
  | { readonly kind: "faulty"; readonly anomalies: readonly Anomaly[] }
  | {
      readonly kind: "seen";
      readonly options: Options;
      /** Name of their sheet; null where the workbook has none yet. */
      readonly sheet: string | null;
      /** The file of the disk that gives them, where the open workbook does not. */
      readonly otherFile: string | null;
      readonly groups: readonly ChoiceGroup[];
    };

/** What a column may be said to hold. */
export interface Meaning {
  /** As the sheet of options writes it. */
  readonly as: string;
  /** A role as `inventory` names it, or a prestation code. */
  readonly role: string;
  /** Exact wording of the prestation; null for any other role. */
  readonly prestation: string | null;
  readonly nature: Nature | null;
}

/** A commune as it exists on the day of the campaign. */
export interface Member {
  readonly insee: string;
  readonly name: string;
}

/** A column of a table, by its heading. */
export interface ColumnPlace {
  readonly sheet: string;
  readonly otherFile: string | null;
  /** A1 of its header. */
  readonly cell: string;
}
