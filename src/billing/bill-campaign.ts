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
import { withEdition } from "./edition";

/** A workbook as it was opened: enough to bill it, and to bill again what it was generated from. */
export interface BillableWorkbook {
  readonly cells: WorkbookCells;
  /** What opening it could not bring, as things to know. */
  readonly anomalies: readonly Anomaly[];
  /** Cells of its Journal, or none. */
  readonly journalRows: readonly (readonly Cell[])[];
  /** What it keeps of its last run as data; null where it keeps nothing. */
  readonly runRecord: string | null;
}

/** An opened workbook that documents can go into. */
export interface HostWorkbook extends BillableWorkbook {
  /** Names that generated sheets may not take, chart sheets included. */
  readonly userSheetNames: readonly string[];
  /** Generated sheets found, under the names they bear now. */
  readonly generatedSheets: readonly KeyedName[];
}

/**
 * A campaign to bill: what a port to workbooks knows, and nothing that the core can find by itself. Documents go into
 * the first workbook.
 */
export interface BillingRequest
  extends Omit<InventoryRequest, "grid">, Pick<HostWorkbook, "userSheetNames" | "generatedSheets"> {
  readonly journal: Pick<JournalInput, "when" | "rows" | "record">;
  /** What the sheets of settings said, where that is known already. */
  readonly settings?: RunSettings;
  /** Returns the fingerprint of a sheet that the shell has hashed already; undefined of any other. */
  readonly fingerprintOf?: (sheet: SheetCells) => string | undefined;
}

/** Everything that a run shows and writes: a preview and a run share it. */
export interface Billing extends BilledInventory {
  /** In the order one leafs through the workbooks. */
  readonly anomalies: readonly Anomaly[];
  readonly sheets: readonly SheetModel[];
}

/**
 * Goes through the whole chain, pure: workbooks → grid and options → reading → statement → documents. Errors on rows
 * are in the billing, which leaves them out; what makes any billing impossible (no grid, faulty options or `Tarifs`, no
 * inventory) fails, with everything that is wrong. (decisions §1 to §5)
 */
export function billCampaign(request: BillingRequest): Result<Billing> {
  return finish(billCampaignInSteps(request));
}

/** Goes through the same chain, pausing between its steps. */
export function* billCampaignInSteps(request: BillingRequest): Steps<Result<Billing>> {
  const billed = yield* billInventoryInSteps(request);
  return billed.ok ? success(yield* withDocumentsInSteps(request, billed.value)) : billed;
}

/** Completes what was billed: which version of its état it is, by the Journal of the workbook, then its documents. */
export function* withDocumentsInSteps(
  request: BillingRequest,
  { reading, statement: billed }: BilledInventory,
): Steps<Billing> {
  const statement = withEdition(billed, request.journal);
  const sheets = yield* makeDocumentsInSteps(request, { reading, statement });
  return { reading, statement, anomalies: allAnomalies(reading, statement), sheets };
}

/** Makes the documents of a billed campaign; with another campaign, which fiches show beside it, when it is compared. */
export function makeDocuments(
  request: BillingRequest,
  billed: BilledInventory,
  comparison: Comparison | null = null,
): SheetModel[] {
  return finish(makeDocumentsInSteps(request, billed, comparison));
}

/** Makes the same documents, pausing between them. */
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

/** Returns what the sheets of settings, and the folder of a convention, say, as a run keeps it. */
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

/** Returns the fingerprints of the sheets that a reading is made of, in its order. */
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

/** What a campaign is billed from. */
export interface InventoryRequest {
  /** Read together; the first needs no file's name in sources. */
  readonly workbooks: readonly WorkbookCells[];
  /** What opening them told. */
  readonly openingAnomalies: readonly Anomaly[];
  /** Under the convention that a folder gives, or the built-in one; workbooks that say their own have theirs. */
  readonly campaign: Campaign;
  /** Options given beside the workbooks; they win over those of the sheet « Options Ordiclasse ». */
  readonly options: PartialOptions;
  /** A grid to be tried, whatever its dates; by default the workbooks' own, or the built-in one. */
  readonly grid?: Grid;
}

/** What was read, and what it comes to. */
export interface BilledInventory {
  readonly reading: InventoryReading;
  readonly statement: Statement;
}

/** Goes through the chain without its documents: workbooks → grid and options → reading → statement. */
export function billInventory(request: InventoryRequest): Result<BilledInventory> {
  return finish(billInventoryInSteps(request));
}

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
  const reading = { ...read, anomalies };
  yield;
  return success({ reading, statement: yield* makeStatementInSteps(reading, grid, campaign, options) });
}

/** Returns whether something may be an inventory, which is then told where it stands. */
function isUnclear({ anomalies }: Pick<InventoryReading, "anomalies">): boolean {
  return anomalies.some(({ code }) => code === "unread-table" || code === "unread-equipment");
}

/** Returns why nothing is read; a hidden inventory explains it by itself. */
function whyNoInventory(reading: InventoryReading, workbooks: readonly WorkbookCells[]): Anomaly[] {
  const hidden = reading.anomalies.filter(({ code }) => code === "hidden-sheet");
  if (hidden.length > 0) return hidden;
  const files = workbooks.map(({ file }) => file).join(", ");
  return [anomaly("error", "no-inventory", { files })];
}

/** Warns of the workbooks that bring nothing: neither inventory, nor tariff, nor options. */
function uselessWorkbooks(reading: InventoryReading, workbooks: readonly WorkbookCells[]): Anomaly[] {
  return workbooks
    .filter(({ file }) => readsNothing({ mappings: reading.mappings.filter(({ sheet }) => sheet.file === file) }))
    .filter(({ file }) => !isUnclear({ anomalies: reading.anomalies.filter((told) => told.file === file) }))
    .filter((workbook) => !holdsTarifs(workbook) && !holdsOptions(workbook.sheets))
    .map(({ file }) => anomaly("warning", "workbook-without-inventory", { file }, { file }));
}

/**
 * Returns whether the user accepted an anomaly of a whole run: a choice that names no file, sheet or cell is about any.
 * The parameter `was` of the anomaly is what its choice has to say. (decisions §4)
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
