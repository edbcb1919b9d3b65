import type { KeyedName } from "../../documents";
import type { Anomaly } from "../../messages";
import type { Aftermath, EditedSheet, Progress } from "../../workbook/office";
import type { AnalysesShown } from "../analyses/model";
import { planOf } from "../operations/preview";
import type { Plan, Preview } from "./preview";
import { withFocus } from "./reduce";
import { pointsAtOnce, previewOf, type Ending, type PaneState, type Source, type Step, type Wait } from "./state";

export type WorkEvent =
  | { readonly type: "reading-started" }
  | { readonly type: "waited"; readonly wait: Wait }
  | { readonly type: "progressed"; readonly progress: Progress }
  | { readonly type: "cancel-asked" }
  | { readonly type: "reading-ended" }
  | { readonly type: "reading-cancelled" }
  | { readonly type: "read"; readonly preview: Preview; readonly step: Step; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "not-read"; readonly source: Extract<Source, { kind: "refused" | "unreadable" }> }
  | { readonly type: "trial-started" }
  | { readonly type: "tried"; readonly analyses: AnalysesShown; readonly plan: Plan }
  | { readonly type: "accepted"; readonly accepted: boolean }
  | { readonly type: "generation-held"; readonly why: "points" | "read-only" }
  | { readonly type: "generation-asked" }
  | { readonly type: "undo-asked" }
  | { readonly type: "asking-left" }
  | { readonly type: "generation-started" }
  | { readonly type: "preview-renewed"; readonly preview: Preview; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "source-differs" }
  | { readonly type: "edits-found"; readonly sheets: readonly EditedSheet[] }
  | {
      readonly type: "generated";
      readonly sheets: readonly KeyedName[];
      /** What Excel refused of how they look, or null. */
      readonly remark: Anomaly | null;
      readonly canUndo: boolean;
    }
  | { readonly type: "generation-cancelled"; readonly after: Aftermath }
  | { readonly type: "generation-failed"; readonly anomaly: Anomaly | null; readonly after: Aftermath }
  | { readonly type: "undo-started" }
  | { readonly type: "undone"; readonly canUndo: boolean }
  | { readonly type: "undo-failed"; readonly anomaly: Anomaly; readonly canUndo: boolean }
  | { readonly type: "ending-left" };

const none = { kind: "none" } as const;

/** What begins, goes on and ends: reading, generating, undoing. */
export function reduceWork(state: PaneState, event: WorkEvent): PaneState {
  switch (event.type) {
    case "reading-started":
      return {
        ...state,
        work: { kind: "reading", wait: "silent", progress: null, cancelling: false },
        trouble: null,
        notice: null,
        asking: "nothing",
        settled: [],
      };
    case "waited":
      return state.work.kind === "reading" ? { ...state, work: { ...state.work, wait: event.wait } } : state;
    case "progressed":
      return state.work.kind === "none" || state.work.kind === "choosing" || state.work.kind === "trying"
        ? state
        : { ...state, work: { ...state.work, progress: event.progress } };
    case "cancel-asked":
      return state.work.kind === "reading" || state.work.kind === "generating"
        ? { ...state, work: { ...state.work, cancelling: true } }
        : state;
    case "reading-ended":
      return { ...state, work: none };
    case "reading-cancelled":
      return { ...state, work: none, notice: { code: "pane-reading-cancelled", params: {} } };
    case "read":
      return withFocus({
        ...showing(state, event.preview, event.ownSheets),
        work: none,
        step: event.step,
        ending: none,
      });
    case "not-read":
      return withFocus({ ...state, work: none, source: event.source, changed: false, ending: none, commune: null });
    case "trial-started":
      return { ...state, work: { kind: "trying", progress: null }, trouble: null, notice: null };
    case "tried":
      // The focus stays in the field that the user goes on from.
      return { ...withPlan(state, event.plan), work: none, analyses: event.analyses, ending: none };
    case "accepted":
      return { ...state, accepted: event.accepted, held: "no" };
    case "generation-held":
      return { ...state, held: event.why };
    case "generation-asked":
      return { ...state, asking: "generate", held: "no" };
    case "undo-asked":
      return { ...state, asking: "undo" };
    case "asking-left":
      return { ...state, asking: "nothing" };
    case "generation-started":
      return withFocus({
        ...state,
        step: "documents",
        asking: "nothing",
        trouble: null,
        notice: null,
        ending: none,
        work: { kind: "generating", progress: null, cancelling: false },
      });
    case "preview-renewed":
      return { ...showing(state, event.preview, event.ownSheets), accepted: state.accepted };
    case "source-differs":
      return ended(state, { kind: "changed" });
    case "edits-found":
      return ended(state, { kind: "edited", sheets: event.sheets });
    case "generated":
      return {
        ...planned(ended(state, { kind: "done", sheets: event.sheets, remark: event.remark }), event.sheets),
        canUndo: event.canUndo,
        ownSheets: event.sheets,
        documents: null,
        formerSheets: state.ownSheets ?? [],
      };
    case "generation-cancelled":
      return ended(state, { kind: "cancelled", after: event.after });
    case "generation-failed":
      return ended(state, {
        kind: "failed",
        anomaly: event.anomaly,
        after: event.after,
        at: state.work.kind === "generating" ? state.work.progress : null,
      });
    case "undo-started":
      return withFocus({ ...state, step: "documents", asking: "nothing", work: { kind: "undoing", progress: null } });
    case "undone":
      return {
        ...planned(ended(state, { kind: "undone" }), state.formerSheets),
        canUndo: event.canUndo,
        ownSheets: null,
        documents: null,
      };
    case "undo-failed":
      return { ...ended(state, { kind: "undo-failed", anomaly: event.anomaly }), canUndo: event.canUndo };
    case "ending-left":
      return withFocus({ ...state, ending: none });
  }
}

/** A fresh preview takes back what was decided over the one before. */
function showing(state: PaneState, preview: Preview, ownSheets: readonly KeyedName[]): PaneState {
  return {
    ...state,
    source: { kind: "read", preview },
    campaign: preview.campaign,
    ownSheets,
    changed: false,
    accepted: false,
    held: "no",
    filter: hasAny(state, preview) ? state.filter : "all",
    point: null,
    place: 0,
    pointsShown: pointsAtOnce,
    commune: null,
    explanation: null,
    column: null,
    table: state.table !== null && state.table < preview.tables.length ? state.table : null,
    effects: {},
  };
}

/** Whether the list's filter still lets something through. */
function hasAny({ filter, options }: PaneState, { counts }: Preview): boolean {
  if (filter === "choices") return options.kind === "seen" && options.groups.length > 0;
  return filter === "all" || counts[filter] > 0;
}

/** What a next run would replace, now that these documents stand. */
function planned(state: PaneState, ownSheets: readonly KeyedName[]): PaneState {
  const preview = previewOf(state);
  return preview === null ? state : withPlan(state, planOf(preview.plan.sheets, ownSheets));
}

function withPlan(state: PaneState, plan: Plan): PaneState {
  const preview = previewOf(state);
  return preview === null ? state : { ...state, source: { kind: "read", preview: { ...preview, plan } } };
}

function ended(state: PaneState, ending: Ending): PaneState {
  return withFocus({ ...state, work: none, ending, accepted: ending.kind === "changed" ? false : state.accepted });
}
