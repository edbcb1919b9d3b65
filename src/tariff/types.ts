import type { Decimal } from "decimal.js";
import type { CivilDate } from "../cells";

export type Nature = "installation" | "maintenance";
export type Payer = "cagb" | "commune";

/** Unit prices in euros by nature and payer; null is *no tariff*, which is not zero. */
export type Prices = Readonly<Record<Nature, Readonly<Record<Payer, Decimal | null>>>>;

/** One row of a grid. Rows are data: a later grid may add some, or split one between payers. */
export interface TariffRow {
  readonly code: string;
  /** Exact wording of the act. */
  readonly prestation: string;
  /** `enfant`, `école`, `poste`… `école` caps the billed quantity at one a school (decisions §2). */
  readonly unit: string;
  readonly prices: Prices;
}

/** The prices of one convention. */
export interface Grid {
  readonly id: string;
  /** Reference of the act, e.g. « Délibération n° 58, récépissé préfectoral du 14 novembre 2014 ». */
  readonly act: string;
  readonly votedOn: CivilDate | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly note: string;
  readonly origin: "built-in" | "workbook";
  readonly rows: readonly TariffRow[];
}

/** A campaign: its year N, its snapshot 1 November N, and its window ]1 November N−1, 1 November N]. (decisions §2) */
export interface Campaign {
  readonly year: number;
  readonly snapshot: CivilDate;
  /** 1 November N−1: excluded from the window. */
  readonly windowStart: CivilDate;
}

/** A commune as a legal entity at a date: the debtor. */
export interface Commune {
  readonly insee: string;
  readonly name: string;
  readonly siren: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** Returns the wording of the act for a code of its grid; the code itself where the grid has none. */
export function prestationName(grid: Grid, code: string): string {
  return grid.rows.find((row) => row.code === code)?.prestation ?? code;
}
