import type { Anomaly } from "../../messages";
import type { PointShown } from "./preview-types";
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

/** A point, and one of its cells. */
export interface PlaceOfPoint {
  readonly point: number;
  readonly place: number;
}

/**
 * Where to go on after a cell that was dealt with, once all is read again: the next cell of its point, or that of a point
 * that came after it; null where none is left to deal with.
 */
export function pointAfter(
  before: readonly PointShown[],
  treated: number,
  after: readonly PointShown[],
  place = 0,
): PlaceOfPoint | null {
  const left = new Map<string, PlaceOfPoint>();
  for (const [point, { severity, anomalies }] of after.entries())
    if (severity !== "info")
      for (const [at, anomaly] of anomalies.entries()) left.set(anomalyKey(anomaly), { point, place: at });
  const others = before[treated]?.anomalies.slice(place + 1) ?? [];
  for (const anomaly of [...others, ...before.slice(treated + 1).flatMap(({ anomalies }) => anomalies)]) {
    const found = left.get(anomalyKey(anomaly));
    if (found !== undefined) return found;
  }
  const first = after.findIndex(({ severity }) => severity !== "info");
  return first < 0 ? null : { point: first, place: 0 };
}

function anomalyKey({ code, file, sheet, cell }: Anomaly): string {
  return JSON.stringify([code, file, sheet, cell]);
}
