import type { TableLayout } from "./table";

/** What is true of every table of a layout. */
interface LayoutFacts {
  /** Each row is one machine, or one pupil. */
  readonly listsUnits: boolean;
  /** It shows pupils, and no equipment. */
  readonly isOfPupils: boolean;
}

export const layouts: Readonly<Record<TableLayout, LayoutFacts>> = {
  "school-rows": { listsUnits: false, isOfPupils: false },
  "item-rows": { listsUnits: false, isOfPupils: false },
  "machine-rows": { listsUnits: true, isOfPupils: false },
  "schools-across": { listsUnits: false, isOfPupils: false },
  headcounts: { listsUnits: false, isOfPupils: true },
  "pupil-list": { listsUnits: true, isOfPupils: true },
};
