import type { Cell } from "../cells";
import type { Layout, RowFate } from "../inventory";
import type { Anomaly } from "../messages";
import type { Nature, Payer } from "../tariff";

/** A cell of the workbook that is open, or of a file of the disk read beside it (`otherFile`). */
export interface CellPlace {
  readonly sheet: string;
  readonly otherFile: string | null;
  /** A1. */
  readonly cell: string;
}

/** A cell of the workbook that is open, as it is at this moment. */
export interface ChosenCell {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly value: Cell;
}

/** Exact euros with two decimals, `1011.05`. */
type Amount = string;

/** The first of many, and how many more there are. */
export interface Limited<T> {
  readonly first: readonly T[];
  readonly more: number;
}

/** A quantity at its unit price, and the amount that it makes. */
interface PricedQuantity {
  readonly prestation: string;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly quantity: number;
  readonly unitPrice: Amount;
  readonly amount: Amount;
}

/** One line of the statement: quantity × unit price = amount, but for a share, whose cents were shared out. */
export interface ExplainedLine extends PricedQuantity {
  readonly commune: string;
  readonly school: string;
  /** Weight of the commune among the total, where a key splits the school. */
  readonly share: { readonly weight: number; readonly total: number } | null;
  /** Cells of the inventory that its quantity was counted from. */
  readonly sources: Limited<CellPlace>;
  /** Cells of the documents where its amount is, or is added up. */
  readonly shownAt: readonly CellPlace[];
}

/** What a cell of the inventory was taken for. */
export interface Understood {
  readonly layout: Layout;
  readonly range: string;
  readonly header: string;
  /** A role as `inventory` names it, or a prestation code. */
  readonly role: string;
  /** Exact wording of the prestation; null where the column counts none. */
  readonly prestation: string | null;
  readonly nature: Nature | null;
}

/** Why nothing is billed with a cell: what became of its row, or a nature without a price. */
export type WhyNot = Exclude<RowFate, "billed"> | "no-price";

/** A line of « Répartition » or of the titre: one prestation, nature and payer, over every commune. */
export interface ExplainedBasis extends PricedQuantity {
  /** False where a part of a shared school is left out of the titre: no product gives what is left. */
  readonly isProduct: boolean;
  readonly parts: readonly { readonly commune: string; readonly quantity: number; readonly amount: Amount }[];
}

export interface Term {
  readonly label: string;
  readonly place: CellPlace;
  /** Below zero where it is taken away. */
  readonly value: Amount;
}

export interface ExplainedSum {
  /** What numbers are, here: amounts, or a count. */
  readonly unit: "euros" | "count";
  readonly terms: readonly Term[];
  /** Terms beyond those told, and what they come to. */
  readonly rest: { readonly count: number; readonly value: Amount } | null;
  readonly total: Amount;
}

/** What a cell is, and why it is so. */
export type About =
  | {
      readonly kind: "source";
      readonly understood: Understood;
      readonly commune: string | null;
      readonly school: string | null;
      /** Whether its whole row counts as one, or this cell alone. */
      readonly scope: "cell" | "row";
      readonly lines: readonly ExplainedLine[];
      /** Lines beyond those told. */
      readonly moreLines: number;
      readonly whyNot: WhyNot | null;
      readonly points: readonly Anomaly[];
    }
  | { readonly kind: "heading"; readonly understood: Understood; readonly points: readonly Anomaly[] }
  | { readonly kind: "line"; readonly line: ExplainedLine }
  | { readonly kind: "basis"; readonly basis: ExplainedBasis }
  | { readonly kind: "product"; readonly quantity: number; readonly unitPrice: Amount; readonly amount: Amount }
  | ({ readonly kind: "sum" } & ExplainedSum)
  /** The workbook's cell is no longer what was read, or what the documents would say: read, or generate, again. */
  | { readonly kind: "changed"; readonly since: "reading" | "generation" }
  | {
      readonly kind: "nothing";
      /** A sheet that was not read, a cell of no table, a cell of a document without an amount, a number counted when the inventory was read, a document with no sums of the campaign's. */
      readonly why: "unread-sheet" | "no-table" | "no-amount" | "counted" | "other-document";
    };

export interface Explanation {
  readonly place: CellPlace;
  /** Cells that a cell of a document repeats, one after the other, before what is told. */
  readonly from: readonly CellPlace[];
  readonly about: About;
}
