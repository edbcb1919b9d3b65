import type { WorkbookCells } from "../cells";
import { describeOptions, mergeOptions, readOptionsSheet, type Options, type PartialOptions } from "../options";
import type { LastRun } from "./last-run";

/** What is billed does not depend on these, on what is accepted of another workbook, nor on the line that only recalls defaults. */
const withoutEffect = [
  /^(Par défaut|Signataire|Fiches \(impression\))\u00a0:/,
  /^Valeur acceptée\u00a0:.*\((compared-total-differs|rectified-other-inventory)\)$/,
];

/**
 * The options of a run: those of the workbooks' sheet « Options Ordiclasse », alone or with those given beside, whichever
 * the Journal tells of; null where neither is what it tells.
 */
export function optionsOfRun(
  run: LastRun,
  workbooks: readonly WorkbookCells[],
  beside: PartialOptions,
): Options | null {
  const sheet = readOptionsSheet(workbooks.flatMap(({ sheets }) => sheets));
  if ("anomalies" in sheet) return null;
  const told = effective(run.options);
  const candidates = [mergeOptions(sheet.options, {}), mergeOptions(sheet.options, beside)];
  return candidates.find((options) => effective(describeOptions(options)) === told) ?? null;
}

function effective(lines: readonly string[]): string {
  return lines.filter((line) => !withoutEffect.some((pattern) => pattern.test(line))).join("\n");
}
