import type { Decimal } from "decimal.js";
import type { CellPlace } from "../../explain";

/** What somebody's change to the cells did to the titre and to the points. */
export interface EditEffect {
  /** The cell with its former and its new text; null when several cells changed, or none that is read. */
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
