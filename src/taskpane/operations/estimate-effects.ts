import { Decimal } from "decimal.js";
import { billInventoryInSteps } from "../../billing";
import { countOf, failure } from "../../messages";
import { formatAmount } from "../../money";
import { changedOptions, type OptionsChange } from "../../options";
import type { Effect } from "../state/choices";
import type { SessionContext } from "./context";
import { runInSlices } from "./environment";
import { requestOf, type Snapshot } from "./snapshot";

/** Tells what choices would change before they are made: bills again what was read, one after the other, a frame at a time. */
export class EffectEstimator {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly context: SessionContext) {}

  /** Weighs changes of the options once a reading, under a name that whoever asks gives them. */
  estimate(key: string, changes: readonly OptionsChange[]): Promise<void> {
    const { snapshot, state } = this.context;
    if (snapshot === null || state.effects[key] !== undefined) return this.last;
    this.context.dispatch({ type: "weighed", key, effect: { kind: "reckoning" } });
    this.last = this.last.then(() => this.reckon(snapshot, key, changes));
    return this.last;
  }

  private async reckon(snapshot: Snapshot, key: string, changes: readonly OptionsChange[]): Promise<void> {
    const isGone = () => this.context.snapshot?.billing.reading !== snapshot.billing.reading;
    const { options } = this.context.state;
    if (isGone() || options.kind !== "seen") return;
    const changed = changedOptions(options.options, changes);
    const steps = billInventoryInSteps({ ...requestOf(snapshot), options: changed });
    const billed = await runInSlices(steps, this.context.environment.scheduler, isGone).catch(() => failure([]));
    if (billed === null || isGone()) return;
    this.context.dispatch({
      type: "weighed",
      key,
      effect: billed.ok ? effectOf(snapshot, billed.value) : { kind: "unknown" },
    });
  }
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
