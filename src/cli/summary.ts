import type { Decimal } from "decimal.js";
import { frenchDate, isoDate } from "../cells";
import { commandMessage, countOf } from "../messages";
import type { Anomaly, Language, Severity } from "../messages";
import type { Billing } from "../sheets";
import { amountIn, countIn } from "./amounts";
import { morePoints } from "./more-points";
import type { Written } from "./more-points";
import { anomalyLine } from "./refusal";

/** Lines of each severity; beyond, what is written has them all. */
const mostLines = { error: 30, warning: 30, info: 6 } as const satisfies Record<Severity, number>;

/** The lines that sum up a billing on the screen: amounts, counts, then what is to be corrected or looked at. */
export function summarise({ statement, anomalies }: Billing, written: Written, language: Language): string[] {
  const { campaign, grid, total, cagb, communes, pupils, schools } = statement;
  const say = (code: Parameters<typeof commandMessage>[0], params: Anomaly["params"]) =>
    commandMessage(code, params, language);
  const amount = (value: Decimal) => amountIn(language, value);
  const count = (value: number) => countIn(language, value);
  const billed = statement.byCommune.filter((one) => one.schools.some((school) => school.lines.length > 0));
  return [
    say("cli-campaign", {
      campaign: campaign.year,
      snapshot: language === "fr" ? frenchDate(campaign.snapshot) : isoDate(campaign.snapshot),
    }),
    say("cli-grid", { act: grid.act }),
    say("cli-titre", { amount: amount(total) }),
    say("cli-cagb", { amount: amount(cagb) }),
    say("cli-communes", { amount: amount(communes) }),
    say("cli-counts", { pupils: count(pupils), schools: count(schools), communes: count(billed.length) }),
    say("cli-anomalies", countsOf(anomalies)),
    ...listAnomalies(anomalies, language, filesOf(anomalies).size > 1, (count) =>
      morePoints(count, "controles", written, language),
    ),
  ];
}

/** How many anomalies of each severity there are, as messages take them. */
export function countsOf(anomalies: readonly Anomaly[]): { errors: number; warnings: number; infos: number } {
  return {
    errors: countOf(anomalies, "error"),
    warnings: countOf(anomalies, "warning"),
    infos: countOf(anomalies, "info"),
  };
}

function filesOf(anomalies: readonly Anomaly[]): ReadonlySet<string> {
  return new Set(anomalies.flatMap(({ file }) => (file === null ? [] : [file])));
}

/**
 * Errors, then warnings, one a line; then what is only to know, one line a code, its first place told. `more` makes the
 * line that says how many are left of a severity.
 */
export function listAnomalies(
  anomalies: readonly Anomaly[],
  language: Language,
  showFile: boolean,
  more: (count: number) => string,
): string[] {
  const lineOf = (anomaly: Anomaly) => anomalyLine(anomaly, language, showFile);
  return (["error", "warning", "info"] as const).flatMap((severity) => {
    const all = anomalies.filter((anomaly) => anomaly.severity === severity);
    const groups = severity === "info" ? byCode(all) : all.map((anomaly) => [anomaly]);
    const shown = groups.slice(0, mostLines[severity]);
    const lines = shown.map(([first, ...alike]) => {
      const others =
        alike.length === 0 ? "" : ` ${commandMessage("cli-anomalies-alike", { count: alike.length }, language)}`;
      return `  ${lineOf(first!)}${others}`;
    });
    const rest = all.length - shown.flat().length;
    return rest === 0 ? lines : [...lines, more(rest)];
  });
}

function byCode(anomalies: readonly Anomaly[]): Anomaly[][] {
  const groups = new Map<string, Anomaly[]>();
  for (const anomaly of anomalies) groups.set(anomaly.code, [...(groups.get(anomaly.code) ?? []), anomaly]);
  return [...groups.values()];
}
