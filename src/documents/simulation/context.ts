import type { Anomaly } from "../../messages";
import type { Simulation } from "../../statement";

/** What a simulation's sheet needs beside it. */
export interface SimulationContext {
  readonly simulation: Simulation;
  /** What only the grid on trial brings up. */
  readonly anomalies: readonly Anomaly[];
  readonly annexe: string;
  /** Names of the other sheets to which it leads; null, or no fiche, where the workbook has none. */
  readonly recapitulatif: string | null;
  readonly fiches: ReadonlyMap<string, string>;
}
