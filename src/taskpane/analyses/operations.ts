import { anomaly, type Anomaly } from "../../messages";
import type { PricePlace } from "../../tariff";
import type { SessionContext } from "../operations/context";
import { fileRefusal, type PickedFile } from "../operations/picked-file";
import { readWorkbook } from "../operations/read";
import type { AnalysisName, KeptAnalyses } from "./model";
import type { Picking } from "./pick";
import { loadAnalyses } from "./with-analyses";

/** Where each analysis is kept. */
const places = { compare: "comparison", simulate: "trial", rectify: "issued" } as const satisfies Record<
  AnalysisName,
  keyof KeptAnalyses
>;

/** Compares the campaign with the workbook of another one, as `rebill --compare` does. */
export function compareWith(context: SessionContext, picked: PickedFile): Promise<void> {
  return keep(context, picked.name, (code) => code.pickCompared(context, picked, false));
}

/** Reads a file of the disk with the workbook compared: its headcounts, for one. */
export function compareBeside(context: SessionContext, picked: PickedFile): Promise<void> {
  return keep(context, picked.name, (code) => code.pickCompared(context, picked, true));
}

/** Shows the communes to explain, or all that move. */
export async function showNotable(context: SessionContext, onlyNotable: boolean): Promise<void> {
  (await loadAnalyses()).showCompared(context, { onlyNotable });
}

/**
 * Keeps what explains the difference of a commune, by its INSEE code; an empty text takes it back. Resolves to false where it
 * cannot be kept.
 */
export async function commentOn(context: SessionContext, insee: string, text: string): Promise<boolean> {
  return (await loadAnalyses()).keepComment(context, insee, text);
}

/** Tries the grid of a file of the disk on the same inventory, as `rebill --simulate` does. */
export function simulateWith(context: SessionContext, picked: PickedFile): Promise<void> {
  return keep(context, picked.name, (code) => code.pickGrids(context, picked));
}

/** Tries another price, as typed in its field: `38,50`; blank is no tariff. What is no price is told at the field. */
export function tryPrice(context: SessionContext, place: PricePlace, written: string): Promise<void> {
  return reckon(context, (code) => code.tryPrice(context, place, written));
}

/** Corrects the statement issued in a workbook picked on the disk, as `rebill --rectify` does. */
export function rectifyIssued(context: SessionContext, picked: PickedFile): Promise<void> {
  return keep(context, picked.name, (code) => code.pickIssued(context, picked));
}

/** Takes a comparison, a trial or a correction back: no sheet is made of it any more. */
export async function leaveAnalysis(context: SessionContext, name: AnalysisName): Promise<void> {
  if (name !== "simulate")
    return change(context, () => {
      context.kept = { ...context.kept, [places[name]]: null };
      return Promise.resolve(null);
    });
  await reckon(context, (code) => code.leaveTrial(context));
  // The button pressed is there no more: the focus goes on from the title.
  if (context.kept.trial === null) context.dispatch({ type: "opened", open: { screen: "analysis", name } });
}

type Code = Awaited<ReturnType<typeof loadAnalyses>>;

/** What needs no reading of the workbook, only the code. */
async function reckon(context: SessionContext, act: (code: Code) => Promise<void>): Promise<void> {
  const code = await loadAnalyses().catch(() => null);
  if (code !== null) return act(code);
  context.dispatch({ type: "troubled", anomaly: anomaly("error", "pane-analysis-not-loaded") });
}

/** Picks, then reads everything again with it. */
function keep(context: SessionContext, file: string, pick: (code: Code) => Picking): Promise<void> {
  return change(context, async () => {
    const code = await loadAnalyses().catch(() => null);
    if (code === null) return fileRefusal("pane-file-not-loaded", file);
    const picked = await pick(code);
    if (picked === null) return null;
    if (isRefused(picked)) return picked[0]!;
    context.kept = picked;
    return null;
  });
}

/** Changes what is kept, and reads everything again with it. Refused or stopped on the way, all stays as it was. */
async function change(context: SessionContext, opening: Parameters<typeof readWorkbook>[1]): Promise<void> {
  const before = context.kept;
  await readWorkbook(context, opening);
  if (context.snapshot?.kept !== context.kept) context.kept = before;
}

function isRefused(picked: KeptAnalyses | readonly Anomaly[]): picked is readonly Anomaly[] {
  return Array.isArray(picked);
}
