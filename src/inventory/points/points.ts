import { fold } from "../../cells";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import { placesOf } from "./places";
import type { PointPlace } from "./places";

/** What is told to people: anomalies that one cause explains, and one action settles. (decisions §4) */
export interface Point {
  readonly severity: Severity;
  readonly code: MessageCode;
  /** At least one, in reading order. */
  readonly anomalies: readonly Anomaly[];
  /** Where they stand, cells below each other as one range. */
  readonly places: readonly PointPlace[];
}

/**
 * What two anomalies of one code must share to have one cause: the word, the heading, the value that is not understood.
 * A code that is not listed has one cause for each of its cells; what is only to know, one. What is said of a table is one
 * cause a sheet.
 */
const causes: Readonly<Partial<Record<MessageCode, readonly string[]>>> = {
  "after-snapshot": [],
  "ambiguous-header": ["header"],
  "ambiguous-label": ["label"],
  "ambiguous-source": [],
  "amount-differs": [],
  "assumed-header": ["header"],
  "assumed-label": ["label"],
  "closed-column": ["header"],
  "closed-school": ["value"],
  "no-school-over-column": ["header"],
  "not-a-school": ["value"],
  "column-beside-label": ["header"],
  "commune-as-school": ["commune"],
  "commune-chosen": ["text", "commune"],
  "commune-no-longer": ["commune"],
  "commune-not-yet": ["commune"],
  "duplicate-header": ["header"],
  "duplicate-inventory-number": [],
  "duplicate-school": ["sheet"],
  "duplicate-serial-number": [],
  "entry-date-unclear": ["header"],
  "error-in-name": ["value"],
  "exit-date-unclear": ["header"],
  "formula-without-result": [],
  "headcount-total-differs": [],
  "headcount-without-equipment": [],
  "hidden-sheet": [],
  "in-repair": ["status"],
  "in-stock": ["status"],
  "insee-disagrees": ["insee", "commune"],
  "installed-outside-window": [],
  "installed-since": ["header"],
  "item-repeated": ["sheet"],
  "item-repeated-across": ["sheet"],
  "item-twice": [],
  "label-since": ["label"],
  "location-disagrees": ["location", "commune"],
  "merged-quantity": [],
  "missing-commune": [],
  "missing-headcount": [],
  "missing-label": [],
  "missing-nature": [],
  "missing-school": [],
  "more-installed": [],
  "more-than-one-a-school": ["prestation"],
  "one-date-for-several": ["header"],
  "only-installations": [],
  "only-other-year": ["header"],
  "only-row-of-year": ["label"],
  "other-year-column": ["header"],
  "other-year-source": ["year"],
  "out-of-service-column": ["header"],
  "out-without-date": ["status"],
  "part-column": ["header"],
  "parts-in-service": ["header"],
  "purchase-as-entry": ["header"],
  "quantity-error": ["value"],
  "quantity-fractional": [],
  "quantity-is-date": [],
  "quantity-letter-o": [],
  "quantity-mark": ["value"],
  "quantity-negative": [],
  "quantity-other-unit": [],
  "quantity-shown-as-date": [],
  "quantity-text": ["value"],
  "quantity-too-large": [],
  "quantity-with-text": [],
  "same-source-twice": [],
  "school-only-installed": ["sheet"],
  "school-without-headcount": [],
  "sheet-without-commune": [],
  "several-machines": ["value"],
  "stock-before": ["header"],
  "struck-through": [],
  "sum-as-school": ["value"],
  "sum-column": ["header"],
  "total-differs": [],
  "total-ignores-text": [],
  "two-communes": ["value"],
  "undue-remark": ["value"],
  "unaccounted-number": ["header"],
  "unclear-header": ["header"],
  "unknown-column": ["header"],
  "unknown-commune": ["commune"],
  "unknown-date-column": ["header"],
  "unknown-label": ["label"],
  "unknown-nature": ["value", "word"],
  "unknown-row": ["label"],
  "unreadable-date": [],
  "unreadable-year": [],
  untariffed: ["label"],
  "withdrawn-before-entered": [],
  "years-column": ["header"],
};

/** Anomalies put together by cause, errors first, each point where its first anomaly stood. */
export function pointsOf(anomalies: readonly Anomaly[]): Point[] {
  const groups = new Map<string, Anomaly[]>();
  for (const anomaly of anomalies) {
    const key = causeOf(anomaly);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [anomaly]);
    else group.push(anomaly);
  }
  const points = [...groups.values()].map((alike): Point => {
    const { severity, code } = alike[0]!;
    return { severity, code, anomalies: alike, places: placesOf(alike) };
  });
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    points.filter((point) => point.severity === severity),
  );
}

function causeOf({ severity, code, file, sheet, cell, params }: Anomaly): string {
  const shared = params["word"] === undefined ? (causes[code] ?? (severity === "info" ? [] : undefined)) : ["word"];
  if (shared === undefined) return JSON.stringify([severity, code, file, sheet, cell, params]);
  return JSON.stringify([severity, code, ...shared.map((name) => fold(String(params[name] ?? "")))]);
}
