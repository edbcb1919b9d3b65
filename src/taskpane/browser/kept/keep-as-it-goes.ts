import { issueOfRow, journalColumns, keptJournal, type KeptJournal } from "../../../documents";
import { InTurn, type PageWorkbook, type UserStep } from "../../../workbook/in-page";
import type { Session } from "../../operations/session";
import { countChoices } from "../../state/choices";
import type { Mapping } from "../../../inventory";
import type { Preview } from "../../state/preview";
import { previewOf } from "../../state/state";
import { savedName } from "../saving";
import type { KeptIssue, KeptWork, WorkStore } from "./work-store";

/**
 * Saves the work on a workbook in the browser's storage at each change, once the workbook is read; deletes it once it
 * is saved to a file, with `former`, the work that went on in another file. `onKept` receives the time of the last save,
 * null when nothing is kept. Returns a function that stops this.
 */
export function keepAsItGoes(
  held: PageWorkbook,
  session: Session,
  store: WorkStore,
  onKept: (at: string | null) => void,
  former: string = held.fingerprint,
): () => void {
  const turn = new InTurn();
  /** What the kept work was made of; empty when nothing is kept. */
  let kept: readonly unknown[] = former === held.fingerprint ? [] : [former];
  const follow = () => {
    const { hasUnsaved, steps, open } = held;
    const { step, campaign, files, options } = session.state;
    const preview = previewOf(session.state);
    // Till the workbook is read, what was kept last stays.
    if (hasUnsaved && preview === null) return;
    const now = hasUnsaved
      ? [steps, open.journalRows, open.generatedSheets.length, preview, step, campaign, files, options]
      : [];
    if (now.length === kept.length && now.every((one, at) => one === kept[at])) return;
    kept = now;
    const work = hasUnsaved && preview !== null ? workOn(held, session, preview) : null;
    const done = turn.do<unknown>(async () => {
      await (work === null ? store.forget(held.fingerprint) : store.keep(work));
      if (former !== held.fingerprint) await store.forget(former);
    });
    void done.then(
      () => onKept(work?.at ?? null),
      () => onKept(null),
    );
  };
  const stops = [held.subscribe(follow), session.store.subscribe(follow)];
  follow();
  return () => stops.forEach((stop) => stop());
}

/** Returns the work to keep on a workbook that is read. */
function workOn(held: PageWorkbook, { state, environment }: Session, preview: Preview): KeptWork {
  const optionsSheet = state.options.kind === "seen" ? state.options.sheet : null;
  const keeps = keepable(held.steps, preview, optionsSheet);
  const edits = held.steps.flatMap((step) => (step.kind === "edit" ? step.edits : []));
  const cells = edits.filter(({ sheet }) => sheet !== optionsSheet && keeps(sheet));
  const { open } = held;
  const kept = (steps: readonly UserStep[]) => steps.flatMap((step) => onlyIn(keeps, step));
  const journal = keptJournal(open);
  return {
    fingerprint: held.fingerprint,
    file: open.cells.file,
    others: state.files,
    at: environment.now(),
    steps: kept(held.steps),
    view: { step: state.step, campaign: state.campaign },
    cells: new Set(cells.map(({ sheet, row, column }) => `${row} ${column} ${sheet}`)).size,
    choices: countChoices(state.options),
    total: preview.statement.total.toFixed(2),
    errors: preview.counts.error,
    hasDocuments: open.generatedSheets.some(({ key }) => key !== "journal"),
    without: [...new Set(edits.map(({ sheet }) => sheet))].filter((sheet) => !keeps(sheet)),
    ...(journal !== null && { journal, issued: issuesOf(journal) }),
    saves: held.saves.map(({ fingerprint, steps }) => ({
      file: savedName(open),
      fingerprint,
      steps: kept(held.steps.slice(0, steps)).length,
    })),
  };
}

/** Returns the états that a Journal marks as issued, each with its total. */
function issuesOf({ rows, ledger }: KeptJournal): KeptIssue[] {
  return ledger.issued.map(({ campaign, number, version, date }) => {
    const row = rows.findLast((one) => one[journalColumns.campaign] === campaign && issueOfRow(one) !== null);
    const total = row?.[journalColumns.total];
    return { campaign, number, version, date, total: typeof total === "number" ? total.toFixed(2) : "" };
  });
}

/**
 * Returns which sheets may have their cells kept: those that are read, except lists of pupils, the options and the
 * settings of a convention. Any other sheet may name a pupil. (decisions §8)
 */
function keepable(
  steps: readonly UserStep[],
  { tables }: Preview,
  optionsSheet: string | null,
): (sheet: string) => boolean {
  const own = tables.filter(({ sheet }) => sheet.otherFile === null);
  const named = (some: readonly Mapping[]) => new Set(some.map(({ sheet }) => sheet.name));
  const read = named(own.filter(({ rows }) => rows !== null));
  const ofPupils = named(own.filter(({ layout }) => layout === "pupil-list"));
  const put = new Set(steps.flatMap((step) => (step.kind === "put-sheets" ? step.sheets.map(({ name }) => name) : [])));
  return (sheet) => sheet === optionsSheet || put.has(sheet) || (read.has(sheet) && !ofPupils.has(sheet));
}

/** Returns a step without the cells of other sheets; empty when nothing remains. */
function onlyIn(keeps: (sheet: string) => boolean, step: UserStep): UserStep[] {
  if (step.kind !== "edit") return [step];
  const edits = step.edits.filter(({ sheet }) => keeps(sheet));
  return edits.length === 0 ? [] : [{ ...step, edits }];
}
