import { finish, forgetTexts, type Cell, type SheetCells, type Steps, type WorkbookCells } from "../cells";
import {
  makeSheetsInSteps,
  conventionDigest,
  optionsDigest,
  runSheet,
  type JournalInput,
  type KeyedName,
  type RunSettings,
  type SheetModel,
} from "../documents";
import { readInventoryInSteps, readsNothing, type InventoryReading } from "../inventory";
import { anomaly, failure, success, type Anomaly, type Result } from "../messages";
import { holdsOptions, mergeOptions, readOptionsSheet, type AcceptedValue, type PartialOptions } from "../options";
import { allAnomalies, fingerprintInSteps, makeStatementInSteps, type Comparison, type Statement } from "../statement";
import {
  campaignOfWorkbooks,
  conventionSettings,
  conventionWarnings,
  gridOfWorkbooks,
  holdsTarifs,
  type Campaign,
  type Grid,
} from "../tariff";
import { withChecked } from "./checked-warnings";
import { withEdition } from "./edition";

/** An opened workbook, with all that is needed to bill it, and to bill its last run again. */
export interface BillableWorkbook {
  readonly cells: WorkbookCells;
  /** Information about what opening it could not read. */
  readonly anomalies: readonly Anomaly[];
  /** Cells of its Journal; empty when it has none. */
  readonly journalRows: readonly (readonly Cell[])[];
  /** The record of its last run; null when it has none. */
  readonly runRecord: string | null;
}

/** An opened workbook that can receive documents. */
export interface HostWorkbook extends BillableWorkbook {
  /** Names that generated sheets may not take, those of chart sheets included. */
  readonly userSheetNames: readonly string[];
  /** The generated sheets, by key, with their present names. */
  readonly generatedSheets: readonly KeyedName[];
}

/** A request to bill a campaign, with what only the ports know. Documents go into the first workbook. */
export interface BillingRequest
  extends Omit<InventoryRequest, "grid">, Pick<HostWorkbook, "userSheetNames" | "generatedSheets"> {
  readonly journal: Pick<JournalInput, "when" | "rows" | "record">;
  /** The digests of the settings sheets, if already known. */
  readonly settings?: RunSettings;
  /** Returns the fingerprint of a sheet that the shell has already hashed; undefined for others. */
  readonly fingerprintOf?: (sheet: SheetCells) => string | undefined;
}

/** The result of billing a campaign, the same for a preview and a run. */
export interface Billing extends BilledInventory {
  /** In the order of the workbooks. */
  readonly anomalies: readonly Anomaly[];
  readonly sheets: readonly SheetModel[];
}

/**
 * Bills a campaign: workbooks → grid and options → reading → statement → documents; pure. Rows with errors are left
 * out, and the errors are part of the result. Fails with all faults when nothing can be billed: no grid, faulty options
 * or `Tarifs`, no inventory. (decisions §1 to §5)
 */
export function billCampaign(request: BillingRequest): Result<Billing> {
  return finish(billCampaignInSteps(request));
}

/** Bills a campaign as `billCampaign` does, pausing between steps. */
export function* billCampaignInSteps(request: BillingRequest): Steps<Result<Billing>> {
  const billed = yield* billInventoryInSteps(request);
  return billed.ok ? success(yield* withDocumentsInSteps(request, billed.value)) : billed;
}

/** Adds to a billed inventory the edition of its état, from the Journal of the workbook, and its documents. */
export function* withDocumentsInSteps(
  request: BillingRequest,
  { reading, statement: billed }: BilledInventory,
): Steps<Billing> {
  const statement = withEdition(billed, request.journal);
  const sheets = yield* makeDocumentsInSteps(request, { reading, statement });
  return { reading, statement, anomalies: allAnomalies(reading, statement), sheets };
}

/** Returns the documents of a billed campaign; with `comparison`, fiches show the other campaign beside it. */
export function makeDocuments(
  request: BillingRequest,
  billed: BilledInventory,
  comparison: Comparison | null = null,
): SheetModel[] {
  return finish(makeDocumentsInSteps(request, billed, comparison));
}

/** Makes documents as `makeDocuments` does, pausing between them. */
export function* makeDocumentsInSteps(
  { userSheetNames, generatedSheets, ...request }: BillingRequest,
  { reading, statement }: BilledInventory,
  comparison: Comparison | null = null,
): Steps<SheetModel[]> {
  const fingerprints = yield* fingerprintsOf(reading, request);
  const journal = {
    ...request.journal,
    opening: request.openingAnomalies,
    settings: request.settings ?? (yield* settingsOf(request)),
    sheets: userSheetNames,
    fingerprints,
  };
  return yield* makeSheetsInSteps({ reading, statement, journal, userSheetNames, generatedSheets, comparison });
}

/** Returns the digests of the settings sheets, and of a convention given in a folder, as a run record keeps them. */
export function* settingsOf({
  workbooks,
  campaign,
}: Pick<InventoryRequest, "workbooks" | "campaign">): Steps<RunSettings> {
  const sheets = workbooks.flatMap((workbook) => workbook.sheets);
  const options = readOptionsSheet(sheets, [campaign.convention]);
  const grid: RunSettings["grid"][number][] = [];
  for (const sheet of conventionSettings(sheets)) {
    grid.push(runSheet(sheet.name, yield* fingerprintInSteps(sheet)));
  }
  const convention = conventionDigest(campaign);
  return {
    options: optionsDigest(options.ok ? options.value : {}),
    grid,
    ...(convention !== null && { convention }),
  };
}

