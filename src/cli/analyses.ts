import { analyse, type Analysed, type Billing, type BillingRequest } from "../billing";
import { formatDateTime } from "../documents";
import { commandMessage, failure, success, type Anomaly, type CommandCode, type Language } from "../messages";
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

/** Makes the comparison, the simulation and the rectificatif asked for; fails when one of them cannot be made. */
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

/** Returns the keys that the analyses add to the JSON, each when it was asked for. */
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

/** Sums up, on the screen, what was compared, simulated and corrected. */
export function summariseAnalyses(analysed: Analysed, written: Written, language: Language): string[] {
  const say: Say = (code, params = {}) => commandMessage(code, params, language);
  return [
    ...comparisonLines(analysed, written, language, say),
    ...simulationLines(analysed, written, language, say),
    ...rectificationLines(analysed, language, say),
  ];
}

type Say = (code: CommandCode, params?: Anomaly["params"]) => string;

function comparisonLines({ comparison: made }: Analysed, written: Written, language: Language, say: Say): string[] {
  if (made === null) return [];
  const { total, byPayer, communes, commentsOnOtherYears: others } = made.comparison;
  const { wanted, done } = countExplained(communes);
  const change = (effect: keyof Effects) => changeIn(language, total[effect]);
  const { file, campaignFrom, statement, anomalies } = made.billed;
  return [
    say("cli-compare", {
      file,
      campaign: statement.campaign.year,
      from: say(campaignFrom === "journal" ? "cli-compare-from-journal" : "cli-compare-from-year-before"),
      ...changeParams(total, language),
    }),
    say("cli-compare-effects", {
      quantities: change("quantities"),
      prices: change("prices"),
      arrivals: change("arrivals"),
      departures: change("departures"),
    }),
    partsLine(byPayer, language, say),
    say("cli-compare-notable", {
      count: countIn(language, wanted),
      done: countIn(language, done),
      communes: countIn(language, communes.length),
    }),
    ...(others.length === 0
      ? []
      : [
          say("cli-compare-other-years", {
            campaign: statement.campaign.year,
            years: yearsOf(others).join(", "),
            count: countIn(language, others.length),
          }),
        ]),
    say("cli-compare-anomalies", { file, ...countsOf(anomalies) }),
    ...listAnomalies(withoutInfos(anomalies), language, true, (count) => morePoints(count, null, written, language)),
  ];
}

function simulationLines({ simulation: made }: Analysed, written: Written, language: Language, say: Say): string[] {
  if (made === null) return [];
  const { simulation, anomalies } = made;
  return [
    say("cli-simulate", changeParams(simulation.total, language)),
    partsLine(simulation.byPayer, language, say),
    say("cli-simulate-directions", countDirections(simulation)),
    ...(anomalies.length === 0 ? [] : [say("cli-simulate-anomalies", countsOf(anomalies))]),
    ...listAnomalies(withoutInfos(anomalies), language, false, (count) =>
      morePoints(count, "simulation", written, language),
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

function rectificationLines({ rectification: made }: Analysed, language: Language, say: Say): string[] {
  if (made === null) return [];
  const { issued, errors } = made;
  const { kind, total, byPayer, communes, reduction, complement } = made.rectification;
  const amount = (piece: typeof reduction) => (piece === null ? "" : amountIn(language, piece.total));
  const lines = communes.reduce((count, commune) => count + commune.lines.length, 0);
  return [
    say("cli-rectify", {
      file: issued.file,
      when: language === "fr" ? formatDateTime(issued.run.when) : issued.run.when,
      ...changeParams(total, language),
    }),
    say(kinds[kind], { reduction: amount(reduction), complement: amount(complement) }),
    partsLine(byPayer, language, say),
    say("cli-rectify-lines", { lines: countIn(language, lines), communes: countIn(language, communes.length) }),
    ...listAnomalies(errors, language, true, () => ""),
  ];
}

function changeParams({ before, after, difference }: Change, language: Language): Record<string, string> {
  return {
    before: amountIn(language, before),
    after: amountIn(language, after),
    difference: changeIn(language, difference),
  };
}

function partsLine(
  { cagb, commune }: Readonly<Record<"cagb" | "commune", Pick<Change, "difference">>>,
  language: Language,
  say: Say,
): string {
  return say("cli-analysis-parts", {
    cagb: changeIn(language, cagb.difference),
    communes: changeIn(language, commune.difference),
  });
}

/** Leaves out what is only to know: it is counted, and told in the JSON. */
function withoutInfos(anomalies: readonly Anomaly[]): Anomaly[] {
  return anomalies.filter(({ severity }) => severity !== "info");
}
