import type { Decimal } from "decimal.js";
import type { MessageCode } from "../messages";

/** What a control says: all is well, somebody should look, or something is wrong. */
export type ControlResult = "pass" | "warn" | "fail";

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

/** The codes of the anomalies that each control of this kind is about. */
export const subjects = {
  "totals-typed": ["total-differs", "total-without-result", "recap-differs", "total-ignores-text", "commune-recap"],
  "own-amounts": ["amount-differs"],
  perimeter: [
    "unknown-commune",
    "commune-no-longer",
    "commune-not-yet",
    "insee-disagrees",
    "location-disagrees",
    "missing-commune",
    "sheet-without-commune",
    "chosen-commune-unknown",
    "sharing-key-unknown-commune",
  ],
  duplicates: [
    "duplicate-school",
    "duplicate-inventory-number",
    "duplicate-serial-number",
    "duplicate-header",
    "item-repeated-across",
    "item-twice",
    "same-source-twice",
    "ambiguous-source",
    "sharing-key-twice",
  ],
  headcounts: [
    "missing-headcount",
    "school-without-headcount",
    "no-headcounts",
    "headcount-without-equipment",
    "no-equipment",
  ],
  "one-a-school": ["more-than-one-a-school"],
  installed: ["more-installed", "only-installations", "school-only-installed"],
  quantities: [
    "quantity-error",
    "quantity-fractional",
    "quantity-mark",
    "quantity-negative",
    "quantity-text",
    "quantity-too-large",
    "quantity-with-text",
  ],
  dates: [
    "unreadable-date",
    "after-snapshot",
    "withdrawn-before-entered",
    "installed-other-year",
    "installed-since",
    "installations-since",
    "label-since",
    "rows-since",
    "row-other-year",
    "installed-outside-window",
    "no-entry-date",
    "out-without-date",
    "title-other-year",
    "only-other-year",
    "ambiguous-years",
  ],
  words: [
    "ambiguous-header",
    "unclear-header",
    "stock-before",
    "untitled-column",
    "ambiguous-label",
    "assumed-header",
    "assumed-label",
    "unknown-column",
    "unknown-label",
    "unknown-row",
    "unknown-nature",
    "unclear-section",
    "missing-label",
    "missing-nature",
    "missing-school",
    "no-school-column",
    "unread-table",
    "unread-equipment",
    "nothing-billed",
    "stray-numbers",
    "not-in-service-asked",
  ],
  hidden: ["hidden-sheet", "hidden-parts", "filtered-rows", "error-in-name", "formula-without-value"],
} as const satisfies Record<string, readonly MessageCode[]>;

/** A control that reads the anomalies. */
export type Subject = keyof typeof subjects;

export type ControlId =
  | Subject
  | "rows"
  | "sums"
  | "parts"
  | "total-in-words"
  | "pupils-a-school"
  | "pupils-a-machine"
  | "untariffed"
  | "act"
  | "small-claims";
