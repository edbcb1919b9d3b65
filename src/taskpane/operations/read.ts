import type { SheetCells } from "../../cells";
import { unexpected, type Anomaly } from "../../messages";
import type { OpenedWorkbook } from "../../workbook";
import { withAnalyses } from "../analyses/with-analyses";
import type { Preview } from "../state/preview";
import { previewOf, type DocumentStatus, type Step } from "../state/state";
import type { Wait } from "../state/work";
import { offerOwnCampaigns, proposedCampaignInSteps } from "./campaigns";
import type { SessionContext } from "./context";
import { editEffect } from "./edit-effect";
import { opensWithWorkbook } from "./environment";
import { comparedStatus, reportStatus } from "./documents";
import { optionsSeenIn } from "./options-seen";
import { previewOfBilling, refusedSource } from "./preview";
import { fileRefusal, openPicked, without, type PickedFile } from "./picked-files";
import { billSnapshot, type OtherWorkbook, type SourceState } from "./snapshot";

/** The times, in milliseconds, at which a long reading shows more. */
const patience: readonly (readonly [number, Wait])[] = [
  [500, "words"],
  [2_000, "bar"],
  [10_000, "way-out"],
];

/** Runs before a reading; resolves to null, or to the anomaly that stops it. */
type Opening = () => Promise<Anomaly | null>;

/**
 * Reads the workbook and bills the chosen campaign, or else the one that the workbook gives; asks for one when there is
 * none. Changes no sheet.
 */
export function readWorkbook(context: SessionContext, opening: Opening = () => Promise.resolve(null)): Promise<void> {
  return reading(context, async () => {
    const fault = await opening();
    if (fault === null) await read(context);
    else context.endWith(fault);
  });
}

/**
 * Examines the workbook as the pane opens, after `begin`: proposes a campaign and, when it is short and does not
 * disturb the user, reads the workbook; otherwise checks whether its documents are up to date.
 */
export function openWorkbook(context: SessionContext, begin: () => Promise<void>): Promise<void> {
  return reading(context, async () => {
    context.dispatch({ type: "work-went-on", work: { kind: "reading", wait: "words" } });
    await begin();
    await open(context);
  });
}

async function reading(context: SessionContext, act: () => Promise<void>): Promise<void> {
  if (context.isBusy()) return;
  context.begin("reading");
  const forget = patience.map(([delay, wait]) =>
    context.environment.after(delay, () => context.dispatch({ type: "work-went-on", work: { kind: "reading", wait } })),
  );
  try {
    await act();
  } catch (fault) {
    context.snapshot = null;
    context.dispatch({ type: "not-read", source: { kind: "unreadable", anomaly: unexpected(fault) } });
  } finally {
    for (const one of forget) one();
  }
}

/** Bills another campaign: reads the workbook for it, the focus staying on what chose it. */
export function changeCampaign(context: SessionContext, campaign: number): Promise<void> {
  context.dispatch({ type: "campaign-chosen", campaign });
  return reading(context, () => read(context, true));
}

/** Has Excel compute all formulas of a workbook that it computes on demand, then reads it. */
export function recalculate(context: SessionContext): Promise<void> {
  return readWorkbook(context, () => {
    context.reading = "recalculated";
    return Promise.resolve(null);
  });
}

/** Reads a workbook from disk, in place of one of the same name, then reads everything again with it. */
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

async function read(context: SessionContext, byItself = false): Promise<void> {
  const since = context.environment.scheduler.clock();
  await context.tidyUp();
  const reading = await context.environment.port.openActiveWorkbook(context.watch(), context.reading);
  if (context.isCancelled) return cancelled(context);
  if (!reading.ok) {
    context.snapshot = null;
    return context.dispatch({ type: "not-read", source: { kind: "unreadable", anomaly: reading.anomaly } });
  }
  const { workbook } = reading;
  seeWorkbook(context, workbook);
  if (context.state.campaign === null) await proposeCampaign(context, workbook);
  if (context.state.campaign !== null) return billOrCancel(context, workbook, { since, byItself });
  context.dispatch({ type: "work-ended" });
  context.dispatch({ type: "campaign-wanted" });
}

/** Bills a workbook that is read, or reports that the user cancelled. */
async function billOrCancel(context: SessionContext, workbook: OpenedWorkbook, manner: Manner): Promise<void> {
  if (!(await bill(context, workbook, manner))) cancelled(context);
}

/** The maximum number of cells read without being asked, about two seconds: those of some 20,000 rows. */
const mostCells = 200_000;

