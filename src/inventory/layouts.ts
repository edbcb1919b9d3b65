import type { TableLayout } from "./table";

/** Facts that hold for every table of a layout. */
interface LayoutFacts {
  /** Whether each row is one machine or one pupil. */
  readonly listsUnits: boolean;
  /** Whether it only counts pupils, no equipment. */
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
