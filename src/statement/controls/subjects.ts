import type { MessageCode } from "../../messages";
import type { ControlId } from "./types";

/** What each control that reads the anomalies is about. */
export const subjects = {
  "totals-typed": ["total-differs", "recap-differs", "total-ignores-text", "commune-recap"],
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
    "item-twice",
    "same-source-twice",
    "ambiguous-source",
    "sharing-key-twice",
  ],
  headcounts: ["missing-headcount", "school-without-headcount", "no-headcounts", "headcount-without-equipment"],
  "one-a-school": ["more-than-one-a-school"],
  installed: ["more-installed"],
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
    "installed-outside-window",
    "no-entry-date",
    "out-without-date",
    "title-other-year",
    "ambiguous-years",
  ],
  words: [
    "ambiguous-header",
    "unclear-header",
    "ambiguous-label",
    "assumed-header",
    "assumed-label",
    "unknown-column",
    "unknown-label",
    "unknown-row",
    "unknown-nature",
    "missing-label",
    "missing-nature",
    "missing-school",
    "no-school-column",
  ],
  hidden: ["hidden-sheet", "hidden-parts", "filtered-rows", "error-in-name", "formula-without-value"],
} as const satisfies Partial<Record<ControlId, readonly MessageCode[]>>;

export type Subject = keyof typeof subjects;
