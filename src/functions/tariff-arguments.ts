import { gridFor } from "../tariff";
import type { Campaign, Grid } from "../tariff";
import { campaignArgument } from "./campaign-argument";
import { cellOf } from "./excel-values";
import { gridsArgument } from "./grid-argument";
import { Refusal } from "./refusal";

/** A campaign and the grid that prices it. */
export interface Tariff {
  readonly campaign: Campaign;
  readonly grid: Grid;
}

/** What `[campagne]` and `[grille]` choose together; nothing is extrapolated beyond the voted campaigns. (decisions §1, §6) */
export function tariffArguments(campaign: unknown, grid: unknown): Tariff | Refusal {
  const grids = gridsArgument(grid);
  if (grids instanceof Refusal) return grids;
  const chosen = campaignArgument(cellOf(campaign), grids);
  if (chosen instanceof Refusal) return chosen;
  const found = gridFor(chosen, grids);
  return "grid" in found
    ? { campaign: chosen, grid: found.grid }
    : new Refusal("#N/A", "function-campaign-without-grid", { campaign: chosen.year });
}
