import { compareDates, frenchDate } from "../cells";
import type { Anomaly } from "../messages";
import { builtInGrids } from "./built-in";
import { gridPeriod } from "./check-grids";
import type { Campaign, Grid } from "./types";

/**
 * The grid in force on the campaign's snapshot, or why there is none: nothing is extrapolated beyond the days a grid was
 * voted for. (decisions §1)
 */
export function gridFor(
  campaign: Campaign,
  grids: readonly Grid[] = builtInGrids,
): { readonly grid: Grid } | { readonly anomaly: Anomaly } {
  const { snapshot } = campaign;
  const grid = grids.find(({ from, to }) => compareDates(from, snapshot) <= 0 && compareDates(snapshot, to) <= 0);
  if (grid !== undefined) return { grid };
  return {
    anomaly: {
      severity: "error",
      code: "campaign-without-grid",
      file: null,
      sheet: null,
      cell: null,
      params: {
        campaign: campaign.year,
        snapshot: frenchDate(snapshot),
        periods: grids.length === 0 ? "–" : grids.map(gridPeriod).join("\u00a0; "),
      },
    },
  };
}
