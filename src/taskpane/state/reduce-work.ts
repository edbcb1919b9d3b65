import type { KeyedName } from "../../documents";
import type { Anomaly } from "../../messages";
import type { Progress } from "../../workbook/office";
import type { AnalysesShown } from "../analyses/model";
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
  type Wait,
} from "./state";

export type WorkEvent =
  | { readonly type: "reading-started" }
  | { readonly type: "waited"; readonly wait: Wait }
  | { readonly type: "progressed"; readonly progress: Progress }
  | { readonly type: "cancel-asked" }
  /** What was begun is over, or was given up; `notice`: what takes the place of what is told. */
  | { readonly type: "work-ended"; readonly notice?: Said | null }
  | { readonly type: "read"; readonly preview: Preview; readonly step: Step; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "not-read"; readonly source: Extract<Source, { kind: "refused" | "unreadable" }> }
  /** A choice is being written, or prices are being tried. */
  | { readonly type: "work-started"; readonly work: "choosing" | "trying" }
  | { readonly type: "tried"; readonly analyses: AnalysesShown; readonly plan: Plan }
  | { readonly type: "accepted"; readonly accepted: boolean }
  | { readonly type: "generation-held"; readonly why: "points" | "read-only" }
  | { readonly type: "generation-started" }
  | { readonly type: "preview-renewed"; readonly preview: Preview; readonly ownSheets: readonly KeyedName[] }
  | {
      readonly type: "generated";
      readonly sheets: readonly KeyedName[];
      /** What Excel refused of how they look, or null. */
      readonly remark: Anomaly | null;
      readonly canUndo: boolean;
    }
  /** A generation, or its undoing, ended otherwise. */
  | { readonly type: "ended"; readonly ending: Ending; readonly canUndo?: boolean }
  | { readonly type: "undo-started" }
  | { readonly type: "undone"; readonly canUndo: boolean }
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
        open: state.open?.screen === "confirm" || state.open?.screen === "undo" ? null : state.open,
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
    case "work-ended":
      return { ...state, work: none, notice: event.notice === undefined ? state.notice : event.notice };
    case "read":
      return withFocus({
        ...showing(state, event.preview, event.ownSheets),
        work: none,
        step: event.step,
        ending: none,
      });
    case "not-read":
      return withFocus({
        ...state,
        work: none,
        source: event.source,
        changed: false,
        ending: none,
        open: withoutDetail(state.open),
      });
    case "work-started":
      return {
        ...state,
        work: { kind: event.work, progress: null },
        trouble: null,
        notice: event.work === "choosing" ? { code: "pane-choice-started", params: {} } : null,
      };
    case "tried":
      // The focus stays in the field that the user goes on from.
      return { ...withPlan(state, event.plan), work: none, analyses: event.analyses, ending: none };
    case "accepted":
      return { ...state, accepted: event.accepted, held: "no" };
    case "generation-held":
      return { ...state, held: event.why };
    case "generation-started":
      return withFocus({
        ...state,
        step: "documents",
        open: null,
        trouble: null,
        notice: null,
        ending: none,
        work: { kind: "generating", progress: null, cancelling: false },
      });
    case "preview-renewed":
      return { ...showing(state, event.preview, event.ownSheets), accepted: state.accepted };
    case "generated":
      return {
        ...planned(ended(state, { kind: "done", sheets: event.sheets, remark: event.remark }), event.sheets),
        canUndo: event.canUndo,
        ownSheets: event.sheets,
        documents: null,
        formerSheets: state.ownSheets ?? [],
      };
    case "ended":
      return { ...ended(state, event.ending), canUndo: event.canUndo ?? state.canUndo };
    case "undo-started":
      return withFocus({ ...state, step: "documents", open: null, work: { kind: "undoing", progress: null } });
    case "undone":
      return {
        ...planned(ended(state, { kind: "undone" }), state.formerSheets),
        canUndo: event.canUndo,
        ownSheets: null,
        documents: null,
      };
    case "ending-left":
      return withFocus({ ...state, ending: none });
  }
}

/** A fresh preview takes back what was decided over the one before. */
function showing(state: PaneState, preview: Preview, ownSheets: readonly KeyedName[]): PaneState {
  return {
    ...state,
    source: { kind: "read", preview },
    campaign: campaignOf(preview),
    ownSheets,
    changed: false,
    accepted: false,
    held: "no",
    filter: hasAny(state, preview) ? state.filter : "all",
    point: null,
    place: 0,
    pointsShown: pointsAtOnce,
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
