import { unexpected, type Anomaly, anomaly } from "../../messages";
import type { Aftermath, EditedSheet } from "../../workbook";
import { markIssued } from "../../billing";
import { parseWrittenDate } from "../../cells";
import type { SheetModel } from "../../documents";
import { withAnalyses } from "../analyses/with-analyses";
import { errorsToAccept, freshnessOf, mayDraw, previewOf, acceptanceIn } from "../state/state";
import type { Ending } from "../state/work";
import { notCalculated } from "../texts/support";
import type { SessionContext } from "./context";
import { comparedStatus } from "./documents";
import { previewOfBilling, refusedSource } from "./preview";
import { readWorkbook } from "./read";
import { rebillSnapshot, type Snapshot } from "./snapshot";

/**
 * Asks for a confirmation in the pane, or reports what prevents the generation: outdated readings are read again first.
 */
export function askGeneration(context: SessionContext): void {
  if (freshnessOf(context.state) === "stale") return context.dispatch({ type: "step-opened", step: "documents" });
  if (mayGenerate(context)) context.dispatch({ type: "opened", open: { screen: "confirm" } });
}

/** Returns whether a plan can be written and its errors are accepted; asks for the acceptance when it is missing. */
function mayGenerate(context: SessionContext): boolean {
  const preview = previewOf(context.state);
  if (preview === null || context.isBusy()) return false;
  const { readOnly } = context.state;
  // The plan shows it, on whichever screen the user asked for the generation.
  if (readOnly) return false;
  if (errorsToAccept(context.state) === 0 || acceptanceIn(context.state) === "given") return true;
  context.dispatch({ type: "accepted", acceptance: "wanted" });
  return false;
}

/**
 * Reads the workbook again, compares the result with the preview, and writes only if they agree. Documents edited by
 * hand are shown before they are replaced, unless `replacing` contains them.
 */
export async function generate(context: SessionContext, replacing: readonly EditedSheet[] = []): Promise<void> {
  const before = context.snapshot;
  if (before === null || !mayGenerate(context)) return;
  context.begin("generating");
  try {
    const verified = await verify(context, before);
    if (verified !== null) await publish(context, verified, replacing);
  } catch (fault) {
    context.markUntidy();
    fail(context, unexpected(fault), "unfinished");
  }
}

/** Reads again and returns what is to be written; null when there is nothing to write any more, which is reported. */
async function verify(context: SessionContext, before: Snapshot): Promise<Snapshot | null> {
  const { port, now } = context.environment;
  const cancelled = () => {
    context.dispatch({ type: "ended", ending: { kind: "cancelled", after: "untouched" } });
    return null;
  };
  const reading = await port.openActiveWorkbook(context.watch(), context.reading);
  if (context.isCancelled) return cancelled();
  if (!reading.ok && reading.anomaly.code === notCalculated) {
    context.snapshot = null;
    context.dispatch({ type: "not-read", source: { kind: "unreadable", anomaly: reading.anomaly } });
    return null;
  }
  if (!reading.ok) {
    fail(context, reading.anomaly, "untouched");
    return null;
  }
  const retaking = rebillSnapshot(before, reading.workbook, now(), context.others);
  const again = await context.compute(retaking);
  if (again === null) return cancelled();
  if (again.kind === "refused") {
    context.snapshot = null;
    const workbooks = [reading.workbook, ...context.others].map(({ cells }) => cells);
    context.dispatch({ type: "not-read", source: refusedSource(again.refusals, workbooks, before.campaign) });
    return null;
  }
  const snapshot = await withAnalyses(context, again.snapshot);
  if (snapshot === null) return cancelled();
  context.snapshot = snapshot;
  const { generatedSheets } = snapshot.workbook;
  context.dispatch({
    type: "preview-renewed",
    preview: previewOfBilling(snapshot.billing, generatedSheets),
    generatedSheets,
  });
  if (again.kind === "same" && snapshot.kept === before.kept) return snapshot;
  context.dispatch({ type: "documents-seen", status: comparedStatus(snapshot, context.written) });
  context.dispatch({ type: "ended", ending: { kind: "changed" } });
  return null;
}

/** Writes what the documents changed by hand may be replaced by, once that is accepted. */
export async function replaceEdits(context: SessionContext): Promise<void> {
  const { ending } = context.state;
  if (ending.kind === "edited") await generate(context, ending.sheets);
}

async function publish(context: SessionContext, snapshot: Snapshot, replacing: readonly EditedSheet[]): Promise<void> {
  const { port } = context.environment;
  const published = await port.publish(snapshot.billing.sheets, context.watch(), replacing);
  if (published.ok) {
    context.written = snapshot;
    // The sheets just written and the screen that announces them are drawn in a turn each.
    await context.environment.scheduler.pause();
    context.dispatch({
      type: "generated",
      sheets: published.sheets,
      remark: published.remark,
      canUndo: port.canUndo(),
    });
    return context.keepView();
  }
  if (published.edited !== undefined)
    return context.dispatch({ type: "ended", ending: { kind: "edited", sheets: published.edited } });
  const { cancelled, anomaly, after } = published;
  if (after === "unfinished") context.markUntidy();
  if (cancelled) context.dispatch({ type: "ended", ending: { kind: "cancelled", after } });
  else fail(context, anomaly, after);
}

