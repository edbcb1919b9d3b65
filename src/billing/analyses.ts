import { finish, type Steps } from "../cells";
import { formatDateTime, type Analyses, type JournalInput, type SimulationResult } from "../documents";
import type { InventoryReading } from "../inventory";
import { anomaly, countOf, success, type Anomaly, type Result } from "../messages";
import { formatAmount, formatEuros } from "../money";
import type { AcceptedValue } from "../options";
import {
  allAnomalies,
  compareStatements,
  makeStatementInSteps,
  rectify,
  simulate,
  type Comparison,
  type Rectification,
  type Statement,
} from "../statement";
import type { Grid } from "../tariff";
import {
  billInventoryInSteps,
  isAcceptedAnomaly,
  type BillableWorkbook,
  type BilledInventory,
  type Billing,
  type InventoryRequest,
} from "./bill-campaign";
import { changedDocuments } from "./changed-documents";
import { afterOrigin, printedAs } from "./edition";
import { billComparedInSteps, billIssuedInSteps, type ComparedBilling, type IssuedStatement } from "./other-statements";

/** The analyses wanted for a campaign, and what it was billed from; null for an analysis that is not wanted. */
interface AnalysesRequest extends Omit<InventoryRequest, "grid"> {
  readonly billing: Billing;
  /** The workbook of another campaign, the workbooks read with it, and their billing, if still valid. */
  readonly comparison: {
    readonly other: BillableWorkbook;
    readonly beside: readonly BillableWorkbook[];
    readonly billed: ComparedBilling | null;
  } | null;
  /** The grid to simulate. */
  readonly grid: Grid | null;
  /** The Journal of the workbook into which the campaign is generated. */
  readonly journal: Pick<JournalInput, "rows" | "record">;
  /** The issued workbook that the campaign corrects. */
  readonly issued: BillableWorkbook | null;
}

/** The analyses; null for one that was not wanted, or was refused. */
interface Parts {
  readonly comparison: { readonly billed: ComparedBilling; readonly comparison: Comparison } | null;
  readonly simulation: SimulationResult | null;
  readonly rectification: {
    readonly issued: IssuedStatement;
    readonly rectification: Rectification;
    /** Errors of the correction as a whole, except accepted ones. */
    readonly errors: readonly Anomaly[];
  } | null;
}

/** The result of analysing a campaign. */
export interface Analysed extends Parts {
  /** The statement for the documents of the campaign; a correction is a later version of the état that it corrects. */
  readonly statement: Statement;
  /** The analyses in the form that documents use. */
  readonly documents: Analyses;
  /** Why analyses are refused, in the order above. */
  readonly refusals: readonly (readonly Anomaly[])[];
}

/** Compares, simulates and corrects a billed campaign. */
export function analyse(request: AnalysesRequest): Analysed {
  return finish(analyseInSteps(request));
}

/** Analyses a campaign as `analyse` does, pausing between steps. */
export function* analyseInSteps(request: AnalysesRequest): Steps<Analysed> {
  const { billing, comparison, grid, issued, journal } = request;
  const { statement } = billing;
  const compared = comparison === null ? null : yield* billOther(request, comparison);
  const simulated = grid === null ? null : yield* simulateGridInSteps({ ...request, grid, billed: billing });
  const billed = issued === null ? null : yield* billIssuedInSteps({ ...request, issued, atHand: request.workbooks });
  const origin = billed?.ok ? billed.value.statement : null;
  const corrected = origin === null ? statement : afterOrigin(printedAs(statement, origin, journal), origin);
  const parts: Parts = {
    comparison: compared?.ok
      ? { billed: compared.value, comparison: compareStatements(compared.value.statement, statement) }
      : null,
    simulation: simulated?.ok ? simulated.value : null,
    rectification: billed?.ok ? correct(issued!, billed.value, billing, corrected) : null,
  };
  return {
    ...parts,
    statement: parts.rectification?.rectification.corrected ?? corrected,
    documents: forDocuments(parts, billing),
    refusals: [compared, simulated, billed].flatMap((part) => (part?.ok === false ? [part.error] : [])),
  };
}

function* billOther(
  { campaign, options, billing }: AnalysesRequest,
  { other, beside, billed }: NonNullable<AnalysesRequest["comparison"]>,
): Steps<Result<ComparedBilling>> {
  if (billed !== null) return success(billed);
  const { accepted } = billing.statement.options;
  return yield* billComparedInSteps({ other, beside, campaign, options, accepted });
}

function correct(
  workbook: BillableWorkbook,
  issued: IssuedStatement,
  { reading }: Billing,
  statement: Statement,
): NonNullable<Parts["rectification"]> {
  const rectification = rectify(issued.statement, statement);
  const { accepted } = statement.options;
  const changes = changedDocuments(workbook, accepted).filter(({ severity }) => severity === "error");
  return {
    issued,
    rectification,
    errors: [...changes, ...errorsOfCorrection(issued, reading, rectification, accepted)],
  };
}

