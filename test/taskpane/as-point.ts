import { listsSettling } from "../../src/inventory";
import type { Anomaly } from "../../src/messages";
import type { Question, PointShown } from "../../src/taskpane/state/preview";

/** A point of these anomalies, one cause explaining them, as the pane shows it. */
export function asPoint(anomalies: readonly [Anomaly, ...Anomaly[]], question: Question | null = null): PointShown {
  const places = anomalies.map(({ file, sheet, cell }) => ({ file, sheet, range: cell }));
  return { ...anomalies[0], anomalies, places, settledIn: listsSettling(anomalies[0]), question };
}
