import type { PointShown } from "../../session/preview-types";

/** Whether a point leaves something unbilled until one thing is said. */
export function isAskedOnce({ severity, question }: PointShown): boolean {
  return severity === "error" && question !== null;
}
