import { finish, type Steps, type WorkbookCells } from "../cells";
import { type JournalInput, makeSheetsInSteps, type SheetModel, type KeyedName } from "../documents";

import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { allAnomalies, fingerprintInSteps } from "../statement";
import { billInventoryInSteps, type BilledInventory, type InventoryRequest } from "./bill-inventory";

/**
 * A campaign to bill: what a door to workbooks knows, and nothing that the core can find by itself. Documents go into the
 * first workbook.
 */
export interface BillingRequest extends Omit<InventoryRequest, "grid"> {
  readonly journal: Pick<JournalInput, "when" | "rows">;
  /** Of the first workbook. */
  readonly userSheetNames: readonly string[];
  readonly ownSheets: readonly KeyedName[];
}

/** Everything that a run shows and writes: a preview and a run share it. */
export interface Billing extends BilledInventory {
  /** In the order one leafs through the workbooks. */
  readonly anomalies: readonly Anomaly[];
  readonly sheets: readonly SheetModel[];
}

export type BillingResult = Billing | { readonly refusals: readonly Anomaly[] };

/**
 * The whole chain, pure: workbooks → grid and options → reading → statement → documents. Errors on rows are in the
 * billing, which leaves them out; what makes any billing impossible (no grid, faulty options or `Tarifs`, no inventory)
 * is a refusal, with everything that is wrong. (decisions §1 to §5)
 */
export function billCampaign(request: BillingRequest): BillingResult {
  return finish(billInSteps(request));
}

/** The same billing, which pauses about every ten milliseconds of work. */
export function* billInSteps(request: BillingRequest): Steps<BillingResult> {
  const billed = yield* billInventoryInSteps(request);
  if ("refusals" in billed) return billed;
  yield;
  const { reading, statement } = billed;
  const fingerprints = yield* fingerprintsOf(reading, request.workbooks);
  const sheets = yield* makeSheetsInSteps({
    reading,
    statement,
    journal: { ...request.journal, fingerprints },
    userSheetNames: request.userSheetNames,
    ownSheets: request.ownSheets,
  });
  return { reading, statement, anomalies: allAnomalies(reading, statement), sheets };
}

function* fingerprintsOf(reading: Reading, workbooks: readonly WorkbookCells[]): Steps<JournalInput["fingerprints"]> {
  const sheets = workbooks.flatMap((workbook) => workbook.sheets);
  const fingerprints = [];
  for (const { sheet } of reading.rows) {
    const read = sheets.find((one) => one.file === sheet.file && one.name === sheet.name);
    if (read !== undefined)
      fingerprints.push({ file: sheet.file, sheet: sheet.name, fingerprint: yield* fingerprintInSteps(read) });
  }
  return fingerprints;
}
