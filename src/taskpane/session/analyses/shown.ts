import { formatAmount } from "../../../money";
import {
  commentOf,
  countDirections,
  countExplained,
  mostMoved,
  yearsOf,
  type Change,
  type ComparedCommune,
  type Comparison,
  type Effects,
  type MovedCommune,
} from "../../../statement";
import type { Trial } from "../../../documents";
import type { ComparedBilling } from "../../../billing";
import { countOf, type Anomaly } from "../../../messages";
import type { AmountChange, CommuneChange } from "../documents-types";
import type { KeptTrial } from "./kept";
import { priceFields, type TrialGrids } from "./price-fields";
import type { AnalysesShown, ComparedShown, EffectsShown, TriedShown } from "./types";

/** A comparison as the pane shows it. */
export function comparedShown(
  billed: ComparedBilling,
  beside: readonly string[],
  comparison: Comparison,
): ComparedShown {
  const { file, statement, campaignFrom, isAsIssued, anomalies } = billed;
  const { communes, commentsOnOtherYears } = comparison;
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
    onOtherYears: { count: commentsOnOtherYears.length, years: yearsOf(commentsOnOtherYears) },
    lastCommented: null,
    points: toTreat(anomalies),
    unaccepted: isAsIssued ? 0 : countOf(anomalies, "error"),
  };
}

/** A trial, as the pane shows it, its fields included; `trial` is null where nothing differs from what is in force. */
export function trialShown(
  kept: KeptTrial,
  grids: TrialGrids,
  trial: Trial | null,
): Pick<AnalysesShown, "tried" | "prices"> {
  const prices = priceFields(grids, kept, trial?.simulation ?? null);
  return { prices, tried: trial === null ? null : triedShown(kept, grids, trial) };
}

function triedShown({ from }: KeptTrial, { base }: TrialGrids, { simulation, anomalies }: Trial): TriedShown {
  const { byPayer, total, communes, trial } = simulation;
  return {
    file: from?.file ?? null,
    act: base.act,
    isTyped: trial.grid !== base,
    cagb: changeShown(byPayer.cagb),
    due: changeShown(byPayer.commune),
    total: changeShown(total),
    directions: countDirections(simulation),
    moves: mostMoved(communes).map(moveOf),
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

/** Errors, then what is to look at; what is only to know asks for nothing here. */
function toTreat(anomalies: readonly Anomaly[]): Anomaly[] {
  return (["error", "warning"] as const).flatMap((severity) =>
    anomalies.filter((anomaly) => anomaly.severity === severity),
  );
}
