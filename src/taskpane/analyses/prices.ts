import { Decimal } from "decimal.js";
import { actOfTypedPrices, simulateGridInSteps } from "../../billing";
import type { Steps } from "../../cells";
import { addAnalyses, type Analyses, type SimulationResult } from "../../documents";
import { unexpected, success, type Result } from "../../messages";
import {
  amountOfText,
  campaignOf,
  gridToSimulate,
  isSamePlace,
  priceAt,
  reprice,
  type Grid,
  type PricePlace,
} from "../../tariff";
import type { SessionContext } from "../operations/context";
import { runInSlices } from "../operations/environment";
import { requestOf, type Snapshot } from "../operations/snapshot";
import { planOf } from "../state/preview";
import type { KeptTrial, TrialShown } from "./kept";
import { openPlaces, rowsMissing, type TrialGrids } from "./price-fields";

/** Simulates a price as typed: its effect is computed from the last reading, without a request to Excel. */
export function tryTypedPrice(context: SessionContext, place: PricePlace, written: string): Promise<void> {
  return tryAgain(context, (trial, snapshot) => withTyped(trial, place, written, snapshot));
}

/** Goes back to the prices in force. */
export function leaveTrial(context: SessionContext): Promise<void> {
  return tryAgain(context, () => null);
}

/**
 * Waits for the operation in progress, so that what was typed meanwhile is not lost, then simulates what `change`
 * returns.
 */
async function tryAgain(
  context: SessionContext,
  change: (trial: KeptTrial | null, snapshot: Snapshot) => KeptTrial | null,
): Promise<void> {
  while (context.state.work.kind !== "none") await context.nextChange();
  const { snapshot } = context;
  if (snapshot === null) return;
  context.begin("trying");
  try {
    const before = context.kept.trial;
    const trial = change(before, snapshot);
    // When only texts that are not prices were typed, the last result still holds.
    const isSame = before !== null && before.from === trial?.from && before.typed === trial.typed;
    const done = isSame
      ? success(snapshot)
      : (await runInSlices(trySnapshot(trial, snapshot), context.environment.scheduler))!;
    if (!done.ok) return context.endWith(done.error[0]!);
    const { billing, analyses, workbook } = done.value;
    context.kept = { ...context.kept, trial };
    context.snapshot = { ...done.value, kept: context.kept };
    context.dispatch({
      type: "tried",
      analyses: {
        ...context.state.analyses,
        simulation: analyses?.simulation ?? null,
        trial: trialShown(trial, snapshot),
      },
      plan: planOf(billing.sheets, context.state.documents.sheets ?? workbook.generatedSheets),
    });
  } catch (fault) {
    context.endWith(unexpected(fault));
  }
}

/** Makes the sheets of all analyses again: other ones mention the simulation, or link to sheets that do. */
function* trySnapshot(kept: KeptTrial | null, snapshot: Snapshot): Steps<Result<Snapshot>> {
  const grid = gridSimulated(kept, snapshot);
  const { billing } = snapshot;
  const simulated =
    grid === null ? null : yield* simulateGridInSteps({ ...requestOf(snapshot), grid, billed: billing });
  if (simulated?.ok === false) return simulated;
  yield;
  const analyses = withSimulation(snapshot.analyses ?? {}, simulated?.value ?? null);
  const sheets = addAnalyses(billing.sheets, analyses, snapshot.workbook);
  return success({ ...snapshot, billing: { ...billing, sheets }, analyses });
}

function withSimulation({ comparison, rectification }: Analyses, simulation: SimulationResult | null): Analyses {
  return {
    ...(comparison !== undefined && { comparison }),
    ...(simulation !== null && { simulation }),
    ...(rectification !== undefined && { rectification }),
  };
}

type Billed = Pick<Snapshot, "campaign" | "workbook" | "others" | "billing">;

/** Returns prices on trial with the grid that they start from. */
export function trialShown(kept: KeptTrial | null, snapshot: Billed): TrialShown | null {
  return kept === null ? null : { ...kept, base: gridsOf(kept, snapshot).base };
}

/** Returns the grid in force, and the one that a trial starts from. */
function gridsOf({ from }: Pick<KeptTrial, "from">, { campaign, billing }: Billed): TrialGrids {
  const inForce = billing.statement.grid;
  return { inForce, base: from === null ? inForce : gridToSimulate(from.grids, campaignOf(campaign)) };
}

/**
 * Returns the grid simulated on a campaign, without prices typed for rows of another campaign; null when nothing
 * differs.
 */
export function gridSimulated(kept: KeptTrial | null, snapshot: Billed): Grid | null {
  if (kept === null) return null;
  const { from, typed } = kept;
  const grids = gridsOf(kept, snapshot);
  const { base } = grids;
  const places = openPlaces(grids);
  const changes = typed.filter(
    (change) => places.some((place) => isSamePlace(place, change)) && !isSame(priceAt(base, change), change.price),
  );
  if (changes.length === 0) return from === null ? null : base;
  const unpriced = { cagb: null, commune: null };
  const added = rowsMissing(grids)
    .filter(({ code }) => changes.some((change) => change.code === code))
    .map((row) => ({ ...row, prices: { installation: unpriced, maintenance: unpriced } }));
  return { ...reprice({ ...base, rows: [...base.rows, ...added] }, changes), act: actOfTypedPrices(base.act) };
}

/**
 * Returns the trial after a text was typed for a price; null when no price is tried any more. A text that is no price
 * keeps the price tried there before.
 */
function withTyped(kept: KeptTrial | null, place: PricePlace, written: string, snapshot: Billed): KeptTrial | null {
  const { from, typed, refused } = kept ?? { from: null, typed: [], refused: [] };
  const isElsewhere = (one: PricePlace) => !isSamePlace(one, place);
  const sound = refused.filter(isElsewhere);
  const price = amountOfText(written);
  if (typeof price === "string") return { from, typed, refused: [...sound, { ...place, written, fault: price }] };
  const others = typed.filter(isElsewhere);
  const { base } = gridsOf({ from }, snapshot);
  const now = isSame(priceAt(base, place), price) ? others : [...others, { ...place, price }];
  return from === null && now.length + sound.length === 0 ? null : { from, typed: now, refused: sound };
}

function isSame(one: Decimal | null, other: Decimal | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}
