import type { Decimal } from "decimal.js";
import type { CellPlace } from "../../explain";

/** What somebody's change to the cells did to the titre and to the points. */
export interface EditEffect {
  /** The cell, with what was written in it and what is; null where several changed, or none that is read. */
  readonly cell: (CellPlace & { readonly was: string; readonly is: string }) | null;
  /** Cells that changed. */
  readonly count: number;
  readonly errors: CountChange;
  readonly warnings: CountChange;
  /** Of the titre. */
  readonly difference: Decimal;
}

interface CountChange {
  readonly before: number;
  readonly after: number;
}
