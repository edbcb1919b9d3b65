import type { KeyedName } from "../../documents";
import type { MessageCode } from "../../messages";
import type { AnalysesShown } from "../analyses/kept";
import type { EditEffect } from "./edit-effect";
import { anomalyKey, campaignYear, planOf, type Plan, type Preview } from "./preview";
import {
  acceptanceIn,
  pointsAtOnce,
  previewOf,
  quiet,
  tableUnder,
  withFocus,
  withRead,
  type Acceptance,
  type DocumentsInPlace,
  type Open,
  type PaneState,
  type Notice,
  type Source,
  type Step,
  type Transitions,
} from "./state";
import type { Ending, Work } from "./work";

/** The progress of a work, without whether it is being cancelled. */
type Course = Work extends infer Kind
  ? Kind extends { readonly cancelling: boolean }
    ? Omit<Kind, "cancelling">
    : never
  : never;

const idle = { kind: "none" } as const;

interface Read {
  readonly preview: Preview;
  readonly generatedSheets: readonly KeyedName[];
}

/** Whether the user did not ask for it; the focus then does not move. */
interface ByItself {
  readonly byItself?: boolean;
}

/** A source that cannot be billed. */
type Unread = Extract<Source, { kind: "refused" | "unreadable" }>;

/** The state of the pane at the beginning of each work. */
const beginnings = {
  reading: (state) => ({
    ...state,
    ...quiet,
    work: { kind: "reading", wait: "silent", cancelling: false },
    open: state.open?.screen === "confirm" || state.open?.screen === "undo" ? null : state.open,
    settled: [],
  }),
  generating: (state) =>
    withFocus({
      ...withoutPdfs(state),
      ...quiet,
      step: "documents",
      open: null,
      ending: idle,
      work: { kind: "generating", progress: null, cancelling: false },
    }),
  undoing: (state) => withFocus({ ...withoutPdfs(state), step: "documents", open: null, work: { kind: "undoing" } }),
  choosing: (state) => writing(state, "choosing", "pane-choice-started"),
  issuing: (state) => writing(state, "issuing", "pane-issue-started"),
  convening: (state) => ({ ...state, ...quiet, work: { kind: "convening" } }),
  trying: (state) => ({ ...state, ...quiet, work: { kind: "trying" } }),
  /** The focus stays on the button that asked for PDFs, which stops them. */
  drawing: (state) => ({
    ...withoutPdfs(state),
    ...quiet,
    work: { kind: "drawing", done: 0, total: null, cancelling: false },
  }),
} satisfies Readonly<Record<Exclude<Work["kind"], "none">, (state: PaneState) => PaneState>>;

/** The beginning, the progress and the end of a work: reading, generating, undoing. */
export const workTransitions = {
  "work-started": (state, { work }: { readonly work: keyof typeof beginnings }) =>
    // A reading tells the effect of an edit itself; after any other work, the edit is no longer the last thing done.
    beginnings[work](work === "reading" ? state : { ...state, lastEdit: null }),
  /** Nothing, once it is over. */
  "work-went-on": (state, { work }: { readonly work: Course }) =>
    state.work.kind === work.kind && "cancelling" in state.work
      ? { ...state, work: { ...work, cancelling: state.work.cancelling } }
      : state,
  "cancel-asked": (state) =>
    "cancelling" in state.work ? { ...state, work: { ...state.work, cancelling: true } } : state,
  /** The work is over, or was abandoned; `notice` replaces the current notice. */
  "work-ended": (state, { notice = state.notice }: { readonly notice?: Notice | null }) => ({
    ...state,
    work: idle,
    notice,
  }),
  /** `edit`: what the change that it follows did. */
  read: (
    state,
    {
      step,
      byItself,
      edit = null,
      ...read
    }: Read & ByItself & { readonly step: Step; readonly edit?: EditEffect | null },
  ) => {
    const list = edit === null ? {} : { list: { ...state.list, ...samePoint(state, read.preview) } };
    const shown = { ...withoutPdfs(showing(state, read)), ...list };
    // The acceptance of errors still holds when an edit does not change their number.
    const isAccepted = edit !== null && edit.errors.before === edit.errors.after;
    const accepted = isAccepted ? withRead(shown, { acceptance: acceptanceIn(state) }) : shown;
    return withFocusUnless(byItself, { ...accepted, work: idle, step, ending: idle, lastEdit: edit });
  },
  "not-read": (state, { source, byItself }: ByItself & { readonly source: Unread }) =>
    withFocusUnless(byItself, {
      ...{ ...state, work: idle, source, ending: idle, lastEdit: null },
      open: withoutDetail(state.open),
    }),
  /** The focus stays in the current field. */
  tried: (state, { analyses, plan }: { readonly analyses: AnalysesShown; readonly plan: Plan }) => ({
    ...withoutPdfs(withPlan(state, plan)),
    work: idle,
    analyses,
    ending: idle,
  }),
  accepted: (state, { acceptance }: { readonly acceptance: Acceptance }) => withRead(state, { acceptance }),
  "preview-renewed": (state, read: Read) =>
    withRead(showing(state, read), { acceptance: acceptanceIn(state) === "given" ? "given" : "none" }),
  /** `remark`: what Excel refused of how the sheets look, or null. */
  generated: (
    state,
    { sheets, remark, canUndo }: Omit<Extract<Ending, { kind: "done" }>, "kind"> & { readonly canUndo: boolean },
  ) => ({
    ...planned(ended(state, { kind: "done", sheets, remark }), sheets),
    documents: { sheets, former: state.documents.sheets ?? [], canUndo, last: "generation", status: null, pdfs: null },
  }),
  /** A row of the Journal records the issue; only that row can be undone from now on. */
  "issue-written": (state, { canUndo }: { readonly canUndo: boolean }) => ({
    ...state,
    work: idle,
    open: null,
    documents: { ...state.documents, former: state.documents.sheets ?? [], canUndo, last: "issue" },
  }),
  /** A generation, or its undoing, ended otherwise. */
  ended: (state, { ending, canUndo }: { readonly ending: Ending; readonly canUndo?: boolean }) => {
    const documents = { ...state.documents, canUndo: canUndo ?? state.documents.canUndo };
    const after = ended(state, ending);
    // What is undone of an issue is a row of the Journal: the documents stay.
    return ending.kind === "undone" && documents.last === "generation"
      ? { ...planned(after, documents.former), documents: { ...documents, sheets: null, status: null } }
      : { ...after, documents };
  },
  "pdfs-saved": (state, { pdfs }: Pick<DocumentsInPlace, "pdfs">) => ({
    ...state,
    work: idle,
    documents: { ...state.documents, pdfs },
  }),
  "ending-left": (state) => withFocus({ ...state, ending: idle }),
} satisfies Transitions;

