import type { Axis } from "./axis";
import type { SheetLayout } from "./sheet-layout";

/** What of a sheet is drawn: what stays in view, and what is in view or near it. Both ends are included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}
export interface SheetWindow {
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly rows: Span;
  readonly columns: Span;
}

/** What is seen of a sheet: how far it is scrolled, and how much room there is for cells. */
export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** What is drawn beside what is in view, so that a small scroll draws nothing anew. */
export const around = { rows: 16, columns: 4 };
/** What is in view, and no more. */
export const inView = { rows: 0, columns: 0 };
/** Part of the view that what stays in it may take: more would leave no room for the rest. */
const mostFrozen = 0.7;

/** Returns what of a sheet is in a view, with a margin around; what would not leave enough room does not stay in view. */
export function windowOf(
  layout: SheetLayout,
  frozen: SheetWindow["frozen"],
  view: View,
  margin: typeof around,
): SheetWindow {
  const keeps = (axis: Axis, count: number, room: number) =>
    count > 0 && count < axis.count && axis.start(count) <= room * mostFrozen ? count : 0;
  const kept = {
    rows: keeps(layout.rows, frozen.rows, view.height),
    columns: keeps(layout.columns, frozen.columns, view.width),
  };
  return {
    frozen: kept,
    rows: spanOf(layout.rows, kept.rows, view.top, view.height, margin.rows),
    columns: spanOf(layout.columns, kept.columns, view.left, view.width, margin.columns),
  };
}

/** Returns whether what is drawn already has all that is in view. */
export function covers(drawn: SheetWindow, seen: SheetWindow): boolean {
  const isIn = (inner: Span, outer: Span) => outer.first <= inner.first && outer.last >= inner.last;
  return (
    drawn.frozen.rows === seen.frozen.rows &&
    drawn.frozen.columns === seen.frozen.columns &&
    isIn(seen.rows, drawn.rows) &&
    isIn(seen.columns, drawn.columns)
  );
}

function spanOf(axis: Axis, frozen: number, scrolled: number, room: number, margin: number): Span {
  const start = axis.start(frozen) + scrolled;
  return {
    first: Math.max(frozen, axis.at(start) - margin),
    last: Math.min(axis.count - 1, axis.at(start + room) + margin),
  };
}
