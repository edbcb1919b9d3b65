import type { WorkbookCells } from "../cells";
import type { Anomaly } from "../messages";
import { gridFor } from "./grid-for";
import { readTarifs } from "./tarifs/read-tarifs";
import type { Campaign, Grid } from "./types";

/**
 * The grid that bills these workbooks, read together: the one of the only table `Tarifs` among them, else the built-in
 * one; or why there is none. Serials of dates are those of the workbook that holds the table. (decisions §1)
 */
export function gridOfWorkbooks(
  workbooks: readonly WorkbookCells[],
  campaign: Campaign,
): { readonly grid: Grid } | { readonly anomalies: readonly Anomaly[] } {
  const owners = workbooks.filter((workbook) => readTarifs(workbook.sheets, workbook.date1904) !== null);
  const sheets = owners.flatMap((workbook) => workbook.sheets);
  const own = readTarifs(sheets, owners[0]?.date1904 ?? false);
  if (own !== null && "anomalies" in own) return own;
  const chosen = gridFor(campaign, own?.grids);
  return "grid" in chosen ? chosen : { anomalies: [chosen.anomaly] };
}
