import { finish, type Steps } from "../cells";
import { formatDateTime, type Trial } from "../documents";
import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { formatAmount, formatEuros } from "../money";
import { allAnomalies, makeStatementInSteps, simulate, type Rectification } from "../statement";
import type { Grid } from "../tariff";
import {
  billInventoryInSteps,
  isAccepted,
  type AcceptedPoint,
  type BilledInventory,
  type InventoryRequest,
} from "./bill-campaign";
import type { IssuedStatement } from "./other-statements";

interface TrialRequest extends Omit<InventoryRequest, "grid"> {
  /** The same workbooks, billed with the grid in force. */
  readonly billed: BilledInventory;
  readonly trial: Grid;
}

type TrialResult = Trial | { readonly refusals: readonly Anomaly[] };

/** How a trial names the grid whose prices were changed in the pane: on « Simulation », in French as all of it. */
export function actOfTypedPrices(act: string): string {
  return `Prix essayés dans le volet sur la grille «\u00a0${act}\u00a0»`;
}

/**
 * A grid tried on an inventory, whatever the dates it applies on. The inventory is read again where the trial counts
 * something else: another row, another wording, another unit; where prices alone move, it is only priced again.
 */
export function tryGrid(request: TrialRequest): TrialResult {
  return finish(tryGridInSteps(request));
}

export function* tryGridInSteps(request: TrialRequest): Steps<TrialResult> {
  const { billed, trial, campaign } = request;
  const now = billed.statement;
  if (countsAlike(now.grid, trial)) {
    const statement = yield* makeStatementInSteps(billed.reading, trial, campaign, now.options);
    yield;
    return { simulation: simulate(now, statement), anomalies: [] };
  }
  const again = yield* billInventoryInSteps({ ...request, options: now.options, grid: trial });
  if ("refusals" in again) return again;
  const known = new Set(allAnomalies(billed.reading, now).map(identity));
  const anomalies = allAnomalies(again.reading, again.statement).filter((anomaly) => !known.has(identity(anomaly)));
  return { simulation: simulate(now, again.statement), anomalies };
}

/** Whether two grids make the same reading of an inventory: the same rows, worded alike, in the same units and natures. */
function countsAlike(one: Grid, other: Grid): boolean {
  return JSON.stringify(one.rows.map(countedAs)) === JSON.stringify(other.rows.map(countedAs));
}

function countedAs({ code, prestation, unit, prices: { installation, maintenance } }: Grid["rows"][number]) {
  const isPriced = [installation, maintenance].map(({ cagb, commune }) => cagb !== null || commune !== null);
  return [code, prestation, unit, ...isPriced];
}

function identity(anomaly: Anomaly): string {
  return JSON.stringify(anomaly);
}

/**
 * The error of a correction that looks like quite another inventory: no file in common with what was issued, and most lines
 * changed. None where it was accepted, as what the correction then gave.
 */
export function otherInventory(
  { file, run }: IssuedStatement,
  { rows }: Pick<Reading, "rows">,
  { issued, corrected, communes }: Rectification,
  accepted: readonly AcceptedPoint[],
): Anomaly[] {
  const known = new Set(run.files.map((one) => one.file.toLowerCase()));
  if (rows.some(({ sheet }) => known.has(sheet.file.toLowerCase()))) return [];
  const changed = communes.reduce((count, { lines }) => count + lines.length, 0);
  const all = Math.max(issued.lines.length, corrected.lines.length);
  if (2 * changed <= all) return [];
  const params = {
    file,
    when: formatDateTime(run.when),
    issued: [...new Set(run.files.map((one) => one.file))].join(", "),
    read: [...new Set(rows.map(({ sheet }) => sheet.file))].join(", "),
    lines: changed,
    found: formatEuros(corrected.total),
    was: formatAmount(corrected.total),
  };
  const anomaly: Anomaly = {
    severity: "error",
    code: "rectified-other-inventory",
    file,
    sheet: null,
    cell: null,
    params,
  };
  return isAccepted(anomaly, accepted) ? [] : [anomaly];
}
