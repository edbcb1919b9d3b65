import { analyseInSteps as analyseCampaign, billComparedInSteps, billIssuedInSteps } from "../../billing";
import type { Steps } from "../../cells";
import { addAnalyses } from "../../documents";
import { anomaly, failure, parseJsonText, success, type Anomaly, type MessageCode, type Result } from "../../messages";
import type { Options } from "../../options";
import { allAnomalies } from "../../statement";
import { campaignOf, loadGrid, readTarifs, type Convention, type Grid } from "../../tariff";
import { makeSheetsAgain, requestOf, runsOf, type Snapshot } from "../operations/snapshot";
import { noAnalyses } from "../state/state";
import type { SessionContext } from "../operations/context";
import {
  bytesOf,
  fileRefusal,
  nameOf,
  openPicked,
  without,
  type PickedFile,
  type PickedWorkbook,
} from "../operations/picked-files";
import { type AnalysesShown, type KeptAnalyses, type KeptComparison } from "./kept";
import { gridSimulated, trialShown } from "./prices";

/** The result of the kept analyses. */
export interface Analysed {
  /** Its documents with the sheets of the analyses. */
  readonly snapshot: Snapshot;
  /** Without what this campaign refuses. */
  readonly kept: KeptAnalyses;
  readonly shown: AnalysesShown;
  /** Why something is no longer kept; empty when all is. */
  readonly refusals: readonly Anomaly[];
}

/** Bills the workbook of another campaign, with those read beside it, to compare it, as `rebill --compare` does. */
export function* billOtherInSteps(
  { other, beside }: Pick<KeptComparison, "other" | "beside">,
  against: number,
  accepted: Options["accepted"],
): Steps<Result<KeptComparison>> {
  const campaign = campaignOf(against);
  const billed = yield* billComparedInSteps({ other, beside, campaign, options: {}, accepted });
  return billed.ok ? success({ other, beside, against, accepted, billed: billed.value }) : billed;
}

/**
 * Compares, simulates and rectifies what is kept against the last billing, and adds the sheets of the analyses to its
 * documents.
 */
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
    journal: { rows: runsOf(workbook), record: workbook.runRecord },
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
    snapshot: {
      ...snapshot,
      billing: { ...billing, statement, anomalies: allAnomalies(billing.reading, statement), sheets },
      kept,
      analyses: documents,
    },
    kept,
    shown,
    refusals: refusals.flat(),
  };
}

/** The analyses to keep; null when nothing changes, or the anomalies that prevent it. */
export type Picking = Promise<Result<KeptAnalyses> | null>;

/**
 * Reads and bills a workbook to compare with. `beside`: reads this file together with the workbooks already compared.
 * Returns null when the user cancelled it or no campaign is chosen.
 */
export async function pickCompared(context: SessionContext, picked: PickedWorkbook, beside: boolean): Picking {
  const opened = await openPicked(context, picked);
  if (!opened.ok) return failure([opened.anomaly]);
  const { campaign } = context.state;
  if (campaign === null) return null;
  const { comparison } = context.kept;
  const read =
    beside && comparison !== null
      ? { ...comparison, beside: [...without(comparison.beside, nameOf(picked)), opened.workbook] }
      : { other: opened.workbook, beside: [] };
  const accepted = context.snapshot?.billing.statement.options.accepted ?? [];
  const billed = await context.compute(billOtherInSteps(read, campaign, accepted));
  return billed?.ok ? success({ ...context.kept, comparison: billed.value }) : billed;
}

export async function pickGrids(context: SessionContext, picked: PickedFile): Picking {
  const { name } = picked;
  const read = await readGrids(context, picked);
  if (!read.ok) return read;
  return success({ ...context.kept, trial: { from: { file: name, grids: read.value }, typed: [], refused: [] } });
}

/**
 * Reads the workbook of an issued état. A refusal is returned before the other workbooks are read again, so that the
 * former état stays.
 */
export async function pickIssued(context: SessionContext, picked: PickedFile): Picking {
  const opened = await openPicked(context, picked);
  if (!opened.ok) return failure([opened.anomaly]);
  const { snapshot } = context;
  if (snapshot === null) return null;
  const issued = opened.workbook;
  const request = requestOf(snapshot);
  const billed = await context.compute(billIssuedInSteps({ ...request, issued, atHand: request.workbooks }));
  return billed?.ok ? success({ ...context.kept, issued }) : billed;
}

/**
 * Reads the grids of a file, as for `rebill --simulate`: a data file like the built-in ones, or the table `Tarifs` of a
 * workbook.
 */
async function readGrids(context: SessionContext, picked: PickedFile): Promise<Result<readonly Grid[]>> {
  const { name: file } = picked;
  const convention = context.snapshot?.billing.statement.campaign.convention;
  if (/\.json$/i.test(file)) {
    const bytes = await bytesOf(picked);
    return bytes === null ? refuse("pane-file-unreadable", file) : gridsOfData(bytes, file, convention);
  }
  const opened = await openPicked(context, picked);
  if (!opened.ok) return failure([opened.anomaly]);
  const { cells } = opened.workbook;
  const tarifs = readTarifs(cells.sheets, cells.date1904, convention);
  return tarifs ?? refuse("pane-grid-no-tarifs", file);
}

function gridsOfData(bytes: Uint8Array, file: string, convention?: Convention): Result<readonly Grid[]> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("pane-grid-not-json", file);
  }
  const parsed = parseJsonText(text);
  if (!parsed.ok) {
    if ("stopsAt" in parsed.error) return refuse("pane-grid-not-json", file);
    return failure(parsed.error.repeated.map((key) => anomaly("error", "json-key-twice", { file, ...key }, { file })));
  }
  const loaded = loadGrid(parsed.value, convention);
  return loaded.ok
    ? success([loaded.value])
    : failure(loaded.error.map(({ code, params }) => anomaly("error", code, params, { file })));
}

function refuse(code: MessageCode, file: string) {
  return failure([fileRefusal(code, file)]);
}

// What compares, simulates and rectifies, loaded when something is first compared, tried or corrected.
export { leaveTrial, tryTypedPrice } from "./prices";
