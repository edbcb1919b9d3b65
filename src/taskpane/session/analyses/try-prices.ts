import type { Steps } from "../../../cells";
import type { Anomaly } from "../../../messages";
import { addAnalyses, type Analyses, type Trial } from "../../../documents";
import type { PricePlace } from "../../../tariff";
import type { SessionContext } from "../context";
import { runInSlices } from "../drive";
import { planOf } from "../preview";
import type { Snapshot } from "../snapshot";
import { unexpected } from "../unexpected";
import type { KeptTrial } from "./kept";
import { trialShown } from "./shown";
import { withRefused } from "./price-fields";
import { gridsOf, trialInSteps, withTyped } from "./trials";
import type { AnalysesShown } from "./types";

/** What only the trial changes in what was read. */
type Tried = Pick<AnalysesShown, "tried" | "prices"> & Pick<Snapshot["billing"], "sheets"> & Pick<Snapshot, "analyses">;

/** Tries a price as typed: what it brings is reckoned from what was read, without asking anything of Excel. */
export function tryPrice(context: SessionContext, place: PricePlace, written: string): Promise<void> {
  return tryAgain(context, (trial, snapshot) => withTyped(trial, place, written, snapshot));
}

/** Back to the prices in force. */
export function leaveTrial(context: SessionContext): Promise<void> {
  return tryAgain(context, () => null);
}

/** After whatever is under way: what was typed meanwhile is not lost. */
async function tryAgain(
  context: SessionContext,
  change: (trial: KeptTrial | null, snapshot: Snapshot) => KeptTrial | null,
): Promise<void> {
  while (context.state.work.kind !== "none") await context.nextChange();
  const { snapshot } = context;
  if (snapshot === null) return;
  context.begin({ type: "trial-started" });
  try {
    const before = context.kept.trial;
    const trial = change(before, snapshot);
    const done =
      sameAsBefore(context, before, trial, snapshot) ??
      (await runInSlices(triedInSteps(trial, snapshot), context.environment.scheduler))!;
    if ("refusals" in done) return end(context, done.refusals[0]!);
    const { sheets, analyses, tried, prices } = done;
    context.kept = { ...context.kept, trial };
    context.snapshot = { ...snapshot, billing: { ...snapshot.billing, sheets }, kept: context.kept, analyses };
    const plan = planOf(sheets, context.state.ownSheets ?? snapshot.workbook.ownSheets);
    context.dispatch({ type: "tried", analyses: { ...context.state.analyses, tried, prices }, plan });
  } catch (fault) {
    end(context, unexpected(fault));
  }
}

function end(context: SessionContext, anomaly: Anomaly): void {
  context.dispatch({ type: "reading-ended" });
  context.dispatch({ type: "troubled", anomaly });
}

/** Where only what is no price was typed, the last result holds; null where something else is tried. */
function sameAsBefore(
  { state }: SessionContext,
  before: KeptTrial | null,
  trial: KeptTrial | null,
  { billing: { sheets }, analyses }: Snapshot,
): Tried | null {
  const { tried, prices } = state.analyses;
  if (before === null || trial === null || prices === null) return null;
  if (before.from !== trial.from || before.typed !== trial.typed) return null;
  return { tried, prices: withRefused(prices, trial), sheets, analyses };
}

/** The sheets of all analyses are made again: those of the others speak of the trial, or lead to what does. */
function* triedInSteps(
  kept: KeptTrial | null,
  snapshot: Snapshot,
): Steps<Tried | { readonly refusals: readonly Anomaly[] }> {
  const trial = yield* trialInSteps(kept, snapshot);
  if (trial !== null && "refusals" in trial) return trial;
  yield;
  const analyses = withTrial(snapshot.analyses ?? {}, trial);
  const sheets = addAnalyses(snapshot.billing.sheets, analyses, snapshot.workbook);
  const shown = kept === null ? { tried: null, prices: null } : trialShown(kept, gridsOf(kept, snapshot), trial);
  return { ...shown, sheets, analyses };
}

function withTrial({ comparison, rectification }: Analyses, trial: Trial | null): Analyses {
  return {
    ...(comparison !== undefined && { comparison }),
    ...(trial !== null && { trial }),
    ...(rectification !== undefined && { rectification }),
  };
}
