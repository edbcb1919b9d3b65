import { formatAmount } from "../../../money";
import { commentOf, countDirections, countExplained, mostMoved } from "../../../statement";
import type { Change, ComparedCommune, Comparison, Effects, MovedCommune } from "../../../statement";
import type { ComparedBilling, Trial } from "../../../sheets";
import type { Anomaly } from "../../../messages";
import type { AmountChange, CommuneChange } from "../documents-types";
import type { ComparedShown, EffectsShown, PriceMove, TriedShown } from "./types";

/** A comparison as the pane shows it. */
export function comparedShown(
  billed: ComparedBilling,
  beside: readonly string[],
  comparison: Comparison,
): ComparedShown {
  const { file, statement, campaignFrom, isAsIssued, anomalies } = billed;
  const { communes } = comparison;
  return {
    file,
    beside,
    campaign: statement.campaign.year,
    campaignFrom,
    cagb: effectsShown(comparison.byPayer.cagb),
    due: effectsShown(comparison.byPayer.commune),
    total: effectsShown(comparison.total),
    moves: [...mostMoved(communes), ...communes.filter(isOnlyCommented)].map((one) => ({
      ...moveOf(one),
      isNotable: one.isNotable,
      comment: commentOf(one),
      commentedAs: one.comments.map(({ commune }) => commune),
    })),
    toExplain: countExplained(communes),
    onlyNotable: false,
    lastCommented: null,
    points: toTreat(anomalies),
    unaccepted: isAsIssued ? 0 : anomalies.filter(({ severity }) => severity === "error").length,
  };
}

/** A grid tried, as the pane shows it. */
export function triedShown(file: string, { simulation, anomalies }: Trial): TriedShown {
  const { byPayer, total, communes, prices, trial } = simulation;
  return {
    file,
    act: trial.grid.act,
    cagb: changeShown(byPayer.cagb),
    due: changeShown(byPayer.commune),
    total: changeShown(total),
    directions: countDirections(simulation),
    moves: mostMoved(communes).map(moveOf),
    prices: pricesOf(prices),
    points: toTreat(anomalies),
  };
}

function effectsShown(effects: Effects): EffectsShown {
  return {
    ...changeShown(effects),
    quantities: formatAmount(effects.quantities),
    prices: formatAmount(effects.prices),
    arrivals: formatAmount(effects.arrivals),
    departures: formatAmount(effects.departures),
  };
}

/** A change, its amounts as digits. */
export function changeShown({ before, after, difference }: Change): AmountChange {
  return { before: formatAmount(before), after: formatAmount(after), difference: formatAmount(difference) };
}

function isOnlyCommented({ byPayer, comments }: ComparedCommune): boolean {
  return comments.length > 0 && byPayer.commune.difference.isZero();
}

/** A commune's part, as the pane shows it. */
export function moveOf({ commune: { insee, name }, byPayer }: MovedCommune): CommuneChange {
  return { insee, name, ...changeShown(byPayer.commune) };
}

function pricesOf(prices: Trial["simulation"]["prices"]): PriceMove[] {
  return prices
    .map(({ tariff, nature, payer, now, trial }) => ({
      prestation: tariff.prestation,
      nature,
      payer,
      before: now.unitPrice === null ? null : formatAmount(now.unitPrice),
      after: trial.unitPrice === null ? null : formatAmount(trial.unitPrice),
    }))
    .filter(({ before, after }) => before !== after);
}

/** Errors, then what is to look at; what is only to know asks for nothing here. */
function toTreat(anomalies: readonly Anomaly[]): Anomaly[] {
  return (["error", "warning"] as const).flatMap((severity) =>
    anomalies.filter((anomaly) => anomaly.severity === severity),
  );
}
