import type { Label, Period } from "../../tariff";
import type { NameKind } from "./name-words";
import type { Concept } from "./senses";

/** Where a text stands: what its words may mean depends on it. */
export type TextContext = "heading" | "label" | "title" | "sheet" | "section" | "state" | "answer" | "remark" | "name";

/** How a part of a text is said of the rest. */
export type How =
  /** « (dont direction) », « y compris portables »: counted with it. */
  | "includes"
  /** « hors tablettes », « réformes déduites »: not counted. */
  | "excludes"
  /** « non réformés », « hors HS »: what it is not. */
  | "denies"
  /** « (UC + écran) », « avec écran »: what each is made of. */
  | "made-of"
  /** « dont installés », out of brackets: a part of what stands beside. */
  | "part-of";

/** Something that a text names, as its words are looked up. */
export interface Name {
  readonly kind: NameKind;
  readonly words: readonly string[];
}

/** A concept that some words of a text say. */
export interface ConceptMeaning {
  readonly is: "concept";
  readonly concept: Concept;
  readonly words: readonly string[];
  readonly base: string;
}

/** One thing that a text says. */
export type Meaning =
  | ConceptMeaning
  /** An equipment, with a tariff or without, or which one is not said; pupils. */
  | {
      readonly is: "item";
      readonly of: "equipment" | "pupils";
      readonly label: Label;
      /** It is called as the grid calls it, whole. */
      readonly isOwn: boolean;
      readonly words: readonly string[];
    }
  | {
      readonly is: "qualifier";
      readonly how: How;
      readonly of: readonly Meaning[];
      /** The law reads it whole: the rest of the text is counted as if it were not there. Else it is asked. */
      readonly isWhole: boolean;
      readonly words: readonly string[];
    };

/** Returns the concepts among some meanings. */
export function conceptsIn(meanings: readonly Meaning[]): ConceptMeaning[] {
  return meanings.filter((meaning) => meaning.is === "concept");
}

/** A text read to the end: what it means, what it names, what it says that nobody understood. */
export interface TextReading {
  readonly text: string;
  readonly context: TextContext;
  readonly meanings: readonly Meaning[];
  /** The concepts among its meanings. */
  readonly concepts: readonly ConceptMeaning[];
  readonly names: readonly Name[];
  /** As written, each word that nobody knows. */
  readonly unread: readonly string[];
  /** Figures, and numbers in words, which say nothing by themselves: « Serveur 2 ». */
  readonly figures: readonly string[];
  /** The groups of neutral words that it has: « documents », « places ». */
  readonly neutral: ReadonlySet<string>;
  readonly years: readonly number[];
  /** Full dates, as 20141101. */
  readonly days: readonly number[];
  readonly period: Period | null;
  /** « depuis … »: the campaign in which that begins, null where it is the one billed; undefined where the text says no such thing. */
  readonly since: number | null | undefined;
  /** It names the day of the count, of whatever year, or a period that ends on one. */
  readonly countDay: "day" | "period" | null;
}
