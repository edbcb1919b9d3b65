import type { Steps } from "../../../cells";
import type { Anomaly } from "../../../messages";
import { addAnalyses, type Analyses, type Trial } from "../../../documents";
import type { PricePlace } from "../../../tariff";
import type { Desk } from "../desk";
import { drive } from "../drive";
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
export function tryPrice(desk: Desk, place: PricePlace, written: string): Promise<void> {
  return tryAgain(desk, (trial, snapshot) => withTyped(trial, place, written, snapshot));
}

/** Back to the prices in force. */
export function leaveTrial(desk: Desk): Promise<void> {
  return tryAgain(desk, () => null);
}

/** After whatever is under way: what was typed meanwhile is not lost. */
async function tryAgain(
  desk: Desk,
  change: (trial: KeptTrial | null, snapshot: Snapshot) => KeptTrial | null,
): Promise<void> {
  while (desk.state.work.kind !== "none") await desk.nextChange();
  const { snapshot } = desk;
  if (snapshot === null) return;
  desk.begin({ type: "trial-started" });
  try {
    const before = desk.kept.trial;
    const trial = change(before, snapshot);
    const done =
      sameAsBefore(desk, before, trial, snapshot) ?? (await drive(triedInSteps(trial, snapshot), desk.around.pace))!;
    if ("refusals" in done) return end(desk, done.refusals[0]!);
    const { sheets, analyses, tried, prices } = done;
    desk.kept = { ...desk.kept, trial };
    desk.snapshot = { ...snapshot, billing: { ...snapshot.billing, sheets }, kept: desk.kept, analyses };
    const plan = planOf(sheets, desk.state.ownSheets ?? snapshot.workbook.ownSheets);
    desk.tell({ type: "tried", analyses: { ...desk.state.analyses, tried, prices }, plan });
  } catch (fault) {
    end(desk, unexpected(fault));
  }
}

function end(desk: Desk, anomaly: Anomaly): void {
  desk.tell({ type: "reading-ended" });
  desk.tell({ type: "troubled", anomaly });
}

/** Where only what is no price was typed, the last result holds; null where something else is tried. */
function sameAsBefore(
  { state }: Desk,
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
