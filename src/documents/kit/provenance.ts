import type { Line } from "../../statement";
import type { Commune, Nature, Payer } from "../../tariff";
import type { Basis } from "./bases";
import type { Operation, Place } from "./formula";

/** A base of the liquidation, and the cells of « Répartition » that show it. */
export interface PlacedBasis extends Basis {
  readonly places: Readonly<Record<"quantity" | "price" | "amount", Place>>;
}

/** What a row of a document shows: a line of the statement, bases of the liquidation, or what is borne of a commune. */
export type Origin =
  | { readonly kind: "line"; readonly line: Line; readonly amount: Place }
  | { readonly kind: "bases"; readonly bases: readonly PlacedBasis[] }
  | {
      readonly kind: "commune";
      readonly commune: Commune;
      readonly amounts: Readonly<Record<Nature, Readonly<Record<Payer, Place>>>>;
    };

/** What a document was made from, kept beside it for whoever explains its cells. */
export interface Provenance {
  /** By zero-based row. */
  readonly origins: ReadonlyMap<number, Origin>;
  /** What the formulas compute, by the key of their place (`placeKey`). */
  readonly operations: ReadonlyMap<number, Operation>;
}
