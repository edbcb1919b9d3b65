import type { Decimal } from "decimal.js";
import type { VarianceComment } from "../../options";
import type { Commune, Nature, Payer, TariffRow } from "../../tariff";
import type { Statement } from "../types";

/** What makes up a difference between two campaigns, in euros: `difference` is the sum of the four effects, to the cent. */
export interface Effects {
  readonly before: Decimal;
  readonly after: Decimal;
  /** (q1 − q0) · p0, over the schools billed both times. */
  readonly quantities: Decimal;
  /** q1 · (p1 − p0), over the same schools. */
  readonly prices: Decimal;
  /** What the schools billed the second time only come to. */
  readonly arrivals: Decimal;
  /** Minus what the schools billed the first time only came to. */
  readonly departures: Decimal;
  readonly difference: Decimal;
}

/** Whether something is billed both times, the second time only, or the first time only. */
export type Presence = "kept" | "arrived" | "departed";

/** What one campaign bills of a line; nothing where it has no such line. */
export interface Side {
  /** Whole units; those of a school that a key shares are counted in full. */
  readonly quantity: number;
  /** Null where this campaign's grid has no price: it then counts as 0. */
  readonly unitPrice: Decimal | null;
  readonly amount: Decimal;
}

/** One prestation, nature and payer of a school, in both campaigns. */
export interface ComparedLine {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly before: Side;
  readonly after: Side;
  readonly effects: Effects;
  /** True where both amounts are quantity × price: no key shares the school. */
  readonly isProduct: boolean;
}

export interface ComparedSchool {
  readonly name: string;
  /** The commune that hosts it, where it is not the one billed. */
  readonly host: Commune | null;
  readonly presence: Presence;
  /** How many schools bear that name in each campaign, inside the joined commune: told together, since nothing tells them apart. */
  readonly count: { readonly before: number; readonly after: number };
  readonly lines: readonly ComparedLine[];
  readonly byPayer: Readonly<Record<Payer, Effects>>;
}

export interface ComparedCommune {
  /** As it exists on the later snapshot. */
  readonly commune: Commune;
  /** The communes billed in each campaign that it stands for: more than one where a merger joined them. */
  readonly before: readonly Commune[];
  readonly after: readonly Commune[];
  readonly presence: Presence;
  readonly schools: readonly ComparedSchool[];
  readonly byPayer: Readonly<Record<Payer, Effects>>;
  readonly total: Effects;
  /** Its share moves by more than 10 % and 100 €: to be explained. */
  readonly isNotable: boolean;
  /** What the options of the second campaign say of that; several where communes that merged are told apart. */
  readonly comments: readonly VarianceComment[];
}

export interface ComparedPrestation {
  readonly tariff: TariffRow;
  readonly effects: Effects;
  readonly isNotable: boolean;
}

/** A price that one of the two grids lacks, of something that the other campaign bills: it counts as 0. */
export interface MissingPrice {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly side: "before" | "after";
}

export interface Comparison {
  readonly before: Statement;
  readonly after: Statement;
  readonly byPayer: Readonly<Record<Payer, Effects>>;
  readonly total: Effects;
  /** By name; only communes billed at least once. */
  readonly communes: readonly ComparedCommune[];
  /** In the order of the second grid, then those of the first one only. */
  readonly prestations: readonly ComparedPrestation[];
  readonly missingPrices: readonly MissingPrice[];
  /** Comments on communes that neither campaign bills. */
  readonly otherComments: readonly VarianceComment[];
  /** Comments of the second campaign's options on another year than the first's: kept from another time, or a slip. */
  readonly commentsOnOtherYears: readonly VarianceComment[];
}
