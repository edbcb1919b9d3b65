import type { Anomaly } from "../../messages";
import type { PricePlace } from "../../tariff";
import type { SessionContext } from "../operations/context";
import { runInSlices } from "../operations/environment";
import { fileRefusal, type PickedFile } from "../operations/files";
import { readWorkbook } from "../operations/read";
import type { Snapshot } from "../operations/snapshot";
import { noAnalyses, type AnalysisName, type KeptAnalyses } from "./model";
import type { Picking } from "./pick";

/** Where each analysis is kept. */
const places = { compare: "comparison", simulate: "trial", rectify: "issued" } as const satisfies Record<
  AnalysisName,
  keyof KeptAnalyses
>;

/** « Comparer », « Simuler » and « Rectifier »: what is picked is kept in memory, and everything is read again with it. */
export class AnalysesOperations {
  constructor(private readonly context: SessionContext) {}

  /** Shows one of them over « Répartition »; null goes back there. */
  open(analysis: AnalysisName | null): void {
    this.context.dispatch({ type: "analysis-opened", analysis });
  }

  /** Compares the campaign with the workbook of another one, as `rebill --compare` does. */
  compareWith(picked: PickedFile): Promise<void> {
    return this.keep(picked.name, (code) => code.pickCompared(this.context, picked, false));
  }

  /** Reads a file of the disk with the workbook compared: its headcounts, for one. */
  compareBeside(picked: PickedFile): Promise<void> {
    return this.keep(picked.name, (code) => code.pickCompared(this.context, picked, true));
  }

  /** Shows the communes to explain, or all that move. */
  async showNotable(onlyNotable: boolean): Promise<void> {
    (await loadAnalyses()).showCompared(this.context, { onlyNotable });
  }

  /** Keeps what explains the difference of a commune, by its INSEE code; an empty text takes it back. False where it cannot be kept. */
  async commentOn(insee: string, text: string): Promise<boolean> {
    return (await loadAnalyses()).keepComment(this.context, insee, text);
  }

  /** Tries the grid of a file of the disk on the same inventory, as `rebill --simulate` does. */
  simulateWith(picked: PickedFile): Promise<void> {
    return this.keep(picked.name, (code) => code.pickGrids(this.context, picked));
  }

  /** Tries another price, as typed in its field: `38,50`; blank is no tariff. What is no price is told at the field. */
  tryPrice(place: PricePlace, written: string): Promise<void> {
    return this.reckon((code) => code.tryPrice(this.context, place, written));
  }

  /** Corrects the statement issued in a workbook picked on the disk, as `rebill --rectify` does. */
  rectifyIssued(picked: PickedFile): Promise<void> {
    return this.keep(picked.name, (code) => code.pickIssued(this.context, picked));
  }

  /** Takes a comparison, a trial or a correction back: no sheet is made of it any more. */
  async leave(analysis: AnalysisName): Promise<void> {
    if (analysis === "simulate") {
      await this.reckon((code) => code.leaveTrial(this.context));
      // The button pressed is there no more: the focus goes on from the title.
      if (this.context.kept.trial === null) this.open(analysis);
      return;
    }
    return this.change(() => {
      this.context.kept = { ...this.context.kept, [places[analysis]]: null };
      return Promise.resolve(null);
    });
  }

  /** What needs no reading of the workbook, only the code. */
  private async reckon(act: (code: Awaited<ReturnType<typeof loadAnalyses>>) => Promise<void>): Promise<void> {
    const code = await loadAnalyses().catch(() => null);
    if (code !== null) return act(code);
    const anomaly: Anomaly = {
      severity: "error",
      code: "pane-analysis-not-loaded",
      file: null,
      sheet: null,
      cell: null,
      params: {},
    };
    this.context.dispatch({ type: "troubled", anomaly });
  }

  /** Picks, then reads everything again with it. */
  private keep(file: string, pick: (code: Awaited<ReturnType<typeof loadAnalyses>>) => Picking): Promise<void> {
    return this.change(async () => {
      const code = await loadAnalyses().catch(() => null);
      if (code === null) return fileRefusal("pane-file-not-loaded", file);
      const picked = await pick(code);
      if (picked === null) return null;
      if (isRefused(picked)) return picked[0]!;
      this.context.kept = picked;
      return null;
    });
  }

  /** Changes what is kept, and reads everything again with it. Refused or stopped on the way, all stays as it was. */
  private async change(change: Parameters<typeof readWorkbook>[1]): Promise<void> {
    const { context } = this;
    const before = context.kept;
    await readWorkbook(context, change);
    if (context.snapshot?.kept !== context.kept) context.kept = before;
  }
}

function isRefused(picked: KeptAnalyses | readonly Anomaly[]): picked is readonly Anomaly[] {
  return Array.isArray(picked);
}

/**
 * A workbook just billed, with the sheets of the analyses kept among its documents; what they say is told. What this
 * campaign refuses is kept no longer, and that is told too. Null where the user stopped it.
 */
export async function withAnalyses(context: SessionContext, snapshot: Snapshot): Promise<Snapshot | null> {
  const { kept } = context;
  if (Object.values(kept).every((one) => one === null)) {
    context.dispatch({ type: "analysed", analyses: noAnalyses });
    return { ...snapshot, kept };
  }
  const { analyseInSteps } = await loadAnalyses();
  const done = await runInSlices(
    analyseInSteps(kept, snapshot),
    context.environment.scheduler,
    () => context.isCancelled,
  );
  if (done === null) return null;
  context.kept = done.kept;
  context.dispatch({ type: "analysed", analyses: done.shown });
  const [refusal] = done.refusals;
  if (refusal !== undefined) context.dispatch({ type: "troubled", anomaly: refusal });
  return done.snapshot;
}

/** The code of the analyses; rejects where it cannot be loaded. */
export function loadAnalyses() {
  return import(/* webpackChunkName: "analyses" */ ".");
}
