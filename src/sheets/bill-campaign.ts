import { finish } from "../cells";
import type { Steps, WorkbookCells } from "../cells";
import { readInventoryInSteps } from "../inventory";
import type { Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { holdsOptions, mergeOptions, readOptionsSheet } from "../options";
import type { PartialOptions } from "../options";
import { allAnomalies, fingerprintInSteps, makeStatement } from "../statement";
import type { Statement } from "../statement";
import { gridOfWorkbooks, holdsTarifs } from "../tariff";
import type { Campaign } from "../tariff";
import type { JournalInput } from "./journal";
import { makeSheetsInSteps } from "./make-sheets";
import type { SheetModel } from "./model";
import type { KeyedName } from "./names";

/** A campaign to bill: what a door to workbooks knows, and nothing that the core can find by itself. */
export interface BillingRequest {
  /** Read together; documents go into the first. */
  readonly workbooks: readonly WorkbookCells[];
  /** What opening them told. */
  readonly openingAnomalies: readonly Anomaly[];
  readonly campaign: Campaign;
  /** Options given beside the workbooks; they win over those of the sheet « Options Ordiclasse ». */
  readonly options: PartialOptions;
  readonly journal: Pick<JournalInput, "when" | "rows">;
  /** Of the first workbook. */
  readonly userSheetNames: readonly string[];
  readonly ownSheets: readonly KeyedName[];
}

/** Everything that a run shows and writes: a preview and a run share it. */
export interface Billing {
  readonly reading: Reading;
  readonly statement: Statement;
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
  const { workbooks, campaign } = request;
  const chosen = gridOfWorkbooks(workbooks, campaign);
  if ("anomalies" in chosen) return { refusals: chosen.anomalies };
  const fromSheet = readOptionsSheet(workbooks.flatMap((workbook) => workbook.sheets));
  if ("anomalies" in fromSheet) return { refusals: fromSheet.anomalies };
  const options = mergeOptions(fromSheet.options, request.options);

  const read = yield* readInventoryInSteps({ workbooks, campaign, grid: chosen.grid, options });
  if (read.mappings.length === 0) return { refusals: whyNoInventory(read, workbooks) };
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
  const statement = makeStatement(reading, chosen.grid, campaign, options);
  yield;
  const fingerprints = yield* fingerprintsOf(reading, workbooks);
  const sheets = yield* makeSheetsInSteps({
    reading,
    statement,
    journal: { ...request.journal, fingerprints },
    userSheetNames: request.userSheetNames,
    ownSheets: request.ownSheets,
  });
  return { reading, statement, anomalies: allAnomalies(reading, statement), sheets };
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
    .filter(({ file }) => !reading.mappings.some(({ sheet }) => sheet.file === file))
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
