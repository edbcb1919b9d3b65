import type { Decimal } from "decimal.js";
import type { CellPlace } from "../../explain";

/** The effect of changed cells on the titre and on the points. */
export interface EditEffect {
  /** The cell with its former and its new text; null when several cells changed, or none that is read. */
  readonly cell: (CellPlace & { readonly was: string; readonly is: string }) | null;
  /** The number of changed cells. */
  readonly count: number;
  readonly errors: CountChange;
  readonly warnings: CountChange;
  /** The change of the titre. */
  readonly difference: Decimal;
}

interface CountChange {
  readonly before: number;
  readonly after: number;
}
