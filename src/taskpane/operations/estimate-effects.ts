import { Decimal } from "decimal.js";
import { billInventoryInSteps } from "../../billing";
import { countOf } from "../../messages";
import { formatAmount } from "../../money";
import { changedOptions, type OptionsChange } from "../../options";
import { campaignOf } from "../../tariff";
import type { Effect } from "../state/choices";
import type { SessionContext } from "./context";
import { runInSlices } from "./environment";
import type { Snapshot } from "./snapshot";

/**
 * Tells what changes of the options would bring before they are made, under a name that whoever asks gives them: bills again
 * what was read, once a reading, one after the other, a frame at a time.
 */
export function estimate(context: SessionContext, key: string, changes: readonly OptionsChange[]): Promise<void> {
  const { snapshot, state } = context;
  if (snapshot === null || state.effects[key] !== undefined) return context.estimates;
  context.dispatch({ type: "weighed", key, effect: { kind: "reckoning" } });
  context.estimates = context.estimates.then(() => reckon(context, snapshot, key, changes));
  return context.estimates;
}

async function reckon(
  context: SessionContext,
  snapshot: Snapshot,
  key: string,
  changes: readonly OptionsChange[],
): Promise<void> {
  const isGone = () => context.snapshot?.billing.reading !== snapshot.billing.reading;
  const { options } = context.state;
  if (isGone() || options.kind !== "seen") return;
  const read = [snapshot.workbook, ...snapshot.others];
  const steps = billInventoryInSteps({
    workbooks: read.map(({ cells }) => cells),
    openingAnomalies: read.flatMap(({ anomalies }) => anomalies),
    campaign: campaignOf(snapshot.campaign),
    options: changedOptions(options.options, changes),
  });
  const billed = await runInSlices(steps, context.environment.scheduler, isGone).catch(() => ({ refusals: [] }));
  if (billed === null || isGone()) return;
  const effect: Effect = "refusals" in billed ? { kind: "unknown" } : effectOf(snapshot, billed);
  context.dispatch({ type: "weighed", key, effect });
}

type Billed = Pick<Snapshot["billing"], "reading" | "statement">;

function effectOf({ billing }: Snapshot, billed: Billed): Effect {
  const [before, after] = [billing.statement.total, billed.statement.total];
  return {
    kind: "reckoned",
    before: formatAmount(before),
    after: formatAmount(after),
    difference: new Decimal(after).minus(before).toFixed(2),
    errors: countOf(errorsOf(billed), "error") - countOf(errorsOf(billing), "error"),
  };
}

function errorsOf({ reading }: Billed) {
  return reading.anomalies;
}
