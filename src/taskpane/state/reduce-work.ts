import type { KeyedName } from "../../documents";
import type { Progress } from "../../workbook/office";
import type { AnalysesShown } from "../analyses/kept";
import { campaignOf, planOf, type Plan, type Preview } from "./preview";
import {
  pointsAtOnce,
  previewOf,
  tableUnder,
  withFocus,
  type Ending,
  type Open,
  type PaneState,
  type Said,
  type Source,
  type Step,
  type Transitions,
  type Wait,
} from "./state";

const none = { kind: "none" } as const;

interface Read {
  readonly preview: Preview;
  readonly ownSheets: readonly KeyedName[];
}

/** What is told while something is written. */
const started = { choosing: "pane-choice-started", issuing: "pane-issue-started" } as const;

/** What begins, goes on and ends: reading, generating, undoing. */
export const workTransitions = {
  "reading-started": (state) => ({
    ...state,
    work: { kind: "reading", wait: "silent", cancelling: false },
    trouble: null,
    notice: null,
    open: state.open?.screen === "confirm" || state.open?.screen === "undo" ? null : state.open,
    settled: [],
  }),
  waited: (state, { wait }: { readonly wait: Wait }) =>
    state.work.kind === "reading" ? { ...state, work: { ...state.work, wait } } : state,
  progressed: (state, { progress }: { readonly progress: Progress }) =>
    state.work.kind === "generating" ? { ...state, work: { ...state.work, progress } } : state,
  "cancel-asked": (state) =>
    state.work.kind === "reading" || state.work.kind === "generating" || state.work.kind === "drawing"
      ? { ...state, work: { ...state.work, cancelling: true } }
      : state,
  /** What was begun is over, or was given up; `notice`: what takes the place of what is told. */
  "work-ended": (state, { notice = state.notice }: { readonly notice?: Said | null }) => ({
    ...state,
    work: none,
    notice,
  }),
  read: (state, { step, ...read }: Read & { readonly step: Step }) =>
    withFocus({ ...showing(state, read), work: none, step, ending: none, pdfs: null }),
  "not-read": (state, { source }: { readonly source: Extract<Source, { kind: "refused" | "unreadable" }> }) =>
    withFocus({ ...state, work: none, source, ending: none, open: withoutDetail(state.open) }),
  /** A choice, or what was issued, is being written; or prices are being tried. */
  "work-started": (state, { work }: { readonly work: "choosing" | "trying" | "issuing" }) => ({
    ...state,
    work: { kind: work },
    trouble: null,
    notice: work === "trying" ? null : { code: started[work], params: {} },
  }),
  /** The focus stays in the field that the user goes on from. */
  tried: (state, { analyses, plan }: { readonly analyses: AnalysesShown; readonly plan: Plan }) => ({
    ...withPlan(state, plan),
    work: none,
    analyses,
    ending: none,
    pdfs: null,
  }),
  accepted: (state, { acceptance }: Pick<PaneState, "acceptance">) => ({ ...state, acceptance }),
  "generation-started": (state) =>
    withFocus({
      ...state,
      step: "documents",
      open: null,
      trouble: null,
      notice: null,
      ending: none,
      pdfs: null,
      work: { kind: "generating", progress: null, cancelling: false },
    }),
  "preview-renewed": (state, read: Read) => ({
    ...showing(state, read),
    acceptance: state.acceptance === "given" ? "given" : "none",
  }),
  /** `remark`: what Excel refused of how the sheets look, or null. */
  generated: (
    state,
    { sheets, remark, canUndo }: Omit<Extract<Ending, { kind: "done" }>, "kind"> & { readonly canUndo: boolean },
  ) => ({
    ...planned(ended(state, { kind: "done", sheets, remark }), sheets),
    documents: { sheets, former: state.documents.sheets ?? [], canUndo, last: "generation", status: null },
  }),
  /** A row of the Journal says what was issued; it can be undone, and nothing else any more. */
  "issue-written": (state, { canUndo }: { readonly canUndo: boolean }) => ({
    ...state,
    work: none,
    open: null,
    documents: { ...state.documents, former: state.documents.sheets ?? [], canUndo, last: "issue" },
  }),
  /** A generation, or its undoing, ended otherwise. */
  ended: (state, { ending, canUndo }: { readonly ending: Ending; readonly canUndo?: boolean }) => {
    const documents = { ...state.documents, canUndo: canUndo ?? state.documents.canUndo };
    const after = ended(state, ending);
    return ending.kind === "undone"
      ? { ...planned(after, documents.former), documents: { ...documents, sheets: null, status: null } }
      : { ...after, documents };
  },
  "undo-started": (state) =>
    withFocus({ ...state, step: "documents", open: null, pdfs: null, work: { kind: "undoing" } }),
  /** PDFs are asked for; the focus stays on their button, which stops them. */
  "drawing-started": (state) => ({
    ...state,
    trouble: null,
    notice: null,
    pdfs: null,
    work: { kind: "drawing", done: 0, total: null, cancelling: false },
  }),
  "drawing-went-on": (state, { done, total }: { readonly done: number; readonly total: number }) =>
    state.work.kind === "drawing" ? { ...state, work: { ...state.work, done, total } } : state,
  "pdfs-saved": (state, { pdfs }: Pick<PaneState, "pdfs">) => ({ ...state, work: none, pdfs }),
  "ending-left": (state) => withFocus({ ...state, ending: none }),
} satisfies Transitions;

/** A fresh preview takes back what was decided over the one before. */
function showing(state: PaneState, { preview, ownSheets }: Read): PaneState {
  return {
    ...state,
    source: { kind: "read", preview, hasChanged: false },
    campaign: campaignOf(preview),
    documents: { ...state.documents, sheets: ownSheets },
    acceptance: "none",
    list: { filter: hasAny(state, preview) ? state.list.filter : "all", point: null, place: 0, drawn: pointsAtOnce },
    open: stillOpen(state.open, preview),
    effects: {},
  };
}
/** Details of the statement that was read before close; a table stays where there still is one. */
function stillOpen(open: Open | null, { tables }: Preview): Open | null {
  if (open?.screen !== "table" && open?.screen !== "column")
    return open?.screen === "explanation" ? null : withoutDetail(open);
  const under = tableUnder(open);
  return under !== null && under.table < tables.length ? under : null;
}

function withoutDetail(open: Open | null): Open | null {
  return open?.screen === "commune" ? null : open;
}

/** Whether the list's filter still lets something through. */
function hasAny({ list: { filter }, options }: PaneState, { counts }: Preview): boolean {
  if (filter === "choices") return options.kind === "seen" && options.groups.length > 0;
  return filter === "all" || counts[filter] > 0;
}

/** What a next run would replace, now that these documents stand. */
function planned(state: PaneState, ownSheets: readonly KeyedName[]): PaneState {
  const preview = previewOf(state);
  return preview === null ? state : withPlan(state, planOf(preview.plan.sheets, ownSheets));
}

function withPlan(state: PaneState, plan: Plan): PaneState {
  const { source } = state;
  if (source.kind !== "read") return state;
  return { ...state, source: { ...source, preview: { ...source.preview, plan } } };
}

function ended(state: PaneState, ending: Ending): PaneState {
  return withFocus({
    ...state,
    work: none,
    ending,
    acceptance: ending.kind === "changed" ? "none" : state.acceptance,
  });
}
