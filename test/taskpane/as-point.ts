import type { Anomaly } from "../../src/messages";
import type { Question } from "../../src/taskpane/session/choice-types";
import type { PointShown } from "../../src/taskpane/session/preview-types";

/** A point of these anomalies, one cause explaining them, as the pane shows it. */
export function asPoint(anomalies: readonly [Anomaly, ...Anomaly[]], question: Question | null = null): PointShown {
  const places = anomalies.map(({ file, sheet, cell }) => ({ file, sheet, range: cell }));
  return { ...anomalies[0], anomalies, places, question };
}
