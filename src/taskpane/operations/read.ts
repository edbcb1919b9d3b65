import { unexpected, type Anomaly } from "../../messages";
import { withAnalyses } from "../analyses/with-analyses";
import type { Preview } from "../state/preview";
import { areOutdated, type DocumentStatus, type Step } from "../state/state";
import type { Wait } from "../state/work";
import { lastCampaign, offerOwnCampaigns } from "./campaigns";
import type { SessionContext } from "./context";
import { comparedStatus } from "./documents";
import { optionsSeenIn } from "./options-seen";
import { previewOfBilling, refusedSource } from "./preview";
import { fileRefusal, openPicked, without, type PickedFile } from "./picked-files";
import { billSnapshot, runsOf, type OtherWorkbook } from "./snapshot";

/** When a reading that lasts says more, in milliseconds. */
const patience: readonly (readonly [number, Wait])[] = [
  [500, "words"],
  [2_000, "bar"],
  [10_000, "way-out"],
];

/** What comes first in a reading: null, or why the reading does not go on. */
type Opening = () => Promise<Anomaly | null>;

/** Reads the workbook and bills the campaign chosen; without one, finds out which there are, and asks. Changes no sheet. */
export async function readWorkbook(
  context: SessionContext,
  opening: Opening = () => Promise.resolve(null),
): Promise<void> {
  if (context.isBusy()) return;
  context.begin("reading");
  const forget = patience.map(([delay, wait]) =>
    context.environment.after(delay, () => context.dispatch({ type: "work-went-on", work: { kind: "reading", wait } })),
  );
  try {
    const fault = await opening();
    if (fault === null) await read(context);
    else context.endWith(fault);
  } catch (fault) {
    context.snapshot = null;
    context.dispatch({ type: "not-read", source: { kind: "unreadable", anomaly: unexpected(fault) } });
  } finally {
    for (const one of forget) one();
  }
}

/** Has Excel compute all formulas of a workbook that it computes on demand, then reads it. */
export function recalculate(context: SessionContext): Promise<void> {
  return readWorkbook(context, () => {
    context.reading = "recalculated";
    return Promise.resolve(null);
  });
}

/** Reads a workbook of the disk, keeps it in the place of one of the same name, then reads everything again with it. */
export function addWorkbook(context: SessionContext, picked: PickedFile): Promise<void> {
  return readWorkbook(context, async () => {
    const opened = await openPicked(context, picked);
    if (!opened.ok) return opened.anomaly;
    keepOthers(context, [...without(context.others, opened.workbook.cells.file), opened.workbook]);
    return null;
  });
}

/** Keeps workbooks opened together with this one, to be read with it. */
export function keepBeside(context: SessionContext, others: readonly OtherWorkbook[]): void {
  if (others.length > 0) keepOthers(context, [...context.others, ...others]);
}

/** Forgets a workbook of the disk, and reads everything again without it. */
export function removeWorkbook(context: SessionContext, name: string): Promise<void> {
  return readWorkbook(context, () => {
    keepOthers(context, without(context.others, name));
    return Promise.resolve(null);
  });
}

async function read(context: SessionContext): Promise<void> {
  const { port, now } = context.environment;
  await context.tidyUp();
  const reading = await port.openActiveWorkbook(context.watch(), context.reading);
  if (context.isCancelled) return cancelled(context);
  if (!reading.ok) {
    context.snapshot = null;
    return context.dispatch({ type: "not-read", source: { kind: "unreadable", anomaly: reading.anomaly } });
  }
  const { workbook } = reading;
  forgetNamesake(context, workbook.cells.file);
  const { generatedSheets } = workbook;
  const workbooks = [workbook, ...context.others].map(({ cells }) => cells);
  offerOwnCampaigns(context, workbooks);
  context.dispatch({ type: "documents-seen", sheets: generatedSheets });
  context.dispatch({ type: "options-seen", options: optionsSeenIn(workbooks) });
  const { campaign, source } = context.state;
  if (campaign === null) return askCampaign(context, lastCampaign(runsOf(workbook)));
  const taking = billSnapshot(workbook, campaign, now(), context.others);
  const taken = await context.compute(taking);
  if (taken === null) return cancelled(context);
  if (!taken.ok) {
    context.snapshot = null;
    return context.dispatch({ type: "not-read", source: refusedSource(taken.error, workbooks, campaign) });
  }
  const snapshot = await withAnalyses(context, taken.value);
  if (snapshot === null) return cancelled(context);
  context.snapshot = snapshot;
  const preview = previewOfBilling(snapshot.billing, generatedSheets);
  const status = comparedStatus(snapshot, context.written);
  const next = nextStep(preview, status);
  const step = source.kind !== "read" && context.state.step === "lecture" ? next : context.state.step;
  context.dispatch({ type: "documents-seen", status });
  context.dispatch({ type: "read", preview, step, generatedSheets });
}

function cancelled(context: SessionContext): void {
  context.dispatch({ type: "work-ended", notice: { code: "pane-reading-cancelled", params: {} } });
}

/**
 * Returns the step to show after a reading. Columns are not shown first when all of them are understood, and nothing is to
 * be looked for elsewhere.
 */
function nextStep({ unclear, withoutHeadcounts, counts }: Preview, status: DocumentStatus | null): Step {
  if (unclear > 0 || withoutHeadcounts) return "lecture";
  return counts.error === 0 && areOutdated(status) ? "documents" : "controle";
}

/** Suggests the campaign of the journal's last run, when it is offered, and never takes it: the user looks at it, and reads. */
function askCampaign(context: SessionContext, last: number | null): void {
  context.dispatch({ type: "work-ended" });
  const isOffered = last !== null && context.state.campaigns.includes(last);
  if (!isOffered) return context.dispatch({ type: "campaign-wanted" });
  const notice = { code: "pane-campaign-from-journal", params: { year: last } } as const;
  context.dispatch({ type: "campaign-chosen", campaign: last, notice });
}

/**
 * Forgets a workbook of the disk named as the one that is open, and tells that it is not read: sources are told by the file's
 * name alone.
 */
function forgetNamesake(context: SessionContext, open: string): void {
  const others = without(context.others, open);
  if (others.length === context.others.length) return;
  keepOthers(context, others);
  context.dispatch({ type: "troubled", anomaly: fileRefusal("pane-file-is-open", open) });
}

/** Keeps workbooks of the disk for the life of the pane. */
function keepOthers(context: SessionContext, others: readonly OtherWorkbook[]): void {
  context.others = others;
  context.dispatch({ type: "files-kept", files: others.map(({ cells }) => cells.file) });
}
