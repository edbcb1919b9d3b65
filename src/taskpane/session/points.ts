import type { Anomaly } from "../../messages";
import type { PaneState } from "./state";

/** Indexes of the points that the filter lets through, in order. */
export function shownPoints(points: readonly Anomaly[], filter: PaneState["filter"]): number[] {
  return points.flatMap(({ severity }, index) => (filter === "all" || severity === filter ? [index] : []));
}

/**
 * The point after (+1) or before (−1) the open one among those that the filter shows, going round; the first or the last
 * where none is open, null where there is none. What is only to know is passed over unless it is asked for: nothing has
 * to be done about it.
 */
export function neighbour(
  points: readonly Anomaly[],
  { filter, point }: Pick<PaneState, "filter" | "point">,
  direction: 1 | -1,
): number | null {
  const shown = shownPoints(points, filter === "choices" ? "all" : filter);
  const toTreat = filter === "info" ? shown : shown.filter((index) => points[index]!.severity !== "info");
  const among = toTreat.length > 0 ? toTreat : shown;
  if (among.length === 0) return null;
  const forward = direction === 1;
  if (point === null) return among[forward ? 0 : among.length - 1]!;
  const next = forward ? among.find((index) => index > point) : among.findLast((index) => index < point);
  return next ?? among[forward ? 0 : among.length - 1]!;
}

/** The point that comes after one that was dealt with, once all is read again; null where none is left to deal with. */
export function pointAfter(before: readonly Anomaly[], treated: number, after: readonly Anomaly[]): number | null {
  const left = after.flatMap((point, index) => (point.severity === "info" ? [] : [index]));
  for (const point of before.slice(treated + 1)) {
    const index = left.find((at) => samePlace(after[at]!, point));
    if (index !== undefined) return index;
  }
  return left[0] ?? null;
}

function samePlace(one: Anomaly, other: Anomaly): boolean {
  return one.code === other.code && one.file === other.file && one.sheet === other.sheet && one.cell === other.cell;
}
