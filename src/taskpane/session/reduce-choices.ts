import type { ColumnPlace, Effect, OptionsSeen, Settled } from "./choice-types";
import { closeOverlays, withFocus, withPoint } from "./moves";
import type { PaneState, Said } from "./state";

export type ChoiceEvent =
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

export function isChoiceEvent(event: { readonly type: string }): event is ChoiceEvent {
  return types.has(event.type);
}

/** What is chosen in the pane, and the screens where it is. */
export function reduceChoice(state: PaneState, event: ChoiceEvent): PaneState {
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
