import { analyse, type Analysed, type BillingRequest, type Billing } from "../billing";
import { commandMessage, failure, success, type Language } from "../messages";
import { formatAmount } from "../money";
import { anomaliesJson, comparisonJson, rectificationJson, simulationJson } from "../statement";
import type { Arguments } from "./arguments";
import { openInputs, readGrid, type Reading } from "./read-files";
import type { Refusal } from "./refusal";

/** Makes the comparison, the simulation and the rectificatif asked for; fails where one of them cannot be made. */
export async function analyseAsked(
  { campaign, compare, simulate, rectify, language }: Arguments,
  request: BillingRequest,
  billing: Billing,
  progress: (text: string) => void,
): Promise<Reading<Analysed>> {
  const onFile = (file: string) => progress(commandMessage("cli-reading", { file }, language));
  const unread: (readonly Refusal[])[] = [];
  // What comes after a file that cannot be read is not read; what came before is analysed, and its refusals come first.
  const read = async <T>(isAsked: boolean, reading: () => Promise<Reading<T>>): Promise<T | null> => {
    if (!isAsked || unread.length > 0) return null;
    const result = await reading();
    if (result.ok) return result.value;
    unread.push(result.error);
    return null;
  };
  const compared = await read(compare.length > 0, () => openInputs(compare, onFile));
  const grid = await read(simulate !== null, () => readGrid(simulate!, campaign, onFile));
  const issued = await read(rectify !== null, () => openInputs([rectify!], onFile));
  const analysed = analyse({
    ...request,
    billing,
    comparison: compared === null ? null : { other: compared[0]!, beside: compared.slice(1), billed: null },
    grid,
    issued: issued?.[0] ?? null,
  });
  const [refused] = [...analysed.refusals, ...unread];
  return refused === undefined ? success(analysed) : failure(refused);
}

/** Returns the keys that the analyses add to the JSON, each where it was asked for. */
export function analysesJson({ comparison, simulation, rectification }: Analysed, language: Language) {
  return {
    ...(comparison !== null && {
      compare: {
        file: comparison.billed.file,
        campaignFrom: comparison.billed.campaignFrom,
        ...comparisonJson(comparison.comparison),
        anomalies: anomaliesJson(comparison.billed.anomalies, language),
      },
    }),
    ...(simulation !== null && {
      simulate: { ...simulationJson(simulation.simulation), anomalies: anomaliesJson(simulation.anomalies, language) },
    }),
    ...(rectification !== null && {
      rectify: {
        issued: {
          file: rectification.issued.file,
          campaign: rectification.issued.run.campaign.year,
          when: rectification.issued.run.when,
          total: formatAmount(rectification.issued.run.total),
        },
        ...rectificationJson(rectification.rectification),
        anomalies: anomaliesJson(rectification.errors, language),
      },
    }),
  };
}
