import { finish, type Cell, type Steps, type WorkbookCells } from "../cells";
import { formatDateTime } from "../documents";
import type { Anomaly, MessageCode } from "../messages";
import { formatEuros } from "../money";
import type { PartialOptions } from "../options";
import type { Statement } from "../statement";
import type { Campaign } from "../tariff";
import { billInventoryInSteps, type BilledInventory } from "./bill-inventory";
import { lastRunOf, type LastRun } from "./last-run";
import { optionsOfRun } from "./run-options";
import { sourcesOfRun } from "./run-sources";

/** A workbook as a door opened it: enough to bill it again. */
export interface OpenedWorkbook {
  readonly cells: WorkbookCells;
  /** What opening it told. */
  readonly anomalies: readonly Anomaly[];
  /** Cells of its Journal, or none. */
  readonly journalRows: readonly (readonly Cell[])[];
}

export interface IssuedRequest {
  readonly issued: OpenedWorkbook;
  /** Workbooks at hand, among which the run's other files are found again: those of the correction. */
  readonly atHand: readonly WorkbookCells[];
  /** Of the correction. */
  readonly campaign: Campaign;
  /** Options given beside the correction, which may be those that the issued statement was billed with. */
  readonly options: PartialOptions;
}

/** An issued statement, and the run that issued it. */
export interface IssuedStatement {
  readonly file: string;
  readonly run: LastRun;
  readonly statement: Statement;
}

export type IssuedResult = IssuedStatement | { readonly refusals: readonly Anomaly[] };

/**
 * The statement of a generated workbook, billed again as it was issued: its own inventory, with the campaign and the
 * options of the last row of its Journal. Refused where its sheets are not what the Journal knows, or where it no longer
 * gives the Journal's amounts: a correction rests on what was issued. Its errors were accepted then, and are not told again.
 */
export function billIssued(request: IssuedRequest): IssuedResult {
  return finish(billIssuedInSteps(request));
}

export function* billIssuedInSteps({ issued, atHand, campaign, options }: IssuedRequest): Steps<IssuedResult> {
  const { file } = issued.cells;
  const refuse = (code: MessageCode, params: Anomaly["params"] = {}) => ({
    refusals: [{ severity: "error" as const, code, file, sheet: null, cell: null, params: { file, ...params } }],
  });
  const run = lastRunOf(issued.journalRows);
  if (run === "none") return refuse("issued-no-journal");
  if (run === "unreadable") return refuse("issued-unreadable-journal");
  const when = formatDateTime(run.when);
  if (run.campaign.year !== campaign.year)
    return refuse("issued-other-campaign", { issued: run.campaign.year, campaign: campaign.year });
  const sources = yield* sourcesOfRun(run, issued.cells, atHand);
  if ("fault" in sources) {
    const { kind, sheet, file: source } = sources.fault;
    return refuse(kind === "changed" ? "issued-sheet-changed" : "issued-sheet-missing", { sheet, source, when });
  }
  const { workbooks } = sources;
  const chosen = optionsOfRun(run, workbooks, options);
  if (chosen === null) return refuse("issued-options-differ", { when });
  const billed = yield* billInventoryInSteps({ workbooks, openingAnomalies: [], campaign, options: chosen });
  if ("refusals" in billed) return billed;
  const added = sheetReadSince(billed, run);
  if (added !== undefined) return refuse("issued-sheet-added", { sheet: added, when });
  const { statement } = billed;
  const isSame = (["cagb", "communes", "total"] as const).every((amount) => statement[amount].equals(run[amount]));
  if (!isSame)
    return refuse("issued-total-differs", {
      found: formatEuros(statement.total),
      issued: formatEuros(run.total),
      when,
    });
  return { file, run, statement };
}

/** A sheet of the inventory that the run did not read. */
function sheetReadSince({ reading }: BilledInventory, { files }: LastRun): string | undefined {
  const known = new Set(files.flatMap(({ file, sheets }) => sheets.map(({ name }) => JSON.stringify([file, name]))));
  return reading.rows.find(({ sheet }) => !known.has(JSON.stringify([sheet.file, sheet.name])))?.sheet.name;
}
