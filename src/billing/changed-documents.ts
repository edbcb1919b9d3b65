import type { Anomaly, MessageCode } from "../messages";
import type { AcceptedValue } from "../options";
import { isAcceptedAnomaly, type BillableWorkbook } from "./bill-campaign";

/** What opening a workbook tells of its documents, and of its Journal, that somebody changed by hand. */
const changes: readonly MessageCode[] = ["document-changed", "journal-changed"];

/**
 * Returns what was changed by hand among the documents of a workbook that a comparison, a correction or a mark rests on, and
 * that no generation is about to replace: an error each, since what was issued may be something else; a warning once it was
 * accepted as it is.
 */
export function changedDocuments(
  { anomalies }: Pick<BillableWorkbook, "anomalies">,
  accepted: readonly AcceptedValue[] = [],
): Anomaly[] {
  return anomalies.filter(isChangeByHand).map((told) => ({
    ...told,
    severity: isAcceptedAnomaly(told, accepted) ? "warning" : "error",
    params: { ...told.params, replaced: "", elsewhere: "1" },
  }));
}

/** Returns whether an anomaly tells of a document, or of the Journal, that somebody changed by hand. */
export function isChangeByHand({ code }: Anomaly): boolean {
  return changes.some((one) => one === code);
}
