import { fold } from "../cells";
import { issuedDifferences, type Anomaly } from "../messages";
import type { AcceptedValue } from "../options";

/**
 * Returns the content of a warning, without the words of its message. A choice that it was checked records this
 * content, and no longer applies once the warning has another. Never empty.
 */
export function contentOf({ code, params, sheet, file }: Pick<Anomaly, "code" | "params" | "sheet" | "file">): string {
  const texts = Object.entries(params).flatMap(([name, value]) => (ofPlace.has(name) ? [] : [String(value)]));
  return texts.filter((text) => text.trim() !== "").join(" · ") || (sheet ?? file ?? code);
}

/** The parameters of the place of a warning, which the choice records separately. */
const ofPlace: ReadonlySet<string> = new Set(["file", "sheet", "cell"]);

/** Returns whether a user may declare a warning checked: not that another état was issued, which no check settles. */
export function mayBeChecked({ severity, code }: Pick<Anomaly, "severity" | "code">): boolean {
  return severity === "warning" && !isOfIssue.has(code);
}

const isOfIssue: ReadonlySet<string> = new Set(Object.values(issuedDifferences));

/** Makes the warnings that the user checked only to know. No amount depends on a warning. (decisions §4) */
export function withChecked(anomalies: readonly Anomaly[], accepted: readonly AcceptedValue[]): readonly Anomaly[] {
  if (accepted.length === 0) return anomalies;
  const known = new Set(accepted.map((one) => keyOf(one, one.file, one.was)));
  return anomalies.map((one): Anomaly => {
    if (!mayBeChecked(one)) return one;
    const isChecked = [null, one.file].some((file) => known.has(keyOf(one, file, contentOf(one))));
    return isChecked ? { ...one, severity: "info" } : one;
  });
}

function keyOf(
  { code, sheet, cell }: Pick<AcceptedValue, "code" | "sheet" | "cell">,
  file: string | null,
  content: string,
) {
  return JSON.stringify([code, file, sheet, cell, fold(content)]);
}