async function open(context: SessionContext): Promise<void> {
  const { environment } = context;
  const { port, readingEmptiesUndo, isInView } = environment;
  const takesNothing = readingEmptiesUndo !== true || opensWithWorkbook(environment) === true;
  const mayRead = takesNothing && isInView();
  const since = environment.scheduler.clock();
  const reading = await port.openActiveWorkbook(context.watch(), mayRead ? context.reading : "glance");
  if (context.isCancelled) return cancelled(context);
  // When Excel does not answer now, the reading that the user asks for reports it.
  if (!reading.ok) return context.dispatch({ type: "work-ended" });
  const { workbook } = reading;
  seeWorkbook(context, workbook);
  await proposeCampaign(context, workbook);
  const cells = [workbook, ...context.others].flatMap(({ cells }) => cells.sheets).reduce(addCells, 0);
  if (mayRead && context.state.campaign !== null && cells <= mostCells)
    return billOrCancel(context, workbook, { since, byItself: true });
  if (workbook.generatedSheets.length > 0) await reportStatus(context, workbook);
  context.dispatch({ type: "work-ended" });
}

const addCells = (sum: number, { rows }: SheetCells): number => sum + rows.reduce((all, row) => all + row.length, 0);

/** Records what a workbook contains besides its inventory: its possible campaigns, its documents, its options. */
export function seeWorkbook(context: SessionContext, workbook: OpenedWorkbook): void {
  forgetNamesake(context, workbook.cells.file);
  const workbooks = [workbook, ...context.others].map(({ cells }) => cells);
  offerOwnCampaigns(context, workbooks);
  context.dispatch({ type: "documents-seen", sheets: workbook.generatedSheets });
  context.dispatch({ type: "options-seen", options: optionsSeenIn(workbooks) });
}

async function proposeCampaign(context: SessionContext, workbook: OpenedWorkbook): Promise<void> {
  // The words of the language are learnt on the first text: a workbook that just opened is drawn before it.
  await context.environment.scheduler.pause();
  const { campaign: kept, campaigns, notice } = context.state;
  const found = await context.compute(proposedCampaignInSteps(workbook, campaigns, kept));
  if (found === null) return;
  const { campaign, notice: from } = found;
  const shown = notice ?? from;
  context.dispatch({ type: "campaign-chosen", campaign, ...(shown === null ? {} : { notice: shown }) });
}

/** How a workbook is billed. */
interface Manner {
  /** When its reading began, on the clock of the scheduler. */
  readonly since: number;
  /** Whether the user did not ask for it; the focus then does not move. */
  readonly byItself: boolean;
  /** It follows changes of cells, whose effect is shown, by their addresses; `isPast`: other changes came since. */
  readonly after?: {
    readonly changes: readonly string[];
    readonly isPast: () => boolean;
    /** The state of the sheets, which was compared first. */
    readonly source: SourceState;
  };
}

/** Bills a workbook that is read, and shows it; resolves to false when it was stopped. */
export async function bill(
  context: SessionContext,
  workbook: OpenedWorkbook,
  { since, byItself, after }: Manner,
): Promise<boolean> {
  const { scheduler, now } = context.environment;
  const { campaign, source } = context.state;
  const before = context.snapshot;
  if (campaign === null) throw new Error("No campaign is chosen.");
  const taken = await context.compute(
    billSnapshot(workbook, campaign, now(), context.others, after?.source),
    after?.isPast,
  );
  if (taken === null) return false;
  if (!taken.ok) {
    context.snapshot = null;
    const workbooks = [workbook, ...context.others].map(({ cells }) => cells);
    context.dispatch({ type: "not-read", source: refusedSource(taken.error, workbooks, campaign), byItself });
    return true;
  }
  const snapshot = await withAnalyses(context, taken.value, after?.isPast);
  if (snapshot === null || after?.isPast() === true) return false;
  context.snapshot = snapshot;
  // The first one, whose code comes and is compiled meanwhile, takes some three times as long as the next.
  context.lastReading = (scheduler.clock() - since) / (before === null ? 3 : 1);
  const { generatedSheets } = workbook;
  const preview = previewOfBilling(snapshot.billing, generatedSheets);
  const status = comparedStatus(snapshot, context.written);
  const next = nextStep(preview, status);
  const step = source.kind !== "read" && context.state.step === "lecture" ? next : context.state.step;
  const counts = { before: previewOf(context.state)?.counts ?? preview.counts, now: preview.counts };
  const edit = after === undefined || before === null ? null : editEffect(before, snapshot, counts, after.changes);
  context.dispatch({ type: "documents-seen", status });
  context.dispatch({ type: "read", preview, step, generatedSheets, byItself, edit });
  return true;
}

function cancelled(context: SessionContext): void {
  context.dispatch({ type: "work-ended", notice: { code: "pane-reading-cancelled", params: {} } });
}

/**
 * Returns the step to show after a reading: Lecture when a column is not understood or headcounts are missing,
 * Documents when there is nothing to correct and the present documents can be compared, else Contrôle.
 */
function nextStep({ unclear, withoutHeadcounts, counts }: Preview, status: DocumentStatus | null): Step {
  if (unclear.size > 0 || withoutHeadcounts) return "lecture";
  return counts.error === 0 && status !== null && status.differences !== null ? "documents" : "controle";
}

/**
 * Removes a file with the same name as the open workbook, and reports that it is not read: sources are identified by
 * file name.
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
