import type { SessionContext } from "../operations/context";
import type { Snapshot } from "../operations/snapshot";
import { noAnalyses } from "../state/state";

/**
 * Returns a billing with the sheets of the kept analyses among its documents, and shows their results; null when it was
 * cancelled (by the user, unless `isStopped` is given). An analysis that this campaign refuses is dropped, which is
 * reported.
 */
export async function withAnalyses(
  context: SessionContext,
  snapshot: Snapshot,
  isStopped?: () => boolean,
): Promise<Snapshot | null> {
  const { kept } = context;
  if (Object.values(kept).every((one) => one === null)) {
    context.dispatch({ type: "analysed", analyses: noAnalyses });
    return { ...snapshot, kept };
  }
  const { analyseInSteps } = await loadAnalyses();
  const done = await context.compute(analyseInSteps(kept, snapshot), isStopped);
  if (done === null) return null;
  context.kept = done.kept;
  context.dispatch({ type: "analysed", analyses: done.shown });
  const [refusal] = done.refusals;
  if (refusal !== undefined) context.dispatch({ type: "troubled", anomaly: refusal });
  return done.snapshot;
}

/** Loads the code of the analyses; rejects when it cannot be loaded. */
export function loadAnalyses() {
  return import(/* webpackChunkName: "analyses" */ "./analyse");
}
