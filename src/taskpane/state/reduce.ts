import type { KeyedName } from "../../documents";
import type { Explanation } from "../../explain";
import type { Anomaly, MessageCode, Nouns } from "../../messages";
import { isInForce, type Effect, type Settled } from "./choices";
import { shownPoints, type PointList } from "./preview";
import { workTransitions } from "./reduce-work";
import {
  effectsIn,
  pointsAtOnce,
  previewOf,
  quiet,
  tableUnder,
  withFocus,
  withRead,
  type DocumentStatus,
  type Open,
  type PaneState,
  type Notice,
  type Transitions,
} from "./state";

/** Where the user continues once a choice is saved. */
export type Next =
  | { readonly on: "title" | "column" | "choices" | "comment" }
  /** The next point; null when none is left, or when none was open. `settled`: the answers given, oldest first. */
  | {
      readonly on: "point";
      readonly point: number | null;
      readonly place?: number;
      readonly settled?: readonly Settled[];
    };

/** The events of the pane and the state that each makes; those of `reduce-work` are about works. */
const transitions = {
  ...workTransitions,
  started: (state, { readOnly, step, campaign }: Pick<PaneState, "readOnly" | "step" | "campaign">) => ({
    ...state,
    readOnly,
    step,
    campaign,
  }),
  /** `nouns`: those of the convention of a workbook, when it has one. */
  "campaigns-known": (state, event: Pick<PaneState, "campaigns"> & { readonly nouns?: Nouns | null }) => {
    const { campaigns, nouns = null } = event;
    const isOffered = state.campaign === null || campaigns.includes(state.campaign);
    return { ...state, campaigns, ownNouns: nouns, campaign: isOffered ? state.campaign : null };
  },
  /** `notice`: the origin of the campaign, if it is not the user. */
  "campaign-chosen": (state, event: Pick<PaneState, "campaign"> & { readonly notice?: Notice }) => ({
    ...state,
    campaign: event.campaign,
    campaignWanted: false,
    notice: event.notice ?? null,
  }),
  "campaign-wanted": (state) => ({ ...state, campaignWanted: true }),
  "step-opened": (state, { step }: Pick<PaneState, "step">) => withFocus({ ...state, ...quiet, open: null, step }),
  /** A screen over the steps; it takes the place of the one that was. */
  opened: (state, { open }: { readonly open: Open }) => opening(state, open),
  closed: (state) => closing(state),
  searched: (state, { search }: Pick<PaneState, "search">) => ({ ...state, search }),
  /** The user is in the grid, and stays there. */
  "explanation-followed": (state, { explanation }: { readonly explanation: Explanation }) => ({
    ...state,
    ...quiet,
    open: { screen: "explanation", explanation },
  }),
  /** The user selected another cell or sheet, as far as the pane knows. */
  "looked-elsewhere": (state) => state,
  "workbook-saved": (state) => ({ ...state, lastEdit: null }),
  following: (state, { follows }: Pick<PaneState, "follows">) => ({ ...state, follows }),
  "convention-changed": (state, { convention }: Pick<PaneState, "convention">) => ({ ...state, convention }),
  analysed: (state, { analyses }: Pick<PaneState, "analyses">) => ({ ...state, analyses }),
  /** `besideTrouble`: keeps the current trouble. */
  "notice-given": (state, { notice, besideTrouble }: { readonly notice: Notice; readonly besideTrouble?: true }) => ({
    ...state,
    notice,
    trouble: besideTrouble === true ? state.trouble : null,
  }),
  troubled: (state, { anomaly }: { readonly anomaly: Anomaly }) => ({ ...state, trouble: anomaly, notice: null }),
  "trouble-left": (state) => ({ ...state, trouble: null }),
  /** An absent field was not read. */
  "documents-seen": (
    state,
    seen: { readonly sheets?: readonly KeyedName[]; readonly status?: DocumentStatus | null },
  ) => {
    const { sheets = state.documents.sheets, status = state.documents.status } = seen;
    return { ...state, documents: { ...state.documents, sheets, status } };
  },
  "options-seen": (state, { options }: Pick<PaneState, "options">) => ({ ...state, options }),
  "earlier-options": (state, { earlier }: Pick<PaneState, "earlier">) => ({ ...state, earlier }),
  /** Choices were undone in their sheet: notices about them disappear. */
  "choices-undone": (state, { options }: Pick<PaneState, "options">) => ({
    ...state,
    options,
    settled: state.settled.filter((one) => isInForce(one, options)),
    notice: null,
  }),
  "files-kept": (state, { files }: Pick<PaneState, "files">) => ({ ...state, files }),
  /** `isFollowed`: it is about to be read again. */
  "source-changed": (state, { isFollowed = false }: { readonly isFollowed?: boolean }) => {
    const isPast = !isFollowed && state.lastEdit !== null;
    return withRead(isPast ? { ...state, lastEdit: null } : state, { hasChanged: true, isFollowed });
  },
  /** The change is not in what was read. */
  "source-unchanged": (state) => withRead(state, { hasChanged: false, isFollowed: false }),
  filtered: (state, { filter }: Pick<PointList, "filter">) => ({
    ...state,
    list: { ...state.list, filter, drawn: pointsAtOnce },
  }),
  /** `takesFocus`: the focus moves to the pane. */
  "point-opened": (
    state,
    { point, place, takesFocus = false }: Pick<PointList, "point"> & { place?: number; takesFocus?: boolean },
  ) => {
    if (point === null) return { ...state, list: { ...state.list, point } };
    const opened = withPoint(state, point, place);
    return takesFocus ? withFocus(opened, "point") : opened;
  },
  /** Another cell of the open point. */
  "place-shown": (state, { place }: Pick<PointList, "place">) => ({ ...state, list: { ...state.list, place } }),
  "more-points": (state) => ({ ...state, list: { ...state.list, drawn: state.list.drawn + pointsAtOnce } }),
  "effect-estimated": (state, { key, effect }: { readonly key: string; readonly effect: Effect }) =>
    withRead(state, { effects: { ...effectsIn(state), [key]: effect } }),
  "choice-kept": (state, { notice, next }: { readonly notice: Notice; readonly next: Next }) => ({
    ...goingOn(state, next),
    notice,
  }),
} satisfies Transitions;

