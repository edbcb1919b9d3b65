import type { Desk } from "../desk";
import { drive } from "../drive";
import type { Snapshot } from "../snapshot";
import { loadAnalyses } from "./load";
import { noAnalyses } from "./types";

/**
 * A workbook just billed, with the sheets of the analyses kept among its documents; what they say is told. What this
 * campaign refuses is kept no longer, and that is told too. Null where the user stopped it.
 */
export async function withAnalyses(desk: Desk, snapshot: Snapshot): Promise<Snapshot | null> {
  const { kept } = desk;
  if (Object.values(kept).every((one) => one === null)) {
    desk.tell({ type: "analysed", analyses: noAnalyses });
    return { ...snapshot, kept };
  }
  const { analyseInSteps } = await loadAnalyses();
  const done = await drive(analyseInSteps(kept, snapshot), desk.around.pace, () => desk.isCancelled);
  if (done === null) return null;
  desk.kept = done.kept;
  desk.tell({ type: "analysed", analyses: done.shown });
  const [refusal] = done.refusals;
  if (refusal !== undefined) desk.tell({ type: "troubled", anomaly: refusal });
  return done.snapshot;
}
