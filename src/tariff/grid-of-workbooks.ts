import type { WorkbookCells } from "../cells";
import type { Anomaly } from "../messages";
import { gridFor } from "./grid-for";
import { tarifsNotNamed } from "./tarifs/not-named";
import { readTarifs } from "./tarifs/read-tarifs";
import type { Campaign, Grid } from "./types";

/**
 * The grid that bills these workbooks, read together: the one of the only table `Tarifs` among them, else the built-in
 * one, with a warning for each grid that is not named so; or why there is none. Serials of dates are those of the workbook
 * that holds the table. (decisions §1)
 */
export function gridOfWorkbooks(
  workbooks: readonly WorkbookCells[],
  campaign: Campaign,
): { readonly grid: Grid; readonly warnings: readonly Anomaly[] } | { readonly anomalies: readonly Anomaly[] } {
  const owners = workbooks.filter(holdsTarifs);
  const sheets = owners.flatMap((workbook) => workbook.sheets);
  const own = readTarifs(sheets, owners[0]?.date1904 ?? false);
  if (own !== null && "anomalies" in own) return own;
  const warnings = own === null ? tarifsNotNamed(workbooks.flatMap((workbook) => workbook.sheets)) : [];
  const chosen = gridFor(campaign, own?.grids);
  // A grid that only lacks its name explains a campaign without one: it is told first.
  return "grid" in chosen ? { grid: chosen.grid, warnings } : { anomalies: [...warnings, chosen.anomaly] };
}

/** Whether a workbook has a table `Tarifs`, sound or not. */
export function holdsTarifs(workbook: WorkbookCells): boolean {
  return readTarifs(workbook.sheets, workbook.date1904) !== null;
}
