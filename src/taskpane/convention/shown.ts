import type { Draft, History } from "./draft";

/** The convention being written, and the sheets of a convention in the workbook. */
export interface ConventionShown {
  readonly history: History;
  /** The convention in the workbook's own sheets; null without any, or with faulty ones. */
  readonly own: Draft | null;
  /** The names of those of the three sheets that the workbook already has: writing replaces their content. */
  readonly taken: readonly string[];
  /** The last action on the three sheets, and the draft at that time; once written, they can be undone. */
  readonly last: { readonly done: "written" | "taken-back"; readonly draft: Draft } | null;
}
