import type { Label, Period } from "../../tariff";
import type { NameKind } from "./name-words";
import type { Concept } from "./senses";

/** The place of a text, on which the meaning of its words depends. */
export type TextContext = "heading" | "label" | "title" | "sheet" | "section" | "state" | "answer" | "remark" | "name";

/** The relation of a part of a text to the rest. */
export type How =
  /** « (dont direction) », « y compris portables »: counted with the rest. */
  | "includes"
  /** « hors tablettes », « réformes déduites »: not counted. */
  | "excludes"
  /** « non réformés », « hors HS »: a negation. */
  | "denies"
  /** « (UC + écran) », « avec écran »: the parts of each unit. */
  | "made-of"
  /** « dont installés », outside brackets: a part of the neighbouring count. */
  | "part-of";

/** A name in a text, in folded words. */
export interface Name {
  readonly kind: NameKind;
  readonly words: readonly string[];
}

/** A concept, with the words of the text that express it. */
export interface ConceptMeaning {
  readonly is: "concept";
  readonly concept: Concept;
  readonly words: readonly string[];
  readonly base: string;
}

/** One meaning in a text. */
export type Meaning =
  | ConceptMeaning
  /** Equipment, with a tariff, without one or undetermined, or pupils. */
  | {
      readonly is: "item";
      readonly of: "equipment" | "pupils";
      readonly label: Label;
      /** Whether the whole name is the grid's own. */
      readonly isOwn: boolean;
      readonly words: readonly string[];
    }
  | {
      readonly is: "qualifier";
      readonly how: How;
      readonly of: readonly Meaning[];
      /**
       * Whether decisions §4 settles its meaning: the rest of the text is then counted as if it were absent. Otherwise
       * the user is asked.
       */
      readonly isWhole: boolean;
      readonly words: readonly string[];
    };

/** Returns the concepts among some meanings. */
export function conceptsIn(meanings: readonly Meaning[]): ConceptMeaning[] {
  return meanings.filter((meaning) => meaning.is === "concept");
}

/** The result of reading every word of a text: its meanings, its names, and its unknown words. */
export interface TextReading {
  readonly text: string;
  readonly context: TextContext;
  readonly meanings: readonly Meaning[];
  /** The concepts among its meanings. */
  readonly concepts: readonly ConceptMeaning[];
  readonly names: readonly Name[];
  /** The unknown words, as written. */
  readonly unread: readonly string[];
  /** Figures, and numbers in words, without a meaning by themselves: « Serveur 2 ». */
  readonly figures: readonly string[];
  /** The groups of its neutral words: « documents », « places ». */
  readonly neutral: ReadonlySet<string>;
  readonly years: readonly number[];
  /** Full dates, as numbers: 20141101. */
  readonly days: readonly number[];
  readonly period: Period | null;
  /**
   * The campaign in which « depuis … » begins; null when it is the campaign billed, undefined when the text has no
   * « depuis ».
   */
  readonly since: number | null | undefined;
  /** Whether it names the day of count of any year, or a period that ends on one. */
  readonly countDay: "day" | "period" | null;
}
