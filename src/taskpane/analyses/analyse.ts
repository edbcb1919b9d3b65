import { analyseInSteps as analyseCampaign, billComparedInSteps } from "../../billing";
import type { Steps } from "../../cells";
import { addAnalyses } from "../../documents";
import { success, type Anomaly, type Result } from "../../messages";
import type { Options } from "../../options";
import { campaignOf } from "../../tariff";
import { makeSheetsAgain, requestOf, type Snapshot } from "../operations/snapshot";
import { noAnalyses, type AnalysesShown, type KeptAnalyses, type KeptComparison } from "./model";
import { gridSimulated, trialShown } from "./prices";

/** What became of the analyses kept. */
export interface Analysed {
  /** Its documents with the sheets of the analyses. */
  readonly snapshot: Snapshot;
  /** Without what this campaign refuses. */
  readonly kept: KeptAnalyses;
  readonly shown: AnalysesShown;
  /** Why something is not kept any more; none where all is. */
  readonly refusals: readonly Anomaly[];
}

/** Bills another campaign's workbook, read with those beside it, to be compared with that one; as `rebill --compare`. */
export function* billOtherInSteps(
  { other, beside }: Pick<KeptComparison, "other" | "beside">,
  against: number,
  accepted: Options["accepted"],
): Steps<Result<KeptComparison>> {
  const campaign = campaignOf(against);
  const billed = yield* billComparedInSteps({ other, beside, campaign, options: {}, accepted });
  return billed.ok ? success({ other, beside, against, accepted, billed: billed.value }) : billed;
}

/** Compares, simulates and corrects what is kept against what was just billed, and adds their sheets to its documents. */
export function* analyseInSteps(before: KeptAnalyses, snapshot: Snapshot): Steps<Analysed> {
  const { campaign, billing, workbook } = snapshot;
  const compared = before.comparison;
  const { accepted } = billing.statement.options;
  // Another campaign may have other rules; more, or less, may be accepted.
  const isCurrent = compared?.against === campaign && JSON.stringify(compared.accepted) === JSON.stringify(accepted);
  const grid = gridSimulated(before.trial, snapshot);
  const { statement, comparison, simulation, rectification, documents, refusals } = yield* analyseCampaign({
    ...requestOf(snapshot),
    billing,
    comparison: compared === null ? null : { ...compared, billed: isCurrent ? compared.billed : null },
    grid,
    issued: before.issued,
  });
  const kept: KeptAnalyses =
    refusals.length === 0 && (compared === null || isCurrent)
      ? before
      : {
          comparison:
            compared === null || comparison === null
              ? null
              : { ...compared, against: campaign, accepted, billed: comparison.billed },
          trial: grid !== null && simulation === null ? null : before.trial,
          issued: rectification === null ? null : before.issued,
        };
  const shown: AnalysesShown = {
    ...noAnalyses,
    comparison,
    simulation,
    rectification,
    beside: kept.comparison?.beside.map(({ cells }) => cells.file) ?? [],
    trial: trialShown(kept.trial, snapshot),
  };
  const isAsBilled = comparison === null && statement === billing.statement;
  const own = isAsBilled
    ? billing.sheets
    : yield* makeSheetsAgain(snapshot, { statement, comparison: comparison?.comparison ?? null });
  const sheets = addAnalyses(own, documents, workbook);
  return {
    snapshot: { ...snapshot, billing: { ...billing, statement, sheets }, kept, analyses: documents },
    kept,
    shown,
    refusals: refusals.flat(),
  };
}
