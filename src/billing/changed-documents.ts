import type { Anomaly, MessageCode } from "../messages";
import type { AcceptedValue } from "../options";
import { isAcceptedAnomaly, type BillableWorkbook } from "./bill-campaign";

/** The anomalies about documents, or a Journal, changed by hand. */
const changes: readonly MessageCode[] = ["document-changed", "journal-changed"];

/**
 * Returns the anomalies about changes by hand in a workbook on which a comparison, a correction or a mark of issue is
 * based. They are errors, because what was issued may differ; warnings once they are accepted.
 */
export function changedDocuments(
  { anomalies }: Pick<BillableWorkbook, "anomalies">,
  accepted: readonly AcceptedValue[] = [],
): Anomaly[] {
  return anomalies.filter(isChangeByHand).map((change) => ({
    ...change,
    severity: isAcceptedAnomaly(change, accepted) ? "warning" : "error",
    params: { ...change.params, replaced: "", elsewhere: "1" },
  }));
}

/** Returns whether an anomaly is about a document, or the Journal, changed by hand. */
export function isChangeByHand({ code }: Anomaly): boolean {
  return changes.some((one) => one === code);
}
