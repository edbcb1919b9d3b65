import type { Steps, WorkbookCells } from "../cells";
import { formatDateTime, journalFirstRow, stateNumber } from "../documents";
import { anomaly, countOf, failure, success, type Anomaly, type MessageCode, type Result } from "../messages";
import { formatAmount, formatEuros } from "../money";
import { countingOptions, type AcceptedValue, type PartialOptions } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { campaignOf, type Campaign } from "../tariff";
import { billInventoryInSteps, isAcceptedAnomaly, type BillableWorkbook, type BilledInventory } from "./bill-campaign";
import { changedDocuments, isChangeByHand } from "./changed-documents";
import { issuedParams, withEdition } from "./edition";
import { lastRunOf, optionsOfRun, sourcesOfRun, type LastRun } from "./past-run";

/** A workbook to bill for a comparison. */
export interface ComparedRequest {
  /** The workbook of another campaign. */
  readonly other: BillableWorkbook;
  /** Workbooks read with it, such as headcounts. */
  readonly beside?: readonly BillableWorkbook[];
  /** The campaign to which it is compared. */
  readonly campaign: Campaign;
  /** Options given beside that campaign. */
  readonly options: PartialOptions;
  /** The values accepted by the user. */
  readonly accepted?: readonly AcceptedValue[];
}

/** The billing of another campaign's workbook. */
export interface ComparedBilling {
  readonly file: string;
  /** Whether its Journal gives its campaign; otherwise the year before is assumed. */
  readonly campaignFrom: "journal" | "year-before";
  readonly statement: Statement;
  /**
   * The number of its errors that were not accepted: what they concern would be missing from one side only. Errors of
   * its inventory do not count when it still gives the total of its Journal, because they were accepted then.
   */
  readonly unacceptedErrors: number;
  /** In the order of that workbook. */
  readonly anomalies: readonly Anomaly[];
}

/**
 * Bills a workbook of another campaign for a comparison: with the campaign and options of its Journal if it was
 * generated; otherwise for the year before, with its own options and the present campaign's counting options.
 */
export function* billComparedInSteps({
  other,
  beside = [],
  campaign,
  options,
  accepted = [],
}: ComparedRequest): Steps<Result<ComparedBilling>> {
  const last = lastRunOf(other);
  const run = last.ok ? last.value : null;
  const isGenerated = run !== null;
  const workbooks = [other, ...beside].map(({ cells }) => cells);
  const billed = yield* billInventoryInSteps({
    workbooks,
    openingAnomalies: [other, ...beside].flatMap(({ anomalies }) => anomalies).filter((one) => !isChangeByHand(one)),
    campaign: otherYear(campaign, isGenerated ? run.campaign.year : campaign.year - 1),
    options: (isGenerated ? optionsOfRun(run, workbooks, options) : null) ?? countingOptions(options),
  });
  const { file } = other.cells;
  if (!billed.ok) return failure(billed.error.map((refusal) => refusalOfCompared(refusal, file, isGenerated)));
  const { reading, statement } = billed.value;
  const difference = isGenerated ? differenceFrom(run, statement, file, accepted) : [];
  const changes = changedDocuments(other, accepted);
  const found = [...difference, ...allAnomalies(reading, statement)];
  const isAsIssued = isGenerated && difference.length === 0;
  return success({
    file,
    campaignFrom: isGenerated ? "journal" : "year-before",
    statement,
    unacceptedErrors: countOf(changes, "error") + (isAsIssued ? 0 : countOf(found, "error")),
    anomalies: [...changes, ...found],
  });
}

/** Returns the campaign of another year, under a convention given as a folder, else the built-in one of that year. */
function otherYear({ convention }: Campaign, year: number): Campaign {
  return convention.origin === "folder" ? campaignOf(year, convention) : campaignOf(year);
}

/**
 * Returns an anomaly when a workbook no longer gives the total of its last run: an error, because it no longer is what
 * was issued; a warning once its present total is accepted.
 */
function differenceFrom(
  run: LastRun,
  { total }: Statement,
  file: string,
  accepted: readonly AcceptedValue[],
): Anomaly[] {
  if (total.equals(run.total)) return [];
  const params = { file, found: formatEuros(total), issued: formatEuros(run.total), was: formatAmount(total) };
  const difference = anomaly("error", "compared-total-differs", params, { file });
  return [isAcceptedAnomaly(difference, accepted) ? { ...difference, severity: "warning" } : difference];
}

