import type { Decimal } from "decimal.js";

/** What a control says: all is well, somebody should look, or something is wrong. */
export type ControlResult = "pass" | "warn" | "fail";

export type ControlId =
  | "rows"
  | "totals-typed"
  | "sums"
  | "parts"
  | "perimeter"
  | "duplicates"
  | "headcounts"
  | "pupils-a-school"
  | "pupils-a-machine"
  | "one-a-school"
  | "installed"
  | "quantities"
  | "dates"
  | "words"
  | "untariffed"
  | "act"
  | "small-claims"
  | "hidden";

/** Where to look: a cell of a workbook read, `cell` null for a whole sheet. */
export interface ControlPlace {
  readonly file: string | null;
  readonly sheet: string;
  readonly cell: string | null;
}

/** One of the controls that a campaign's figures go through before they are issued. */
export interface Control {
  readonly id: ControlId;
  readonly result: ControlResult;
  /** How many points it found: anomalies, rows, schools or communes; an amount where it compares sums. */
  readonly found: number | Decimal;
  /** The first of them, the gravest first; null where there is none, or where it has no cell. */
  readonly place: ControlPlace | null;
}