/** Reports why a generation failed, the state in which it leaves the workbook and the step that failed. */
function fail(context: SessionContext, anomaly: Anomaly | null, after: Aftermath): void {
  const { work } = context.state;
  const at = work.kind === "generating" ? work.progress : null;
  context.dispatch({ type: "ended", ending: { kind: "failed", anomaly, after, at } });
}

/** Asks for a confirmation before the undo; reports when there is nothing to undo. */
export function askUndo(context: SessionContext): void {
  if (context.isBusy()) return;
  context.dispatch({ type: "step-opened", step: "documents" });
  if (context.state.documents.canUndo) context.dispatch({ type: "opened", open: { screen: "undo" } });
  else context.say("pane-undo-impossible");
}

/** Puts back the generated sheets as they were before the last generation. */
export async function undo(context: SessionContext): Promise<void> {
  const { port } = context.environment;
  if (context.isBusy()) return;
  context.begin("undoing");
  try {
    const outcome = await port.undoPublication(context.watch());
    context.written = null;
    const canUndo = port.canUndo();
    const ending: Ending = outcome.ok ? { kind: "undone" } : { kind: "undo-failed", anomaly: outcome.anomaly };
    context.dispatch({ type: "ended", ending, canUndo });
    if (!outcome.ok) return;
    context.keepView();
    if (context.state.documents.last === "issue") await readWithoutIssue(context, ending);
  } catch (fault) {
    context.markUntidy();
    const ending = { kind: "undo-failed", anomaly: unexpected(fault) } as const;
    context.dispatch({ type: "ended", ending, canUndo: port.canUndo() });
  }
}

/** Reads again what was read as issued; the screen that tells that it no longer is comes back. */
async function readWithoutIssue(context: SessionContext, ending: Ending): Promise<void> {
  // As long as it is not read again, what was read is of before.
  context.dispatch({ type: "source-changed" });
  await readWorkbook(context);
  if (context.state.source.kind === "read") context.dispatch({ type: "ended", ending });
}

/** The fields about an issued état, as typed. */
export interface IssueWritten {
  /** « 2014-01 », or « 2014-01, version 1 »; blank: the état of the last generation. */
  readonly number: string;
  readonly date: string;
  readonly bordereau: string;
  readonly titre: string;
}

/**
 * Marks an état as issued, with a row of the Journal, written whole or not at all, and undone like a generation.
 * Resolves to the faults, and writes nothing then; to an empty list once it is written and the workbook read again.
 */
export async function markAsIssued(context: SessionContext, written: IssueWritten): Promise<readonly Anomaly[]> {
  if (context.state.readOnly) return [anomaly("error", "pane-read-only")];
  if (context.isBusy()) return [];
  const date = parseWrittenDate(written.date);
  if (date === null) return [anomaly("error", "pane-issue-bad-date", { value: written.date.trim() })];
  const { port, now } = context.environment;
  context.begin("issuing");
  try {
    const reading = await port.openActiveWorkbook(context.watch(), context.reading);
    if (!reading.ok) return stop(context, [reading.anomaly]);
    const { number, bordereau, titre } = written;
    const note = { number: textOrNull(number), date, bordereau: textOrNull(bordereau), titre: textOrNull(titre) };
    const marked = markIssued(reading.workbook, note, now());
    if (!marked.ok) return stop(context, marked.error);
    const refusal = await writeJournal(context, marked.value.journal);
    if (refusal !== null) return stop(context, [refusal]);
  } catch (fault) {
    context.markUntidy();
    return stop(context, [unexpected(fault)]);
  }
  const { ending } = context.state;
  context.dispatch({ type: "issue-written", canUndo: port.canUndo() });
  context.keepView();
  await readWorkbook(context);
  // The documents are still those that were issued: their screen comes back, rather than the plan of others.
  if (ending.kind === "done" && mayDraw(context.state)) context.dispatch({ type: "ended", ending });
  context.say("pane-issue-written");
  return [];
}

/** Writes the Journal alone; returns why it is as it was, or null. */
async function writeJournal(context: SessionContext, journal: SheetModel): Promise<Anomaly | null> {
  const published = await context.environment.port.publish([journal], context.watch(), []);
  if (published.ok) return null;
  if (published.edited !== undefined) {
    const cells = published.edited.flatMap((sheet) => sheet.cells).join(", ");
    return anomaly("error", "pane-issue-journal-edited", { sheet: journal.name, cells }, { sheet: journal.name });
  }
  if (published.after === "unfinished") context.markUntidy();
  return published.anomaly ?? anomaly("error", "pane-issue-not-written");
}

function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

function stop(context: SessionContext, faults: readonly Anomaly[]): readonly Anomaly[] {
  context.dispatch({ type: "work-ended", notice: null });
  return faults;
}
