import { finish, forgetTexts, type Steps, type WorkbookCells } from "../cells";
import { makeSheetsInSteps, type JournalInput, type KeyedName, type SheetModel } from "../documents";
import { readInventoryInSteps, readsNothing, type Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { holdsOptions, mergeOptions, readOptionsSheet, type PartialOptions } from "../options";
import { allAnomalies, fingerprintInSteps, makeStatementInSteps, type Statement } from "../statement";
import { gridOfWorkbooks, holdsTarifs, type Campaign, type Grid } from "../tariff";

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

type BillingResult = Billing | { readonly refusals: readonly Anomaly[] };

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

/** What a campaign is billed from. */
export interface InventoryRequest {
  /** Read together; the first needs no file's name in sources. */
  readonly workbooks: readonly WorkbookCells[];
  /** What opening them told. */
  readonly openingAnomalies: readonly Anomaly[];
  readonly campaign: Campaign;
  /** Options given beside the workbooks; they win over those of the sheet « Options Ordiclasse ». */
  readonly options: PartialOptions;
  /** A grid to be tried, whatever its dates; by default the workbooks' own, or the built-in one. */
  readonly grid?: Grid;
}

/** What was read, and what it comes to. */
export interface BilledInventory {
  readonly reading: Reading;
  readonly statement: Statement;
}

/** The chain without its documents: workbooks → grid and options → reading → statement; or everything that forbids it. */
export function* billInventoryInSteps(
  request: InventoryRequest,
): Steps<BilledInventory | { readonly refusals: readonly Anomaly[] }> {
  try {
    return yield* billed(request);
  } finally {
    forgetTexts();
  }
}

function* billed(request: InventoryRequest): Steps<BilledInventory | { readonly refusals: readonly Anomaly[] }> {
  const { workbooks, campaign } = request;
  const chosen =
    request.grid === undefined ? gridOfWorkbooks(workbooks, campaign) : { grid: request.grid, warnings: [] };
  if ("anomalies" in chosen) return { refusals: chosen.anomalies };
  const fromSheet = readOptionsSheet(workbooks.flatMap((workbook) => workbook.sheets));
  if ("anomalies" in fromSheet) return { refusals: fromSheet.anomalies };
  const options = mergeOptions(fromSheet.options, request.options);

  const read = yield* readInventoryInSteps({ workbooks, campaign, grid: chosen.grid, options });
  if (readsNothing(read) && !isUnclear(read)) return { refusals: whyNoInventory(read, workbooks) };
  const reading = {
    ...read,
    anomalies: [
      ...request.openingAnomalies,
      ...chosen.warnings,
      ...read.anomalies,
      ...uselessWorkbooks(read, workbooks),
    ],
  };
  yield;
  return { reading, statement: yield* makeStatementInSteps(reading, chosen.grid, campaign, options) };
}

/** What may be an inventory is told where it stands. */
function isUnclear({ anomalies }: Pick<Reading, "anomalies">): boolean {
  return anomalies.some(({ code }) => code === "unread-table" || code === "unread-equipment");
}

/** A hidden inventory explains by itself why none is read. */
function whyNoInventory(reading: Reading, workbooks: readonly WorkbookCells[]): Anomaly[] {
  const hidden = reading.anomalies.filter(({ code }) => code === "hidden-sheet");
  if (hidden.length > 0) return hidden;
  const files = workbooks.map(({ file }) => file).join(", ");
  return [{ severity: "error", code: "no-inventory", file: null, sheet: null, cell: null, params: { files } }];
}

/** A workbook may be there for its tariff or its options alone; any other brings nothing: a warning, no more. */
function uselessWorkbooks(reading: Reading, workbooks: readonly WorkbookCells[]): Anomaly[] {
  return workbooks
    .filter(({ file }) => readsNothing({ mappings: reading.mappings.filter(({ sheet }) => sheet.file === file) }))
    .filter(({ file }) => !isUnclear({ anomalies: reading.anomalies.filter((told) => told.file === file) }))
    .filter((workbook) => !holdsTarifs(workbook) && !holdsOptions(workbook.sheets))
    .map(({ file }) => ({
      severity: "warning",
      code: "workbook-without-inventory",
      file,
      sheet: null,
      cell: null,
      params: { file },
    }));
}

/** A point that the user looked at and accepted, as long as what was written there still is. (decisions §4, `accepted`) */
export interface AcceptedPoint {
  readonly file?: string | null;
  readonly sheet?: string | null;
  readonly cell?: string | null;
  readonly code: string;
  readonly was: string;
}

/**
 * Whether an anomaly was accepted: a choice that names no file, sheet or cell is about any. What is to be written as `was` is
 * in the anomaly's parameters.
 */
export function isAccepted({ code, file, sheet, cell, params }: Anomaly, accepted: readonly AcceptedPoint[]): boolean {
  return accepted.some(
    (one) =>
      one.code === code &&
      one.was === params.was &&
      (one.file ?? file) === file &&
      (one.sheet ?? sheet) === sheet &&
      (one.cell ?? cell) === cell,
  );
}
