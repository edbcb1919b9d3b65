import type { KeyedName } from "../../documents";
import type { Explanation } from "../../explain";
import type { Anomaly } from "../../messages";
import type { AnalysesShown, AnalysisName } from "../analyses/model";
import type { ColumnPlace, Effect, OptionsSeen, Settled } from "./choices";
import { shownPoints } from "./points";
import type { CommuneDetail } from "./preview";
import { reduceWork, type WorkEvent } from "./reduce-work";
import { pointsAtOnce, previewOf, type Documents, type PaneState, type Said, type Step } from "./state";

export type PaneEvent =
  | { readonly type: "opened"; readonly readOnly: boolean; readonly step: Step; readonly campaign: number | null }
  | { readonly type: "campaigns-known"; readonly campaigns: readonly number[] }
  | { readonly type: "campaign-chosen"; readonly campaign: number | null }
  | { readonly type: "campaign-suggested"; readonly campaign: number }
  | { readonly type: "campaign-wanted" }
  | { readonly type: "step-opened"; readonly step: Step }
  | { readonly type: "files-kept"; readonly files: readonly string[] }
  | { readonly type: "source-changed" }
  | { readonly type: "own-sheets-seen"; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "documents-seen"; readonly documents: Documents | null }
  | { readonly type: "filtered"; readonly filter: PaneState["filter"] }
  | { readonly type: "point-opened"; readonly point: number | null }
  /** Another cell of the open point. */
  | { readonly type: "place-shown"; readonly place: number }
  | { readonly type: "table-opened"; readonly table: number | null }
  | { readonly type: "more-points" }
  | { readonly type: "searched"; readonly search: string }
  | { readonly type: "commune-opened"; readonly detail: CommuneDetail | null }
  | { readonly type: "explained"; readonly explanation: Explanation }
  /** The user is in the grid, and stays there. */
  | { readonly type: "explanation-followed"; readonly explanation: Explanation }
  | { readonly type: "following"; readonly follows: boolean }
  | { readonly type: "explanation-left" }
  | { readonly type: "analysed"; readonly analyses: AnalysesShown }
  | { readonly type: "analysis-opened"; readonly analysis: AnalysisName | null }
  | { readonly type: "said"; readonly notice: Said }
  /** Said beside what is in trouble, which stays. */
  | { readonly type: "noticed"; readonly notice: Said }
  | { readonly type: "troubled"; readonly anomaly: Anomaly }
  | { readonly type: "trouble-left" }
  | ChoiceEvent
  | WorkEvent;

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
      return withFocus({ ...closeOverlays(state), step: event.step, trouble: null, notice: null });
    case "searched":
      return { ...state, search: event.search };
    case "commune-opened":
      return withFocus({ ...state, commune: event.detail });
    case "explained":
      return withFocus({ ...closeOverlays(state), explanation: event.explanation, trouble: null, notice: null });
    case "explanation-followed":
      return { ...state, explanation: event.explanation, trouble: null, notice: null };
    case "following":
      return { ...state, follows: event.follows };
    case "explanation-left":
      return withFocus({ ...state, explanation: null });
    case "analysed":
      return { ...state, analyses: event.analyses };
    case "analysis-opened":
      return withFocus({
        ...closeOverlays(state),
        step: "repartition",
        analysis: event.analysis,
        trouble: null,
        notice: null,
      });
    case "said":
      return { ...state, notice: event.notice, trouble: null };
    case "noticed":
      return { ...state, notice: event.notice };
    case "troubled":
      return { ...state, trouble: event.anomaly, notice: null };
    case "trouble-left":
      return { ...state, trouble: null };
    case "own-sheets-seen":
      return { ...state, ownSheets: event.ownSheets };
    case "documents-seen":
      return { ...state, documents: event.documents };
    case "files-kept":
      return { ...state, files: event.files };
    case "source-changed":
      return state.source.kind === "read" ? { ...state, changed: true } : state;
    case "filtered":
      return { ...state, filter: event.filter, pointsShown: pointsAtOnce };
    case "point-opened":
      return event.point === null ? { ...state, point: null } : withPoint(state, event.point);
    case "place-shown":
      return { ...state, place: event.place };
    case "table-opened":
      return event.table === null
        ? withFocus({ ...state, table: null, column: null }, "table")
        : withFocus({ ...closeOverlays(state), step: "lecture", table: event.table, trouble: null, notice: null });
    case "more-points":
      return { ...state, pointsShown: state.pointsShown + pointsAtOnce };
    default:
      return isChoiceEvent(event) ? reduceChoice(state, event) : reduceWork(state, event);
  }
}

