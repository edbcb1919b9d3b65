import type { Anomaly } from "../messages";

/**
 * Why a workbook cannot be compared: that no tariff covers its campaign is said of it, and not of the campaign billed.
 * `hasRun`: its Journal names its campaign; else it was taken for the year before.
 */
export function refusalsOfCompared(refusals: readonly Anomaly[], file: string, hasRun: boolean): readonly Anomaly[] {
  return refusals.map((refusal) =>
    refusal.code === "campaign-without-grid"
      ? {
          ...refusal,
          code: "compared-without-grid",
          params: { ...refusal.params, file, guessed: hasRun ? "" : String(refusal.params.campaign) },
        }
      : refusal,
  );
}
