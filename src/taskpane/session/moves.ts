import { shownPoints } from "./points";
import { previewOf } from "./state";
import type { PaneState } from "./state";

/** Back to the steps, whatever was open over them. */
export function closeOverlays(state: PaneState): PaneState {
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
export function withPoint(state: PaneState, point: number, place = 0): PaneState {
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