type Payload<Transition> = Transition extends (state: PaneState, event: infer Event) => PaneState ? Event : never;

export type PaneEvent = {
  [Type in keyof typeof transitions]: { readonly type: Type } & Payload<(typeof transitions)[Type]>;
}[keyof typeof transitions];

/** Notices about the place shown to the user, until the next action. */
const ofThePlace: ReadonlySet<MessageCode> = new Set<MessageCode>(["pane-sheet-shown", "pane-cell-selected"]);
/** Notices about what was just done, until something else is. */
const ofTheLastAct: ReadonlySet<MessageCode> = new Set<MessageCode>([
  "pane-issue-written",
  "pane-choice-kept",
  "pane-choice-kept-left",
]);
/** Events that the user does not cause. */
const byThemselves: ReadonlySet<PaneEvent["type"]> = new Set<PaneEvent["type"]>([
  "campaigns-known",
  "documents-seen",
  "options-seen",
  "files-kept",
  "effect-estimated",
  "work-went-on",
]);

/** Returns the next state of the pane. Pure: nothing here reads a workbook, a clock or a screen. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  const transition: Transitions[string] = transitions[event.type];
  const next = transition(state, event as never);
  const isPast = next.notice !== null && next.notice === state.notice && endsNotice(event, next.notice);
  return isPast ? { ...next, notice: null } : next;
}

function endsNotice({ type }: PaneEvent, { code, ofPoint }: Notice): boolean {
  if (byThemselves.has(type)) return false;
  if (ofThePlace.has(code) || ofPoint === true) return true;
  return ofTheLastAct.has(code) && type !== "looked-elsewhere";
}

function opening(state: PaneState, open: Open): PaneState {
  switch (open.screen) {
    case "confirm":
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
    case "issue":
    case "settings":
    case "convention":
      return withFocus({ ...state, ...quiet, open });
  }
}

/** Closes the screen: the focus goes back to what it was opened from, or to the title. */
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
    case "convention":
      return withFocus({
        ...closed,
        ...quiet,
        open: state.open.over === undefined ? null : { screen: state.open.over },
      });
    case "settings":
    case "analysis":
      return withFocus({ ...closed, ...quiet });
    case "explanation":
    case "commune":
    case "issue":
      return withFocus(closed);
  }
}

function goingOn(state: PaneState, next: Next): PaneState {
  switch (next.on) {
    case "point": {
      const { point, place, settled = state.settled } = next;
      const after = { ...state, settled };
      if (point !== null) return withFocus(withPoint(after, point, place), "point");
      return withFocus(after, settled.length > 0 ? "settled" : "title");
    }
    default:
      return withFocus(state, next.on);
  }
}

/** Opens a point. The ribbon may ask for it, so the focus does not move: it may be in the grid. */
function withPoint(state: PaneState, point: number, place = 0): PaneState {
  const points = previewOf(state)?.points ?? [];
  const isShown = shownPoints(points, state.list.filter).includes(point);
  const filter = isShown ? state.list.filter : "all";
  const rank = shownPoints(points, filter).indexOf(point);
  const list = { filter, point, place, drawn: Math.max(state.list.drawn, rank + 1) };
  return { ...state, ...quiet, open: null, step: "controle", list };
}