function withFocusUnless(byItself: boolean | undefined, state: PaneState): PaneState {
  return byItself === true ? state : withFocus(state);
}

/** Shows a fresh preview, and takes back what was decided over the one before. */
function showing(state: PaneState, { preview, generatedSheets }: Read): PaneState {
  return {
    ...state,
    source: { kind: "read", preview, hasChanged: false, isFollowed: false, acceptance: "none", effects: {} },
    campaign: campaignYear(preview),
    documents: { ...state.documents, sheets: generatedSheets },
    list: { filter: hasAny(state, preview) ? state.list.filter : "all", point: null, place: 0, drawn: pointsAtOnce },
    open: stillOpen(state.open, preview),
  };
}

/**
 * Returns the screen that stays open after a reading: details of the former statement close; a table stays open when it
 * still exists.
 */
function stillOpen(open: Open | null, { tables }: Preview): Open | null {
  if (open?.screen !== "table" && open?.screen !== "column")
    return open?.screen === "explanation" ? null : withoutDetail(open);
  const under = tableUnder(open);
  return under !== null && under.table < tables.length ? under : null;
}

function withoutDetail(open: Open | null): Open | null {
  return open?.screen === "commune" ? null : open;
}

/** Returns the indexes of the open point and of its cell after a new reading; null when it is settled. */
function samePoint(state: PaneState, { points }: Preview): Pick<PaneState["list"], "point" | "place"> {
  const { point, place } = state.list;
  const shown = previewOf(state)?.points[point ?? -1]?.anomalies[place];
  for (const [index, { anomalies }] of shown === undefined ? [] : points.entries()) {
    const at = anomalies.findIndex((one) => anomalyKey(one) === anomalyKey(shown!));
    if (at >= 0) return { point: index, place: at };
  }
  return { point: null, place: 0 };
}

/** Returns whether the list's filter still lets something through. */
function hasAny({ list: { filter }, options }: PaneState, { counts }: Preview): boolean {
  if (filter === "choices") return options.kind === "seen" && options.groups.length > 0;
  return filter === "all" || counts[filter] > 0;
}

/** Plans what the next run would replace among these documents. */
function planned(state: PaneState, generatedSheets: readonly KeyedName[]): PaneState {
  const preview = previewOf(state);
  return preview === null ? state : withPlan(state, planOf(preview.plan.sheets, generatedSheets));
}

function withPlan(state: PaneState, plan: Plan): PaneState {
  const preview = previewOf(state);
  return preview === null ? state : withRead(state, { preview: { ...preview, plan } });
}

/** Forgets the PDFs: what was drawn is of other documents. */
function withoutPdfs(state: PaneState): PaneState {
  return { ...state, documents: { ...state.documents, pdfs: null } };
}

/** Returns the state while a choice, or an issued document, is being written. */
function writing(state: PaneState, kind: "choosing" | "issuing", code: MessageCode): PaneState {
  return { ...state, work: { kind }, trouble: null, notice: { code, params: {} } };
}

function ended(state: PaneState, ending: Ending): PaneState {
  const after = ending.kind === "changed" ? withRead(state, { acceptance: "none" }) : state;
  return withFocus({ ...after, work: idle, ending });
}
