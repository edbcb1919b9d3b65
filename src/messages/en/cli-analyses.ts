/** Messages of `src/cli` on what is compared, tried and corrected. */
export const cliAnalyses = {
  "cli-help-compare": "compares with the workbook of another campaign, commune by commune",
  "cli-help-simulate": "tries another grid (a .json file, or a workbook with a table “Tarifs”)",
  "cli-help-rectify": "corrects the statement issued in a workbook made by Ordiclasse",
  "cli-csv-rectify":
    "--csv gives all lines of the claim, issued already: with --rectify, they would be claimed twice. Leave --csv out; the lines corrected are on the sheet “Rectificatif” and in the JSON.",
  "cli-grid-not-json":
    "The grid “{path}” is no readable JSON: reading stops at line {line}, column {column}. Correct it there.",
  "cli-grid-not-utf8": "The grid “{path}” is no UTF-8 text. Save it with the encoding UTF-8.",
  "cli-grid-no-tarifs":
    "The workbook “{file}” has no table “Tarifs”: there is no grid to try. Add it, or give the grid in a .json file.",
  "cli-compare": "Comparison with “{file}”, {campaign} campaign ({from}): {before} → {after}, that is {difference}",
  "cli-compare-from-journal": "of its Journal",
  "cli-compare-from-year-before": "no Journal: the year before",
  "cli-compare-effects":
    "  Quantities: {quantities} · Tariffs: {prices} · Schools joined: {arrivals} · Schools left: {departures}",
  "cli-analysis-parts": "  Share of the CAGB: {cagb} · Shares of the communes: {communes}",
  "cli-compare-notable": "  Communes to explain (more than 10% and €100): {count} of {communes} · Commented: {done}",
  "cli-compare-other-years": "  Comments on another year than {campaign} ({years}), left out: {count}",
  "cli-compare-anomalies": "  Anomalies of “{file}”: {errors} to correct, {warnings} to check, {infos} for information",
  "cli-blocked-compared":
    "Points to correct in “{file}”, the workbook compared, above: {errors}. Neither the workbook nor the CSV is made: correct “{file}”, or add --force to compare without what is in error there.",
  "cli-blocked-both":
    "Points to correct, above: {own} in the inventory, {errors} in “{file}”, the workbook compared. Neither the workbook nor the CSV is made: correct them, or add --force to bill and compare without what is in error.",
  "cli-forced-compared":
    "Comparison: points to correct accepted in “{file}”, {errors}. What they are about is not counted there; the amounts billed do not depend on it.",
  "cli-simulate": "Simulation, no official document ({act}): {before} → {after}, that is {difference}",
  "cli-simulate-directions": "  Communes that would pay more: {more} · less: {less} · as much: {same}",
  "cli-simulate-anomalies":
    "  Points of the trial alone: {errors} to correct, {warnings} to check, {infos} for information",
  "cli-rectify": "Correction of the statement generated on {when} (“{file}”): {before} → {after}, that is {difference}",
  "cli-rectify-complement": "  Complementary claim",
  "cli-rectify-reduction": "  Reduction: the original claim is cancelled in part",
  "cli-rectify-cancellation": "  Cancellation: the original claim is cancelled whole",
  "cli-rectify-balanced": "  The claim’s total does not change: only its split is corrected",
  "cli-rectify-none": "  No line changes: there is nothing to correct",
  "cli-rectify-lines": "  Lines corrected: {lines} · Communes: {communes}",
} as const;
