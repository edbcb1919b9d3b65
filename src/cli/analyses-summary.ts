import { commandMessage, type Anomaly, type CommandCode, type Language } from "../messages";
import {
  countDirections,
  countExplained,
  yearsOf,
  type Change,
  type Effects,
  type RectificationKind,
} from "../statement";
import type { Analysed } from "../billing";
import { formatDateTime } from "../documents";
import { amountIn, changeIn, countIn, countsOf, listAnomalies, morePoints, type Written } from "./summary";

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
