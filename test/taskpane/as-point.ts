import { mayBeChecked } from "../../src/billing";
import { listsSettling } from "../../src/inventory";
import type { Anomaly } from "../../src/messages";
import { reasonOf } from "../../src/taskpane/operations/preview";
import type { Question, PointShown } from "../../src/taskpane/state/preview";

/** A point of these anomalies, one cause explaining them, as the pane shows it. */
export function asPoint(anomalies: readonly [Anomaly, ...Anomaly[]], question: Question | null = null): PointShown {
  const places = anomalies.map(({ file, sheet, cell }) => ({ file, sheet, range: cell }));
  const { severity, code } = anomalies[0];
  const point = { severity, code, anomalies, places };
  return {
    ...point,
    settledIn: listsSettling(anomalies[0]),
    reason: reasonOf(point),
    mayBeChecked: mayBeChecked(point),
    question,
    worth: null,
  };
}
