import { markIssued } from "../../billing";
import { parseWrittenDate } from "../../cells";
import { unexpected, anomaly, type Anomaly } from "../../messages";
import type { SheetModel } from "../../documents";
import type { SessionContext } from "./context";
import { readWorkbook } from "./read";

/** What is said of an état that was issued, as it is typed. */
export interface IssueWritten {
  /** « 2014-01 », or « 2014-01, version 1 »; blank: the état of the last generation. */
  readonly number: string;
  readonly date: string;
  readonly bordereau: string;
  readonly titre: string;
}

/**
 * Marks an état as issued: a row of the Journal says so, written whole or not at all, and can be undone as a generation can.
 * Resolves to all that is wrong, and nothing is written then; to none once it is done and the workbook read again.
 */
export async function markAsIssued(context: SessionContext, written: IssueWritten): Promise<readonly Anomaly[]> {
  if (context.state.readOnly) return [anomaly("error", "pane-read-only")];
  if (context.isBusy()) return [];
  const date = parseWrittenDate(written.date);
  if (date === null) return [anomaly("error", "pane-issue-bad-date", { value: written.date.trim() })];
  const { port, now } = context.environment;
  context.begin({ type: "work-started", work: "issuing" });
  try {
    const reading = await port.openActiveWorkbook(context.watch());
    if (!reading.ok) return stop(context, [reading.anomaly]);
    const { number, bordereau, titre } = written;
    const note = { number: said(number), date, bordereau: said(bordereau), titre: said(titre) };
    const marked = markIssued(reading.workbook, note, now());
    if (!marked.ok) return stop(context, marked.error);
    const refusal = await write(context, marked.value.journal);
    if (refusal !== null) return stop(context, [refusal]);
  } catch (fault) {
    context.markUntidy();
    return stop(context, [unexpected(fault)]);
  }
  context.dispatch({ type: "issue-written", canUndo: port.canUndo() });
  context.keepView();
  await readWorkbook(context);
  context.say("pane-issue-written");
  return [];
}

/** Writes the Journal alone; returns why it is as it was, or null. */
async function write(context: SessionContext, journal: SheetModel): Promise<Anomaly | null> {
  const published = await context.environment.port.publish([journal], context.watch(), []);
  if (published.ok) return null;
  if (published.edited !== undefined) {
    const cells = published.edited.flatMap((sheet) => sheet.cells).join(", ");
    return anomaly("error", "pane-issue-journal-edited", { sheet: journal.name, cells }, { sheet: journal.name });
  }
  if (published.after === "unfinished") context.markUntidy();
  return published.anomaly ?? anomaly("error", "pane-issue-not-written");
}

function said(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

function stop(context: SessionContext, faults: readonly Anomaly[]): readonly Anomaly[] {
  context.dispatch({ type: "work-ended", notice: null });
  return faults;
}
