import { parseCellName } from "../../cells";
import type { Place } from "./grid/places";

/** Returns the place that a link of the workbook leads to; null for a name, or for more than a cell. */
export function placeOfLink(location: string): { readonly sheet: string; readonly cell: Place } | null {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(location.replace(/^#/, ""));
  const cell = parseCellName(parts?.[3] ?? "");
  return parts === null || cell === null ? null : { sheet: (parts[1] ?? parts[2]!).replaceAll("''", "'"), cell };
}
