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

export interface ComparedRequest {
  /** The workbook of another campaign. */
  readonly other: BillableWorkbook;
  /** Those that it was read with, headcounts for one. */
  readonly beside?: readonly BillableWorkbook[];
  /** The campaign to which it is compared. */
  readonly campaign: Campaign;
  /** Options given beside that campaign. */
  readonly options: PartialOptions;
  /** What the user accepted. */
  readonly accepted?: readonly AcceptedValue[];
}

/** Another campaign's workbook, billed. */
export interface ComparedBilling {
  readonly file: string;
  /** Its Journal names its campaign; without one, it is taken for the year before. */
  readonly campaignFrom: "journal" | "year-before";
  readonly statement: Statement;
  /**
   * How many of its errors nobody accepted: what they are about would be missing on one side only. None of its inventory's
   * where it gives the total of its Journal, since they were accepted then.
   */
  readonly unacceptedErrors: number;
  /** In the order one leafs through that workbook. */
  readonly anomalies: readonly Anomaly[];
}

/**
 * Bills a workbook of another campaign, to be compared: with the campaign and the options of its Journal where it was
 * generated; else the year before, with its own options, and what the campaign says beside of Besançon and of what
 * is counted once a school.
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
    openingAnomalies: [other, ...beside].flatMap(({ anomalies }) => anomalies).filter((told) => !isChangeByHand(told)),
    campaign: otherYear(campaign, isGenerated ? run.campaign.year : campaign.year - 1),
    options: (isGenerated ? optionsOfRun(run, workbooks, options) : null) ?? countingOptions(options),
  });
  const { file } = other.cells;
  if (!billed.ok) return failure(billed.error.map((told) => refusalOfCompared(told, file, isGenerated)));
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

/** Returns the campaign of another year: under the same convention where a folder gives it, else under the built-in one of that year. */
function otherYear({ convention }: Campaign, year: number): Campaign {
  return convention.origin === "folder" ? campaignOf(year, convention) : campaignOf(year);
}

/**
 * Tells where the workbook is no longer what it was when its documents were generated: an error, since what it is
 * compared to is not what was issued; a warning once the total that it gives now was accepted.
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
 * Says of the workbook compared, and not of the campaign billed, that no tariff covers its campaign. `hasRun`: its
 * Journal names its campaign; else it was taken for the year before.
 */
export function refusalOfCompared(refusal: Anomaly, file: string, hasRun: boolean): Anomaly {
  if (refusal.code !== "campaign-without-grid") return refusal;
  const guessed = hasRun ? "" : String(refusal.params.campaign);
  return { ...refusal, code: "compared-without-grid", params: { ...refusal.params, file, guessed } };
}

export interface IssuedRequest {
  readonly issued: BillableWorkbook;
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

/**
 * Bills the inventory of a generated workbook again, as it was issued: its own inventory, with the campaign and the
 * options of the last row of its Journal. Fails where its sheets are not what the Journal knows, or where it no longer
 * gives the Journal's amounts, or where the Journal says that another was issued: a correction rests on what was issued. Its errors were accepted then, and are not told
 * again.
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
  // What a correction made is what is owed from then on: another one goes on from it.
  if (edition.issued !== null && edition.differs === "amounts" && edition.lastRank === undefined) {
    const { version } = edition;
    return refuse("issued-other-version", { number: stateNumber(statement), version, ...issuedParams(edition.issued) });
  }
  return success({ file, run, statement });
}

/** Returns the names of the sheets of the inventory that the run did not read. */
export function sheetsReadSince({ reading }: BilledInventory, { files }: LastRun): string[] {
  const known = new Set(files.flatMap(({ file, sheets }) => sheets.map(({ name }) => JSON.stringify([file, name]))));
  return reading.rows.flatMap(({ sheet: { file, name } }) => (known.has(JSON.stringify([file, name])) ? [] : [name]));
}
