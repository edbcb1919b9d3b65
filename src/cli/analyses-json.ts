import type { Language } from "../messages";
import { formatAmount } from "../money";
import { anomaliesJson, comparisonJson, rectificationJson, simulationJson } from "../statement";
import type { Analysed } from "./analyses";

/** The keys that the analyses add to the JSON, each where it was asked for. */
export function analysesJson(
  { compared, comparison, trial, issued, rectification, correctionPoints = [] }: Analysed,
  language: Language,
) {
  return {
    ...(compared !== undefined &&
      comparison !== undefined && {
        compare: {
          file: compared.file,
          campaignFrom: compared.campaignFrom,
          ...comparisonJson(comparison.comparison),
          anomalies: anomaliesJson(compared.anomalies, language),
        },
      }),
    ...(trial !== undefined && {
      simulate: { ...simulationJson(trial.simulation), anomalies: anomaliesJson(trial.anomalies, language) },
    }),
    ...(issued !== undefined &&
      rectification !== undefined && {
        rectify: {
          issued: {
            file: issued.file,
            campaign: issued.run.campaign.year,
            when: issued.run.when,
            total: formatAmount(issued.run.total),
          },
          ...rectificationJson(rectification.rectification),
          anomalies: anomaliesJson(correctionPoints, language),
        },
      }),
  };
}
