import type { Draft, History } from "./draft";

/** The convention being written, and the sheets of a convention in the workbook. */
export interface ConventionShown {
  readonly history: History;
  /** The convention in the workbook's own sheets; null without any, or with faulty ones. */
  readonly own: Draft | null;
  /** Those of the three sheets that the workbook has already, by their names: writing replaces what they hold. */
  readonly taken: readonly string[];
  /** What was done last to the three sheets, and the draft that was then there; once written, they can be taken back. */
  readonly last: { readonly done: "written" | "taken-back"; readonly draft: Draft } | null;
}
