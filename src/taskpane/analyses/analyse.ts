import { billComparedInSteps, otherInventory, type IssuedStatement } from "../../billing";
import type { Steps } from "../../cells";
import { addAnalyses, type Analyses, type Trial } from "../../documents";
import { countOf, type Anomaly } from "../../messages";
import type { Options } from "../../options";
import { compareStatements, rectify } from "../../statement";
import { campaignOf } from "../../tariff";
import type { Snapshot } from "../operations/snapshot";
import { noAnalyses, type AnalysesShown, type KeptAnalyses, type KeptComparison } from "./model";
import { gridsOf, trialInSteps } from "./prices";
import { billIssuedForInSteps, comparedShown, rectifiedShown, trialShown } from "./shown";

type Refused = { readonly refusals: readonly Anomaly[] };

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

/** Another campaign's workbook, read with those beside it, billed to be compared with that one; as `rebill --compare`. */
export function* billOtherInSteps(
  { other, beside }: Pick<KeptComparison, "other" | "beside">,
  against: number,
  accepted: Options["accepted"],
): Steps<KeptComparison | Refused> {
  const campaign = campaignOf(against);
  const billed = yield* billComparedInSteps({ other, beside, campaign, options: {}, accepted });
  return "refusals" in billed ? billed : { other, beside, against, accepted, billed };
}

/** Compares, tries and corrects what is kept against what was just billed, and adds their sheets to its documents. */
export function* analyseInSteps(kept: KeptAnalyses, snapshot: Snapshot): Steps<Analysed> {
  const comparison = yield* comparisonFor(kept.comparison, snapshot);
  const trial = yield* trialInSteps(kept.trial, snapshot);
  const issued = kept.issued === null ? null : yield* billIssuedForInSteps(kept.issued, snapshot);
  const refusals = [comparison, trial, issued].flatMap((one) =>
    one !== null && "refusals" in one ? one.refusals : [],
  );
  const compared = comparison !== null && "billed" in comparison ? comparison : null;
  const isTrialRefused = trial !== null && "refusals" in trial;
  const tried = isTrialRefused ? null : trial;
  const corrected = issued !== null && "statement" in issued ? issued : null;
  const stillKept =
    refusals.length === 0 && compared === kept.comparison
      ? kept
      : {
          comparison: compared,
          trial: isTrialRefused ? null : kept.trial,
          issued: corrected === null ? null : kept.issued,
        };
  const { analyses, shown } = together({ compared, trial: tried, issued: corrected }, stillKept, snapshot);
  const { billing, workbook } = snapshot;
  const sheets = addAnalyses(billing.sheets, analyses, workbook);
  return {
    snapshot: { ...snapshot, billing: { ...billing, sheets }, kept: stillKept, analyses },
    kept: stillKept,
    shown,
    refusals,
  };
}

/** Billed again where another campaign is looked at, since it may be another year's rules, and where more is accepted, or less. */
function* comparisonFor(
  kept: KeptComparison | null,
  { campaign, billing }: Snapshot,
): Steps<KeptComparison | Refused | null> {
  if (kept === null) return null;
  const { accepted } = billing.statement.options;
  if (kept.against === campaign && JSON.stringify(kept.accepted) === JSON.stringify(accepted)) return kept;
  return yield* billOtherInSteps(kept, campaign, accepted);
}

interface Made {
  readonly compared: KeptComparison | null;
  readonly trial: Trial | null;
  readonly issued: IssuedStatement | null;
}

function together(
  { compared, trial, issued }: Made,
  { trial: kept }: KeptAnalyses,
  snapshot: Snapshot,
): { readonly analyses: Analyses; readonly shown: AnalysesShown } {
  const { billing } = snapshot;
  let [analyses, shown]: [Analyses, AnalysesShown] = [{}, noAnalyses];
  if (compared !== null) {
    const { file, campaignFrom, statement, anomalies } = compared.billed;
    const comparison = compareStatements(statement, billing.statement);
    const errors = { before: countOf(anomalies, "error"), after: countOf(billing.anomalies, "error") };
    analyses = { comparison: { comparison, file, campaignFrom, errors } };
    const beside = compared.beside.map(({ cells }) => cells.file);
    shown = { ...shown, compared: comparedShown(compared.billed, beside, comparison) };
  }
  if (trial !== null) analyses = { ...analyses, trial };
  if (kept !== null) shown = { ...shown, ...trialShown(kept, gridsOf(kept, snapshot), trial) };
  if (issued !== null) {
    const { file, run, statement } = issued;
    const rectification = rectify(statement, billing.statement);
    const points = otherInventory(issued, billing.reading, rectification, billing.statement.options.accepted);
    const errors = countOf(billing.anomalies, "error") + points.length;
    analyses = { ...analyses, rectification: { rectification, file, when: run.when, errors } };
    shown = { ...shown, rectified: rectifiedShown(issued, rectification, points) };
  }
  return { analyses, shown };
}
