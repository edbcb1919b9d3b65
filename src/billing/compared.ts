import { finish, type Steps } from "../cells";
import type { Anomaly } from "../messages";
import { formatAmount, formatEuros } from "../money";
import type { PartialOptions } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { campaignOf, type Campaign } from "../tariff";
import { isAccepted, type AcceptedPoint } from "./accepted";
import { billInventoryInSteps } from "./bill-inventory";
import { refusalsOfCompared } from "./compared-refusals";
import type { OpenedWorkbook } from "./issued";
import { lastRunOf, type LastRun } from "./last-run";
import { optionsOfRun } from "./run-options";

export interface ComparedRequest {
  /** The workbook of another campaign. */
  readonly other: OpenedWorkbook;
  /** Those that it was read with, headcounts for one. */
  readonly beside?: readonly OpenedWorkbook[];
  /** The campaign to which it is compared. */
  readonly campaign: Campaign;
  /** Options given beside that campaign. */
  readonly options: PartialOptions;
  /** What the user accepted. */
  readonly accepted?: readonly AcceptedPoint[];
}

/** Another campaign's workbook, billed. */
export interface ComparedBilling {
  readonly file: string;
  /** Its Journal names its campaign; without one, it is taken for the year before. */
  readonly campaignFrom: "journal" | "year-before";
  readonly statement: Statement;
  /** It gives the total of its Journal: its errors were accepted then. */
  readonly isAsIssued: boolean;
  /** In the order one leafs through that workbook. */
  readonly anomalies: readonly Anomaly[];
}

export type ComparedResult = ComparedBilling | { readonly refusals: readonly Anomaly[] };

/**
 * A workbook of another campaign, billed to be compared: the campaign and the options of its Journal where it was
 * generated; else the year before, with its own options, and what the campaign says beside of Besançon and of what
 * is counted once a school.
 */
export function billCompared(request: ComparedRequest): ComparedResult {
  return finish(billComparedInSteps(request));
}

export function* billComparedInSteps({
  other,
  beside = [],
  campaign,
  options,
  accepted = [],
}: ComparedRequest): Steps<ComparedResult> {
  const run = lastRunOf(other.journalRows);
  const isGenerated = typeof run !== "string";
  const workbooks = [other, ...beside].map(({ cells }) => cells);
  const billed = yield* billInventoryInSteps({
    workbooks,
    openingAnomalies: [other, ...beside].flatMap(({ anomalies }) => anomalies),
    campaign: isGenerated ? run.campaign : campaignOf(campaign.year - 1),
    options: (isGenerated ? optionsOfRun(run, workbooks, options) : null) ?? generalOptions(options),
  });
  const { file } = other.cells;
  if ("refusals" in billed) return { refusals: refusalsOfCompared(billed.refusals, file, isGenerated) };
  const { reading, statement } = billed;
  const difference = isGenerated ? differenceFrom(run, statement, file, accepted) : [];
  return {
    file,
    campaignFrom: isGenerated ? "journal" : "year-before",
    statement,
    isAsIssued: isGenerated && difference.length === 0,
    anomalies: [...difference, ...allAnomalies(reading, statement)],
  };
}

/** Those that say how things are counted, whatever the workbook; columns, rows and keys are one workbook's own. */
function generalOptions({ besancon, schoolUnit }: PartialOptions): PartialOptions {
  return { ...(besancon !== undefined && { besancon }), ...(schoolUnit !== undefined && { schoolUnit }) };
}

/**
 * Where the workbook is no longer what it was when its documents were generated: an error, since what it is compared to is
 * not what was issued; a warning once the total that it gives now was accepted.
 */
function differenceFrom(
  run: LastRun,
  { total }: Statement,
  file: string,
  accepted: readonly AcceptedPoint[],
): Anomaly[] {
  if (total.equals(run.total)) return [];
  const params = { file, found: formatEuros(total), issued: formatEuros(run.total), was: formatAmount(total) };
  const anomaly: Anomaly = { severity: "error", code: "compared-total-differs", file, sheet: null, cell: null, params };
  return [isAccepted(anomaly, accepted) ? { ...anomaly, severity: "warning" } : anomaly];
}
