import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { filesApart } from "./files-apart";

/** Places that a cell of the journal names; beyond, they are only counted. */
const namedPlaces = 15;

/** Errors that a run was made in spite of, by their number and places: « 9 : Inventaire 2014!A5, A6, F7 ». */
export function acceptedErrors(anomalies: readonly Anomaly[], reading: Reading): string {
  const errors = anomalies.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return "Aucune";
  const otherFiles = filesApart(reading);
  const places = errors.slice(0, namedPlaces).map((error, index, all) => {
    const sheet = sheetOf(error, otherFiles);
    const before = all[index - 1];
    if (error.cell === null) return sheet;
    return before?.cell != null && sheetOf(before, otherFiles) === sheet ? error.cell : `${sheet}!${error.cell}`;
  });
  const rest = errors.length - places.length;
  const others = rest === 0 ? "" : rest === 1 ? " et 1 autre" : ` et ${rest} autres`;
  return `${errors.length}\u00a0: ${places.join(", ")}${others}`;
}

function sheetOf({ file, sheet }: Anomaly, otherFiles: ReadonlySet<string>): string {
  if (sheet === null) return file ?? "tout l’inventaire";
  return file !== null && otherFiles.has(file) ? `[${file}]${sheet}` : sheet;
}