/** Returns the fingerprints of the sheets of a reading, in its order. */
function* fingerprintsOf(
  { rows }: InventoryReading,
  { workbooks, fingerprintOf }: Pick<BillingRequest, "workbooks" | "fingerprintOf">,
): Steps<JournalInput["fingerprints"]> {
  const sheets = workbooks.flatMap((workbook) => workbook.sheets);
  const fingerprints: JournalInput["fingerprints"][number][] = [];
  for (const { sheet } of rows) {
    const read = sheets.find(({ file, name }) => file === sheet.file && name === sheet.name);
    if (read === undefined) continue;
    const fingerprint = fingerprintOf?.(read) ?? (yield* fingerprintInSteps(read));
    fingerprints.push({ file: sheet.file, sheet: sheet.name, fingerprint });
  }
  return fingerprints;
}

/** The inputs of a campaign. */
export interface InventoryRequest {
  /** Workbooks read together; sources in the first one are named without a file. */
  readonly workbooks: readonly WorkbookCells[];
  /** The anomalies of opening them. */
  readonly openingAnomalies: readonly Anomaly[];
  /** The campaign, under the convention of a folder or the built-in one; a convention in the workbooks replaces it. */
  readonly campaign: Campaign;
  /** Options given outside the workbooks; they win over those of the sheet « Options Ordiclasse ». */
  readonly options: PartialOptions;
  /** A grid to simulate, whatever its period; by default that of the workbooks, or the built-in one. */
  readonly grid?: Grid;
}

/** A reading and its statement. */
export interface BilledInventory {
  readonly reading: InventoryReading;
  readonly statement: Statement;
}

/** Bills a campaign without its documents: workbooks → grid and options → reading → statement. */
export function billInventory(request: InventoryRequest): Result<BilledInventory> {
  return finish(billInventoryInSteps(request));
}

/** Bills an inventory as `billInventory` does, pausing between steps. */
export function* billInventoryInSteps(request: InventoryRequest): Steps<Result<BilledInventory>> {
  try {
    return yield* readAndPrice(request);
  } finally {
    forgetTexts();
  }
}

function* readAndPrice(request: InventoryRequest): Steps<Result<BilledInventory>> {
  const { workbooks, openingAnomalies } = request;
  const under = campaignOfWorkbooks(request.campaign, workbooks);
  if (!under.ok) return under;
  const campaign = under.value;
  const chosen =
    request.grid === undefined ? gridOfWorkbooks(workbooks, campaign) : success({ grid: request.grid, warnings: [] });
  if (!chosen.ok) return chosen;
  const { grid, warnings } = chosen.value;
  const fromSheet = readOptionsSheet(
    workbooks.flatMap((workbook) => workbook.sheets),
    [campaign.convention],
  );
  if (!fromSheet.ok) return fromSheet;
  const options = mergeOptions(fromSheet.value, request.options);

  const read = yield* readInventoryInSteps({ workbooks, campaign, grid, options });
  if (readsNothing(read) && !isUnclear(read)) return failure(whyNoInventory(read, workbooks));
  const anomalies = [
    ...openingAnomalies,
    ...warnings,
    ...conventionWarnings(campaign),
    ...read.anomalies,
    ...uselessWorkbooks(read, workbooks),
  ];
  const reading = { ...read, anomalies: withChecked(anomalies, options.accepted, workbooks) };
  yield;
  const statement = yield* makeStatementInSteps(reading, grid, campaign, options);
  return success({
    reading,
    statement: { ...statement, anomalies: withChecked(statement.anomalies, options.accepted, workbooks) },
  });
}

/** Returns whether something may be an inventory; its place is then reported. */
function isUnclear({ anomalies }: Pick<InventoryReading, "anomalies">): boolean {
  return anomalies.some(({ code }) => code === "unread-table" || code === "unread-equipment");
}

/** Returns why nothing could be read; a hidden inventory is a sufficient reason. */
function whyNoInventory(reading: InventoryReading, workbooks: readonly WorkbookCells[]): Anomaly[] {
  const hidden = reading.anomalies.filter(({ code }) => code === "hidden-sheet");
  if (hidden.length > 0) return hidden;
  const files = workbooks.map(({ file }) => file).join(", ");
  return [anomaly("error", "no-inventory", { files })];
}

/** Returns a warning for each workbook without inventory, tariff and options. */
function uselessWorkbooks(reading: InventoryReading, workbooks: readonly WorkbookCells[]): Anomaly[] {
  return workbooks
    .filter(({ file }) => readsNothing({ mappings: reading.mappings.filter(({ sheet }) => sheet.file === file) }))
    .filter(({ file }) => !isUnclear({ anomalies: reading.anomalies.filter((one) => one.file === file) }))
    .filter((workbook) => !holdsTarifs(workbook) && !holdsOptions(workbook.sheets))
    .map(({ file }) => anomaly("warning", "workbook-without-inventory", { file }, { file }));
}

/**
 * Returns whether the user accepted an anomaly about a whole run: a choice without file, sheet or cell accepts any. Its
 * `was` must equal the parameter `was` of the anomaly. (decisions §4)
 */
export function isAcceptedAnomaly(
  { code, file, sheet, cell, params }: Anomaly,
  accepted: readonly AcceptedValue[],
): boolean {
  return accepted.some(
    (one) =>
      one.code === code &&
      one.was === params.was &&
      (one.file ?? file) === file &&
      (one.sheet ?? sheet) === sheet &&
      (one.cell ?? cell) === cell,
  );
}
