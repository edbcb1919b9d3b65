import type { Decimal } from "decimal.js";
import type { Grid, Nature, Payer, TariffRow } from "../../tariff";
import { natures, payers } from "../order";

/** What a price is of: one row of a grid, one nature, one payer. */
export interface PriceKey {
  readonly code: string;
  readonly nature: Nature;
  readonly payer: Payer;
}

type Comparable = Pick<PriceKey, "nature" | "payer"> & { readonly tariff: TariffRow };

/** The grids of two campaigns, their rows matched by code. */
export class GridPair {
  /** Those of the second grid, then those that only the first has. */
  readonly rows: readonly TariffRow[];
  private readonly sides: Readonly<Record<"before" | "after", ReadonlyMap<string, TariffRow>>>;
  private readonly places: ReadonlyMap<string, number>;

  constructor(before: Grid, after: Grid) {
    const byCode = (grid: Grid) => new Map(grid.rows.map((row) => [row.code, row]));
    this.sides = { before: byCode(before), after: byCode(after) };
    this.rows = [...after.rows, ...before.rows.filter(({ code }) => !this.sides.after.has(code))];
    this.places = new Map(this.rows.map(({ code }, index) => [code, index]));
  }

  /** As the second grid words it, where it has it. */
  row(code: string): TariffRow {
    return this.sides.after.get(code) ?? this.sides.before.get(code)!;
  }

  /** Null where that grid has no such price. */
  price(side: "before" | "after", { code, nature, payer }: PriceKey): Decimal | null {
    return this.sides[side].get(code)?.prices[nature][payer] ?? null;
  }

  /** Prestations as in the grids, installation before maintenance, CAGB first. */
  readonly compareLines = (a: Comparable, b: Comparable): number =>
    this.places.get(a.tariff.code)! - this.places.get(b.tariff.code)! ||
    natures.indexOf(a.nature) - natures.indexOf(b.nature) ||
    payers.indexOf(a.payer) - payers.indexOf(b.payer);
}