/**
 * Returns the refusal of a compared workbook, in which a missing tariff is attributed to that workbook. Without
 * `hasRun`, its campaign was assumed to be the year before.
 */
export function refusalOfCompared(refusal: Anomaly, file: string, hasRun: boolean): Anomaly {
  if (refusal.code !== "campaign-without-grid") return refusal;
  const guessed = hasRun ? "" : String(refusal.params.campaign);
  return { ...refusal, code: "compared-without-grid", params: { ...refusal.params, file, guessed } };
}

/** An issued workbook to bill again. */
export interface IssuedRequest {
  readonly issued: BillableWorkbook;
  /** Workbooks among which other files of the run are searched: those of the correction. */
  readonly atHand: readonly WorkbookCells[];
  /** The campaign of the correction. */
  readonly campaign: Campaign;
  /** Options given beside the correction, which may be those of the issued statement. */
  readonly options: PartialOptions;
}

/** An issued statement and its run. */
export interface IssuedStatement {
  readonly file: string;
  readonly run: LastRun;
  readonly statement: Statement;
}

/**
 * Bills a generated workbook again as it was issued: its own inventory, with the campaign and options of the last row
 * of its Journal. Fails when its sheets or amounts differ from those in the Journal, or when the Journal says that
 * another état was issued, because a correction is based on what was issued. Its errors were accepted then, and are not
 * reported again.
 */
export function* billIssuedInSteps({
  issued,
  atHand,
  campaign,
  options,
}: IssuedRequest): Steps<Result<IssuedStatement>> {
  const { file } = issued.cells;
  const refuse = (code: MessageCode, params: Anomaly["params"] = {}) =>
    failure([anomaly("error", code, { file, ...params }, { file })]);
  const last = lastRunOf(issued);
  if (!last.ok) return refuse(last.error === "none" ? "issued-no-journal" : "issued-unreadable-journal");
  const run = last.value;
  const when = formatDateTime(run.when);
  if (run.campaign.year !== campaign.year)
    return refuse("issued-other-campaign", { issued: run.campaign.year, campaign: campaign.year });
  const { workbooks, faults } = yield* sourcesOfRun(run, issued.cells, atHand);
  const [fault] = faults;
  if (fault !== undefined) {
    const { kind, sheet, file: source } = fault;
    return refuse(kind === "changed" ? "issued-sheet-changed" : "issued-sheet-missing", { sheet, source, when });
  }
  const chosen = optionsOfRun(run, workbooks, options);
  if (chosen === null) return refuse("issued-options-differ", { when });
  const billed = yield* billInventoryInSteps({ workbooks, openingAnomalies: [], campaign, options: chosen });
  if (!billed.ok) return billed;
  const [added] = sheetsReadSince(billed.value, run);
  if (added !== undefined) return refuse("issued-sheet-added", { sheet: added, when });
  const journal = { rows: issued.journalRows.slice(journalFirstRow), record: issued.runRecord };
  const statement = withEdition(billed.value.statement, journal);
  const isSame = (["cagb", "communes", "total"] as const).every((amount) => statement[amount].equals(run[amount]));
  if (!isSame)
    return refuse("issued-total-differs", {
      found: formatEuros(statement.total),
      issued: formatEuros(run.total),
      when,
    });
  const { edition } = statement;
  // After a correction, its amounts are what is owed: another correction starts from them.
  if (edition.issued !== null && edition.differs === "amounts" && edition.lastRank === undefined) {
    const { version } = edition;
    return refuse("issued-other-version", { number: stateNumber(statement), version, ...issuedParams(edition.issued) });
  }
  return success({ file, run, statement });
}

/** Returns the names of the inventory's sheets that a run did not read. */
export function sheetsReadSince({ reading }: BilledInventory, { files }: LastRun): string[] {
  const known = new Set(files.flatMap(({ file, sheets }) => sheets.map(({ name }) => JSON.stringify([file, name]))));
  return reading.rows.flatMap(({ sheet: { file, name } }) => (known.has(JSON.stringify([file, name])) ? [] : [name]));
}