type ChoiceEvent =
  | { readonly type: "options-seen"; readonly options: OptionsSeen }
  | { readonly type: "settings-opened" }
  | { readonly type: "settings-left" }
  | { readonly type: "column-opened"; readonly column: ColumnPlace | null }
  | { readonly type: "weighed"; readonly key: string; readonly effect: Effect }
  | { readonly type: "choice-started" }
  | { readonly type: "choice-ended" }
  | { readonly type: "choice-kept"; readonly notice: Said; readonly next: Next };

/** What the user goes on with once a choice is kept. */
export type Next =
  | { readonly on: "title" | "column" | "choices" | "comment" }
  /** The point that comes next; null where none is left. */
  | { readonly on: "point"; readonly point: number | null; readonly place?: number }
  /** What was said once, oldest first: the last of it has the focus. */
  | { readonly on: "settled"; readonly settled: readonly Settled[] };

const types: ReadonlySet<string> = new Set<ChoiceEvent["type"]>([
  "options-seen",
  "settings-opened",
  "settings-left",
  "column-opened",
  "weighed",
  "choice-started",
  "choice-ended",
  "choice-kept",
]);

function isChoiceEvent(event: { readonly type: string }): event is ChoiceEvent {
  return types.has(event.type);
}

/** What is chosen in the pane, and the screens where it is. */
function reduceChoice(state: PaneState, event: ChoiceEvent): PaneState {
  switch (event.type) {
    case "options-seen":
      return { ...state, options: event.options };
    case "settings-opened":
      return withFocus({ ...closeOverlays(state), settingsOpen: true, trouble: null, notice: null });
    case "settings-left":
      return withFocus({ ...state, settingsOpen: false, trouble: null, notice: null });
    case "column-opened":
      return event.column === null
        ? withFocus({ ...state, column: null }, "column")
        : withFocus({ ...closeOverlays(state), step: "lecture", table: state.table, column: event.column });
    case "weighed":
      return { ...state, effects: { ...state.effects, [event.key]: event.effect } };
    case "choice-kept": {
      const { notice, next } = event;
      if (next.on === "settled")
        return withFocus({ ...state, notice, settled: next.settled }, next.settled.length > 0 ? "settled" : "title");
      if (next.on !== "point") return withFocus({ ...state, notice }, next.on);
      if (next.point === null) return withFocus({ ...state, notice });
      return withFocus({ ...withPoint(state, next.point, next.place), notice }, "point");
    }
    case "choice-started":
      return {
        ...state,
        work: { kind: "choosing", progress: null },
        trouble: null,
        notice: { code: "pane-choice-started", params: {} },
      };
    case "choice-ended":
      return { ...state, work: { kind: "none" }, notice: null };
  }
}

/** Back to the steps, whatever was open over them. */
function closeOverlays(state: PaneState): PaneState {
  return {
    ...state,
    commune: null,
    explanation: null,
    analysis: null,
    column: null,
    table: null,
    settingsOpen: false,
    asking: "nothing",
  };
}

/** Opened from the ribbon as well: the focus stays where it is, in the grid perhaps. */
function withPoint(state: PaneState, point: number, place = 0): PaneState {
  const points = previewOf(state)?.points ?? [];
  const isShown = shownPoints(points, state.filter).includes(point);
  const filter = isShown ? state.filter : "all";
  const rank = shownPoints(points, filter).indexOf(point);
  return {
    ...closeOverlays(state),
    filter,
    step: "controle",
    point,
    place,
    pointsShown: Math.max(state.pointsShown, rank + 1),
    notice: null,
    trouble: null,
  };
}

/** Something takes the focus: the title of the screen, unless the user goes on with something else. */
export function withFocus(state: PaneState, focusOn: PaneState["focusOn"] = "title"): PaneState {
  return { ...state, focus: state.focus + 1, focusOn };
}