function forDocuments({ comparison, simulation, rectification }: Parts, { anomalies }: Billing): Analyses {
  const errors = countOf(anomalies, "error");
  return {
    ...(comparison !== null && {
      comparison: {
        comparison: comparison.comparison,
        file: comparison.billed.file,
        campaignFrom: comparison.billed.campaignFrom,
        errors: { before: countOf(comparison.billed.anomalies, "error"), after: errors },
      },
    }),
    ...(simulation !== null && { simulation }),
    ...(rectification !== null && {
      rectification: {
        rectification: rectification.rectification,
        file: rectification.issued.file,
        when: rectification.issued.run.when,
        errors: errors + rectification.errors.length,
      },
    }),
  };
}

/** Errors that have not been accepted, which prevent documents from being written. */
export interface BlockingErrors {
  /** The errors of the campaign: its documents are provisional with them. */
  readonly own: number;
  /** The errors of the compared workbook: what they concern would be missing from one side of the comparison. */
  readonly compared: { readonly errors: number; readonly file: string } | null;
}

/** Counts the errors to be accepted before anything is written; null when there are none. */
export function blockingErrors({ anomalies }: Billing, { comparison, rectification }: Analysed): BlockingErrors | null {
  const own = countOf(anomalies, "error") + (rectification?.errors.length ?? 0);
  const errors = comparison?.billed.unacceptedErrors ?? 0;
  if (own + errors === 0) return null;
  return { own, compared: comparison === null || errors === 0 ? null : { errors, file: comparison.billed.file } };
}

/** Returns the name, in French like all of « Simulation », of a grid whose prices were changed in the pane. */
export function actOfTypedPrices(act: string): string {
  return `Prix essayés dans le volet sur la grille «\u00a0${act}\u00a0»`;
}

/** An inventory to bill under another grid. */
interface SimulationRequest extends InventoryRequest {
  /** The simulated grid, whatever its period. */
  readonly grid: Grid;
  /** The same workbooks, billed with the grid in force. */
  readonly billed: BilledInventory;
}

/**
 * Bills an inventory under another grid. The inventory is read again when that grid counts something else (another row,
 * wording or unit); when only prices change, it is only priced again.
 */
export function* simulateGridInSteps(request: SimulationRequest): Steps<Result<SimulationResult>> {
  const { billed, grid, campaign } = request;
  const now = billed.statement;
  if (countsAlike(now.grid, grid)) {
    const statement = yield* makeStatementInSteps(billed.reading, grid, campaign, now.options);
    yield;
    return success({ simulation: simulate(now, statement), anomalies: [] });
  }
  const again = yield* billInventoryInSteps({ ...request, options: now.options });
  if (!again.ok) return again;
  const { reading, statement } = again.value;
  const known = new Set(allAnomalies(billed.reading, now).map(identity));
  const anomalies = allAnomalies(reading, statement).filter((found) => !known.has(identity(found)));
  return success({ simulation: simulate(now, statement), anomalies });
}

/** Returns whether two grids give the same reading of an inventory: same rows, wordings, units and priced natures. */
function countsAlike(one: Grid, other: Grid): boolean {
  return JSON.stringify(one.rows.map(countedAs)) === JSON.stringify(other.rows.map(countedAs));
}

function countedAs({ code, prestation, unit, prices: { installation, maintenance } }: Grid["rows"][number]) {
  const isPriced = [installation, maintenance].map(({ cagb, commune }) => cagb !== null || commune !== null);
  return [code, prestation, unit, ...isPriced];
}

function identity(found: Anomaly): string {
  return JSON.stringify(found);
}

/**
 * Returns the error of a correction that seems to be based on another inventory: no file in common with the issued run,
 * and most lines changed. Empty when it was accepted for the same total.
 */
function errorsOfCorrection(
  { file, run }: IssuedStatement,
  { rows }: Pick<InventoryReading, "rows">,
  { issued, corrected, communes }: Rectification,
  accepted: readonly AcceptedValue[],
): Anomaly[] {
  const known = new Set(run.files.map((one) => one.file.toLowerCase()));
  if (rows.some(({ sheet }) => known.has(sheet.file.toLowerCase()))) return [];
  const changed = communes.reduce((count, { lines }) => count + lines.length, 0);
  if (2 * changed <= Math.max(issued.lines.length, corrected.lines.length)) return [];
  const params = {
    file,
    when: formatDateTime(run.when),
    issued: [...new Set(run.files.map((one) => one.file))].join(", "),
    read: [...new Set(rows.map(({ sheet }) => sheet.file))].join(", "),
    lines: changed,
    found: formatEuros(corrected.total),
    was: formatAmount(corrected.total),
  };
  const error = anomaly("error", "rectified-other-inventory", params, { file });
  return isAcceptedAnomaly(error, accepted) ? [] : [error];
}
