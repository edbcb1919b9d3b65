import type { Anomaly } from "../../messages";
import type { Control, ControlPlace } from "./types";
import { subjects } from "./subjects";
import type { Subject } from "./subjects";

/** A control that fails on an error, warns on a warning, and passes over what is only to know. */
export function byAnomalies(id: Subject, anomalies: readonly Anomaly[]): Control {
  const codes: readonly string[] = subjects[id];
  const own = anomalies.filter(({ code }) => codes.includes(code));
  const errors = own.filter(({ severity }) => severity === "error");
  const warnings = own.filter(({ severity }) => severity === "warning");
  const points = [...errors, ...warnings];
  return {
    id,
    result: errors.length > 0 ? "fail" : warnings.length > 0 ? "warn" : "pass",
    found: points.length,
    place: firstPlace(points),
  };
}

/** Where the first of some anomalies that has a sheet stands. */
export function firstPlace(anomalies: readonly Anomaly[]): ControlPlace | null {
  for (const { file, sheet, cell } of anomalies) if (sheet !== null) return { file, sheet, cell };
  return null;
}
