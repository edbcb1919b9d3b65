import type { Anomaly } from "../../messages";
import type { KeyedName } from "../../sheets";
import type { Aftermath, EditedSheet, Progress } from "../../workbook/office";
import type { CommuneDetail, Preview } from "./preview-types";
import { shownPoints } from "./points";
import { planOf } from "./preview";
import { pointsAtOnce, previewOf } from "./state";
import type { Ending, PaneState, Said, Source, Step, Wait } from "./state";

export type PaneEvent =
  | { readonly type: "opened"; readonly readOnly: boolean; readonly step: Step; readonly campaign: number | null }
  | { readonly type: "campaigns-known"; readonly campaigns: readonly number[] }
  | { readonly type: "campaign-chosen"; readonly campaign: number | null }
  | { readonly type: "campaign-suggested"; readonly campaign: number }
  | { readonly type: "campaign-wanted" }
  | { readonly type: "step-opened"; readonly step: Step }
  | { readonly type: "reading-started" }
  | { readonly type: "waited"; readonly wait: Wait }
  | { readonly type: "progressed"; readonly progress: Progress }
  | { readonly type: "cancel-asked" }
  | { readonly type: "reading-ended" }
  | { readonly type: "reading-cancelled" }
  | { readonly type: "read"; readonly preview: Preview; readonly step: Step; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "not-read"; readonly source: Extract<Source, { kind: "refused" | "unreadable" }> }
  | { readonly type: "files-kept"; readonly files: readonly string[] }
  | { readonly type: "source-changed" }
  | { readonly type: "own-sheets-seen"; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "accepted"; readonly accepted: boolean }
  | { readonly type: "generation-held"; readonly why: "points" | "read-only" }
  | { readonly type: "generation-asked" }
  | { readonly type: "undo-asked" }
  | { readonly type: "asking-left" }
  | { readonly type: "generation-started" }
  | { readonly type: "preview-renewed"; readonly preview: Preview; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "source-differs" }
  | { readonly type: "edits-found"; readonly sheets: readonly EditedSheet[] }
  | { readonly type: "generated"; readonly sheets: readonly KeyedName[]; readonly canUndo: boolean }
  | { readonly type: "generation-cancelled"; readonly after: Aftermath }
  | { readonly type: "generation-failed"; readonly anomaly: Anomaly | null; readonly after: Aftermath }
  | { readonly type: "undo-started" }
  | { readonly type: "undone"; readonly canUndo: boolean }
  | { readonly type: "undo-failed"; readonly anomaly: Anomaly; readonly canUndo: boolean }
  | { readonly type: "ending-left" }
  | { readonly type: "filtered"; readonly filter: PaneState["filter"] }
  | { readonly type: "point-opened"; readonly point: number | null }
  | { readonly type: "more-points" }
  | { readonly type: "searched"; readonly search: string }
  | { readonly type: "commune-opened"; readonly detail: CommuneDetail | null }
  | { readonly type: "said"; readonly notice: Said }
  | { readonly type: "troubled"; readonly anomaly: Anomaly }
  | { readonly type: "trouble-left" };

const none = { kind: "none" } as const;

/** The next state of the pane. Pure: nothing here reads a workbook, a clock or a screen. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "opened":
      return { ...state, readOnly: event.readOnly, step: event.step, campaign: event.campaign };
    case "campaigns-known": {
      const { campaigns } = event;
      const stands = state.campaign === null || campaigns.includes(state.campaign);
      return { ...state, campaigns, campaign: stands ? state.campaign : null };
    }
    case "campaign-chosen":
      return { ...state, campaign: event.campaign, campaignWanted: false, notice: null };
    case "campaign-suggested":
      return {
        ...state,
        campaign: event.campaign,
        campaignWanted: false,
        notice: { code: "pane-campaign-from-journal", params: { year: event.campaign } },
      };
    case "campaign-wanted":
      return { ...state, campaignWanted: true };
    case "step-opened":
      return withFocus({ ...state, step: event.step, commune: null, trouble: null, notice: null, asking: "nothing" });
    case "searched":
      return { ...state, search: event.search };
    case "commune-opened":
      return withFocus({ ...state, commune: event.detail });
    case "said":
      return { ...state, notice: event.notice, trouble: null };
    case "troubled":
      return { ...state, trouble: event.anomaly, notice: null };
    case "trouble-left":
      return { ...state, trouble: null };
    case "own-sheets-seen":
      return { ...state, ownSheets: event.ownSheets };
    case "files-kept":
      return { ...state, files: event.files };
    case "source-changed":
      return state.source.kind === "read" ? { ...state, changed: true } : state;
    case "filtered":
      return { ...state, filter: event.filter, pointsShown: pointsAtOnce };
    case "point-opened":
      return event.point === null ? { ...state, point: null } : withPoint(state, event.point);
    case "more-points":
      return { ...state, pointsShown: state.pointsShown + pointsAtOnce };
    default:
      return reduceWork(state, event);
  }
}

type WorkEvent = Extract<
  PaneEvent,
  {
    type:
      | `reading-${string}`
      | "waited"
      | "progressed"
      | "cancel-asked"
      | "read"
      | "not-read"
      | "accepted"
      | `generation-${string}`
      | "undo-asked"
      | "asking-left"
      | "preview-renewed"
      | "source-differs"
      | "edits-found"
      | "generated"
      | "undo-started"
      | "undone"
      | "undo-failed"
      | "ending-left";
  }
>;

/** What begins, goes on and ends: reading, generating, undoing. */
function reduceWork(state: PaneState, event: WorkEvent): PaneState {
  switch (event.type) {
    case "reading-started":
      return {
        ...state,
        work: { kind: "reading", wait: "silent", progress: null, cancelling: false },
        trouble: null,
        notice: null,
        asking: "nothing",
      };
    case "waited":
      return state.work.kind === "reading" ? { ...state, work: { ...state.work, wait: event.wait } } : state;
    case "progressed":
      return state.work.kind === "none" ? state : { ...state, work: { ...state.work, progress: event.progress } };
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
        ...planned(ended(state, { kind: "done", sheets: event.sheets }), event.sheets),
        canUndo: event.canUndo,
        ownSheets: event.sheets,
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
    point: null,
    pointsShown: pointsAtOnce,
    commune: null,
  };
}

/** What a next run would replace, now that these documents stand. */
function planned(state: PaneState, ownSheets: readonly KeyedName[]): PaneState {
  const preview = previewOf(state);
  if (preview === null) return state;
  return { ...state, source: { kind: "read", preview: { ...preview, plan: planOf(preview.plan.sheets, ownSheets) } } };
}

function ended(state: PaneState, ending: Ending): PaneState {
  return withFocus({ ...state, work: none, ending, accepted: ending.kind === "changed" ? false : state.accepted });
}

/** Opened from the ribbon as well: the focus stays where it is, in the grid perhaps. */
function withPoint(state: PaneState, point: number): PaneState {
  const place = shownPoints(previewOf(state)?.points ?? [], state.filter).indexOf(point);
  return {
    ...state,
    step: "controle",
    point,
    pointsShown: Math.max(state.pointsShown, place + 1),
    notice: null,
    trouble: null,
  };
}

function withFocus(state: PaneState): PaneState {
  return { ...state, focus: state.focus + 1 };
}
