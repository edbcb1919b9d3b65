import { analyse, type Analysed, type Billing, type BillingRequest } from "../billing";
import { formatDateTime } from "../documents";
import { commandMessage, failure, success, type Anomaly, type CommandCode, type Speech } from "../messages";
import { formatAmount } from "../money";
import {
  anomaliesJson,
  comparisonJson,
  countDirections,
  countExplained,
  rectificationJson,
  simulationJson,
  yearsOf,
  type Change,
  type Effects,
  type RectificationKind,
} from "../statement";
import type { Arguments, Refusal } from "./arguments";
import { openInputs, readGrid, type Reading } from "./read-files";
import { amountIn, changeIn, countIn, countsOf, listAnomalies, morePoints, type Written } from "./summary";

/** Makes the comparison, the simulation and the rectificatif that were requested; fails when one cannot be made. */
export async function analyseAsked(
  { compare, simulate, rectify, language }: Arguments,
  request: BillingRequest,
  billing: Billing,
  progress: (text: string) => void,
): Promise<Reading<Analysed>> {
  const onFile = (file: string) => progress(commandMessage("cli-reading", { file }, language));
  const unread: (readonly Refusal[])[] = [];
  // Nothing is read after a file that cannot be read; what came before is analysed, and its refusals come first.
  const read = async <T>(isAsked: boolean, reading: () => Promise<Reading<T>>): Promise<T | null> => {
    if (!isAsked || unread.length > 0) return null;
    const result = await reading();
    if (result.ok) return result.value;
    unread.push(result.error);
    return null;
  };
  const compared = await read(compare.length > 0, () => openInputs(compare, onFile));
  const { campaign } = billing.statement;
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

/** Returns the keys that the requested analyses add to the JSON. */
export function analysesJson({ comparison, simulation, rectification }: Analysed, speech: Speech) {
  return {
    ...(comparison !== null && {
      compare: {
        file: comparison.billed.file,
        campaignFrom: comparison.billed.campaignFrom,
        ...comparisonJson(comparison.comparison),
        anomalies: anomaliesJson(comparison.billed.anomalies, speech),
      },
    }),
    ...(simulation !== null && {
      simulate: { ...simulationJson(simulation.simulation), anomalies: anomaliesJson(simulation.anomalies, speech) },
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
        anomalies: anomaliesJson(rectification.errors, speech),
      },
    }),
  };
}

/** Returns the lines of the terminal that sum up the analyses. */
export function summariseAnalyses(analysed: Analysed, written: Written, speech: Speech): string[] {
  const say: Say = (code, params = {}) => commandMessage(code, params, speech);
  return [
    ...comparisonLines(analysed, written, speech, say),
    ...simulationLines(analysed, written, speech, say),
    ...rectificationLines(analysed, speech, say),
  ];
}

type Say = (code: CommandCode, params?: Anomaly["params"]) => string;

function comparisonLines({ comparison: made }: Analysed, written: Written, speech: Speech, say: Say): string[] {
  if (made === null) return [];
  const { total, byPayer, communes, commentsOnOtherYears: others } = made.comparison;
  const { wanted, done } = countExplained(communes);
  const change = (effect: keyof Effects) => changeIn(speech, total[effect]);
  const { file, campaignFrom, statement, anomalies } = made.billed;
  return [
    say("cli-compare", {
      file,
      campaign: statement.campaign.year,
      from: say(campaignFrom === "journal" ? "cli-compare-from-journal" : "cli-compare-from-year-before"),
      ...changeParams(total, speech),
    }),
    say("cli-compare-effects", {
      quantities: change("quantities"),
      prices: change("prices"),
      arrivals: change("arrivals"),
      departures: change("departures"),
    }),
    partsLine(byPayer, speech, say),
    say("cli-compare-notable", {
      count: countIn(speech, wanted),
      done: countIn(speech, done),
      communes: countIn(speech, communes.length),
    }),
    ...(others.length === 0
      ? []
      : [
          say("cli-compare-other-years", {
            campaign: statement.campaign.year,
            years: yearsOf(others).join(", "),
            count: countIn(speech, others.length),
          }),
        ]),
    say("cli-compare-anomalies", { file, ...countsOf(anomalies) }),
    ...listAnomalies(withoutInfos(anomalies), speech, true, (count) => morePoints(count, null, written, speech)),
  ];
}

function simulationLines({ simulation: made }: Analysed, written: Written, speech: Speech, say: Say): string[] {
  if (made === null) return [];
  const { simulation, anomalies } = made;
  return [
    say("cli-simulate", changeParams(simulation.total, speech)),
    partsLine(simulation.byPayer, speech, say),
    say("cli-simulate-directions", countDirections(simulation)),
    ...(anomalies.length === 0 ? [] : [say("cli-simulate-anomalies", countsOf(anomalies))]),
    ...listAnomalies(withoutInfos(anomalies), speech, false, (count) =>
      morePoints(count, "simulation", written, speech),
    ),
  ];
}

const kinds: Readonly<Record<RectificationKind, CommandCode>> = {
  complement: "cli-rectify-complement",
  reduction: "cli-rectify-reduction",
  cancellation: "cli-rectify-cancellation",
  both: "cli-rectify-both",
  none: "cli-rectify-none",
};

function rectificationLines({ rectification: made }: Analysed, speech: Speech, say: Say): string[] {
  if (made === null) return [];
  const { issued, errors } = made;
  const { kind, total, byPayer, communes, reduction, complement } = made.rectification;
  const amount = (piece: typeof reduction) => (piece === null ? "" : amountIn(speech, piece.total));
  const lines = communes.reduce((count, commune) => count + commune.lines.length, 0);
  return [
    say("cli-rectify", {
      file: issued.file,
      when: speech.language === "fr" ? formatDateTime(issued.run.when) : issued.run.when,
      ...changeParams(total, speech),
    }),
    say(kinds[kind], { reduction: amount(reduction), complement: amount(complement) }),
    partsLine(byPayer, speech, say),
    say("cli-rectify-lines", { lines: countIn(speech, lines), communes: countIn(speech, communes.length) }),
    ...listAnomalies(errors, speech, true, () => ""),
  ];
}

function changeParams({ before, after, difference }: Change, speech: Speech): Record<string, string> {
  return {
    before: amountIn(speech, before),
    after: amountIn(speech, after),
    difference: changeIn(speech, difference),
  };
}

function partsLine(
  { cagb, commune }: Readonly<Record<"cagb" | "commune", Pick<Change, "difference">>>,
  speech: Speech,
  say: Say,
): string {
  return say("cli-analysis-parts", {
    cagb: changeIn(speech, cagb.difference),
    communes: changeIn(speech, commune.difference),
  });
}

/** Leaves out information, which is counted here and listed in the JSON. */
function withoutInfos(anomalies: readonly Anomaly[]): Anomaly[] {
  return anomalies.filter(({ severity }) => severity !== "info");
}
