import type { KeyedName } from "../../documents";
import type { Explanation } from "../../explain";
import type { Anomaly } from "../../messages";
import type { AnalysesShown } from "../analyses/model";
import type { Effect, OptionsSeen, Settled } from "./choices";
import { shownPoints } from "./points";
import { reduceWork, type WorkEvent } from "./reduce-work";
import {
  pointsAtOnce,
  previewOf,
  tableUnder,
  withFocus,
  type Documents,
  type Open,
  type PaneState,
  type Said,
  type Step,
} from "./state";

export type PaneEvent =
  | { readonly type: "started"; readonly readOnly: boolean; readonly step: Step; readonly campaign: number | null }
  | { readonly type: "campaigns-known"; readonly campaigns: readonly number[] }
  /** `notice`: where it comes from, if not from the user. */
  | { readonly type: "campaign-chosen"; readonly campaign: number | null; readonly notice?: Said }
  | { readonly type: "campaign-wanted" }
  | { readonly type: "step-opened"; readonly step: Step }
  /** A screen over the steps; it takes the place of the one that was. */
  | { readonly type: "opened"; readonly open: Open }
  | { readonly type: "closed" }
  | { readonly type: "files-kept"; readonly files: readonly string[] }
  | { readonly type: "source-changed" }
  | { readonly type: "own-sheets-seen"; readonly ownSheets: readonly KeyedName[] }
  | { readonly type: "documents-seen"; readonly documents: Documents | null }
  | { readonly type: "options-seen"; readonly options: OptionsSeen }
  | { readonly type: "filtered"; readonly filter: PaneState["filter"] }
  | { readonly type: "point-opened"; readonly point: number | null }
  /** Another cell of the open point. */
  | { readonly type: "place-shown"; readonly place: number }
  | { readonly type: "more-points" }
  | { readonly type: "searched"; readonly search: string }
  /** The user is in the grid, and stays there. */
  | { readonly type: "explanation-followed"; readonly explanation: Explanation }
  | { readonly type: "following"; readonly follows: boolean }
  | { readonly type: "analysed"; readonly analyses: AnalysesShown }
  | { readonly type: "effect-estimated"; readonly key: string; readonly effect: Effect }
  | { readonly type: "choice-kept"; readonly notice: Said; readonly next: Next }
  /** `besideTrouble`: what is in trouble stays. */
  | { readonly type: "said"; readonly notice: Said; readonly besideTrouble?: true }
  | { readonly type: "troubled"; readonly anomaly: Anomaly }
  | { readonly type: "trouble-left" }
  | WorkEvent;

/** What the user goes on with once a choice is kept. */
export type Next =
  | { readonly on: "title" | "column" | "choices" | "comment" }
  /** The point that comes next; null where none is left. */
  | { readonly on: "point"; readonly point: number | null; readonly place?: number }
  /** What was said once, oldest first: the last of it has the focus. */
  | { readonly on: "settled"; readonly settled: readonly Settled[] };

/** Nothing is told any more. */
const quiet = { notice: null, trouble: null } as const;

/** Returns the next state of the pane. Pure: nothing here reads a workbook, a clock or a screen. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "started":
      return { ...state, readOnly: event.readOnly, step: event.step, campaign: event.campaign };
    case "campaigns-known": {
      const { campaigns } = event;
      const stands = state.campaign === null || campaigns.includes(state.campaign);
      return { ...state, campaigns, campaign: stands ? state.campaign : null };
    }
    case "campaign-chosen":
      return { ...state, campaign: event.campaign, campaignWanted: false, notice: event.notice ?? null };
    case "campaign-wanted":
      return { ...state, campaignWanted: true };
    case "step-opened":
      return withFocus({ ...state, ...quiet, open: null, step: event.step });
    case "opened":
      return opening(state, event.open);
    case "closed":
      return closing(state);
    case "searched":
      return { ...state, search: event.search };
    case "explanation-followed":
      return { ...state, ...quiet, open: { screen: "explanation", explanation: event.explanation } };
    case "following":
      return { ...state, follows: event.follows };
    case "analysed":
      return { ...state, analyses: event.analyses };
    case "said":
      return { ...state, notice: event.notice, trouble: event.besideTrouble === true ? state.trouble : null };
    case "troubled":
      return { ...state, trouble: event.anomaly, notice: null };
    case "trouble-left":
      return { ...state, trouble: null };
    case "own-sheets-seen":
      return { ...state, ownSheets: event.ownSheets };
    case "documents-seen":
      return { ...state, documents: event.documents };
    case "options-seen":
      return { ...state, options: event.options };
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
    case "more-points":
      return { ...state, pointsShown: state.pointsShown + pointsAtOnce };
    case "effect-estimated":
      return { ...state, effects: { ...state.effects, [event.key]: event.effect } };
    case "choice-kept":
      return { ...goingOn(state, event.next), notice: event.notice };
    default:
      return reduceWork(state, event);
  }
}

function opening(state: PaneState, open: Open): PaneState {
  switch (open.screen) {
    case "confirm":
      return { ...state, open, held: "no" };
    case "undo":
      return { ...state, open };
    case "commune":
      return withFocus({ ...state, open });
    case "column":
      return withFocus({ ...state, open, step: "lecture" });
    case "table":
      return withFocus({ ...state, ...quiet, open, step: "lecture" });
    case "analysis":
      return withFocus({ ...state, ...quiet, open, step: "repartition" });
    case "explanation":
    case "settings":
      return withFocus({ ...state, ...quiet, open });
  }
}

/** The focus goes back to what the screen was opened from, or to the title. */
function closing(state: PaneState): PaneState {
  const closed = { ...state, open: null };
  switch (state.open?.screen) {
    case undefined:
      return state;
    // Their screens give the focus to their titles.
    case "confirm":
    case "undo":
      return closed;
    case "column":
      return withFocus({ ...state, open: tableUnder(state.open) }, "column");
    case "table":
      return withFocus(closed, "table");
    case "settings":
    case "analysis":
      return withFocus({ ...closed, ...quiet });
    case "explanation":
    case "commune":
      return withFocus(closed);
  }
}

function goingOn(state: PaneState, next: Next): PaneState {
  switch (next.on) {
    case "settled":
      return withFocus({ ...state, settled: next.settled }, next.settled.length > 0 ? "settled" : "title");
    case "point":
      return next.point === null ? withFocus(state) : withFocus(withPoint(state, next.point, next.place), "point");
    default:
      return withFocus(state, next.on);
  }
}

/** Opened from the ribbon as well: the focus stays where it is, in the grid perhaps. */
function withPoint(state: PaneState, point: number, place = 0): PaneState {
  const points = previewOf(state)?.points ?? [];
  const isShown = shownPoints(points, state.filter).includes(point);
  const filter = isShown ? state.filter : "all";
  const rank = shownPoints(points, filter).indexOf(point);
  return {
    ...state,
    ...quiet,
    open: null,
    filter,
    step: "controle",
    point,
    place,
    pointsShown: Math.max(state.pointsShown, rank + 1),
  };
}
