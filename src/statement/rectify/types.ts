import type { Decimal } from "decimal.js";
import type { School } from "../../inventory";
import type { Commune, Nature, Payer, TariffRow } from "../../tariff";
import type { Change } from "../change";
import type { Line, Statement } from "../types";

/**
 * What the correction of a titre is: `complement` adds to it, `reduction` cancels a part of it, `cancellation` the whole;
 * `balanced` moves amounts between debtors, the total staying; `none` changes no line.
 */
export type RectificationKind = "complement" | "reduction" | "cancellation" | "balanced" | "none";

/** A line that the correction changes, adds (`issued` null) or takes away (`corrected` null). */
export interface RectifiedLine {
  readonly school: School;
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly issued: Line | null;
  readonly corrected: Line | null;
  readonly difference: Decimal;
}

export interface RectifiedCommune {
  readonly commune: Commune;
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
  readonly lines: readonly RectifiedLine[];
}

/** What an issued statement becomes: new lines that name the old ones, which stay as they were issued. */
export interface Rectification {
  readonly issued: Statement;
  readonly corrected: Statement;
  readonly kind: RectificationKind;
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
  /** By name; only communes that have a line changed. */
  readonly communes: readonly RectifiedCommune[];
  /** The others, which nothing changes. */
  readonly unchanged: { readonly count: number; readonly byPayer: Readonly<Record<Payer, Decimal>> };
}
