import { forgetTexts, type Steps, type WorkbookCells } from "../cells";
import { readInventoryInSteps, readsNothing, type Reading } from "../inventory";
import type { Anomaly } from "../messages";
import { holdsOptions, mergeOptions, readOptionsSheet, type PartialOptions } from "../options";
import { makeStatementInSteps, type Statement } from "../statement";
import { gridOfWorkbooks, holdsTarifs, type Campaign, type Grid } from "../tariff";

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
