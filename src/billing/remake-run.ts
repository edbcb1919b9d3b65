import type { Steps, WorkbookCells } from "../cells";
import { parseIsoDate } from "../cells";
import {
  conventionDigest,
  clockOf,
  documentOf,
  formatDateTime,
  isAnalysis,
  isFiche,
  isOfCorrection,
  issueOfRow,
  journalColumns,
  journalFirstRow,
  ledgerOf,
  markRectified,
  readRunRecord,
  recordBefore,
  stateName,
  type RunSettings,
  type SheetModel,
} from "../documents";
import { anomaly, countOf, failure, success, type Anomaly, type Result, type VerifyCode } from "../messages";
import { isOptionsSheet, optionsSheetName, type PartialOptions } from "../options";
import { allAnomalies, type Statement } from "../statement";
import { campaignOf, type Convention } from "../tariff";
import {
  billInventoryInSteps,
  makeDocumentsInSteps,
  settingsOf,
  type BilledInventory,
  type BillingRequest,
  type HostWorkbook,
} from "./bill-campaign";
import { isChangeByHand } from "./changed-documents";
import { withEdition } from "./edition";
import { markIssued } from "./mark-issued";
import { sheetsReadSince } from "./other-statements";
import { lastRunOf, optionsOfRun, sheetsAddedSince, sourcesOfRun, type LastRun, type SourceFault } from "./past-run";

/** Something found of a workbook received: a fault of another step is told in its own words. */
export type Finding = Anomaly<VerifyCode>;

/** What the documents of a workbook should be, as its own inventory and what it says of its last run make them. */
export interface RemadeRun {
  readonly run: LastRun;
  readonly statement: Statement;
  /** Errors that the run was made in spite of. */
  readonly errors: number;
  readonly sheets: readonly SheetModel[];
  /** Keys of the documents in place that rest on a file of which the workbook keeps nothing. */
  readonly unmade: ReadonlySet<string>;
  /** Names of the user's sheets that were not there then: nothing is made of them. */
  readonly added: readonly string[];
  /** Sheets of the inventory that are not what they were. */
  readonly findings: readonly Finding[];
}

/** Why documents are not made again. */
interface NotRemade {
  /** Whether the workbook is at fault, and not what was given beside it. */
  readonly isFaulty: boolean;
  readonly findings: readonly Finding[];
}

/** What is given beside the workbook received. */
export interface Beside {
  /** Workbooks among which the run's other files are found again. */
  readonly atHand: readonly WorkbookCells[];
  readonly options: PartialOptions;
  /** The convention that a folder gives. */
  readonly convention?: Convention | undefined;
}

/**
 * Makes the documents of a generated workbook again, as its last run made them: from its own inventory as it is now, with the
 * campaign and the options that it keeps of that run, after the same Journal. Writes nothing, and believes nothing of the documents
 * in place but their names.
 */
export function* remakeRunInSteps(
  workbook: HostWorkbook,
  { atHand, options, convention }: Beside,
): Steps<Result<RemadeRun, NotRemade>> {
  const { file } = workbook.cells;
  const refuse = (isFaulty: boolean, findings: readonly Finding[]) => failure({ isFaulty, findings });
  const told = (code: VerifyCode, params: Anomaly["params"] = {}) =>
    anomaly("error", code, { file, ...params }, { file });
  const { runRecord, generatedSheets } = workbook;
  const sheet = generatedSheets.find(({ key }) => key === "journal")?.name ?? null;
  // Its row alone would tell less, and nobody would know what was changed.
  if (runRecord !== null && readRunRecord(runRecord) === null)
    return refuse(true, [anomaly("error", "verify-record-broken", {}, { file, sheet })]);
  const last = lastRunOf(workbook);
  if (!last.ok) return refuse(true, [told(last.error === "none" ? "verify-no-journal" : "verify-unreadable-journal")]);
  const run = last.value;
  const when = formatDateTime(run.when);
  const { workbooks, faults, added } = yield* sourcesThen(run, workbook.cells, atHand);
  const absent = run.files.filter((one) => !workbooks.some((found) => found.file === one.file));
  if (absent.length > 0)
    return refuse(
      false,
      absent.map((one) => told("verify-file-missing", { source: one.file })),
    );
  const uncomputed = faults.filter((fault) => fault.kind === "changed" && lacksResults(workbooks, fault));
  if (uncomputed.length > 0)
    return refuse(
      false,
      uncomputed.map(({ sheet }) => anomaly("error", "verify-no-results", { sheet }, { file, sheet })),
    );
  const campaign = campaignOf(run.campaign.year, convention);
  const digest = conventionDigest(campaign);
  if (run.settings !== null && (run.settings.convention ?? null) !== digest)
    return refuse(false, [told("verify-convention-unknown", { when, given: digest ?? "" })]);
  const chosen = optionsOfRun(run, workbooks, options);
  if (chosen === null) return refuse(false, [told("verify-options-unknown", { when })]);
  const request: BillingRequest = {
    ...{ workbooks, campaign, options: chosen },
    openingAnomalies: run.opening ?? openingOf(workbook),
    journal: journalBefore(workbook, run),
    ...(run.settings !== null && { settings: run.settings }),
    userSheetNames: run.sheets ?? workbook.userSheetNames,
    generatedSheets: workbook.generatedSheets,
  };
  const billed = yield* billInventoryInSteps(request);
  const changed = [
    ...settingsFindings(run, yield* settingsOf({ workbooks, campaign }), workbook.cells),
    ...faults.map((fault) => sourceFinding(fault, file, when)),
  ];
  if (!billed.ok) return refuse(true, [...changed, ...billed.error.map(notRemade)]);
  const readSince = sheetsReadSince(billed.value, run).map((sheet) =>
    anomaly("error", "verify-source-added" as const, { sheet, when }, { file, sheet }),
  );
  const unmade = unmadeOf(workbook);
  const { reading } = billed.value;
  const statement = asCorrected(withEdition(billed.value.statement, request.journal), workbook, run);
  const errors = countOf(allAnomalies(reading, statement), "error");
  const sheets = yield* remadeSheets(request, { reading, statement }, errors, workbook, run);
  return success({ run, statement, errors, sheets, unmade, added, findings: [...changed, ...readSince] });
}

/**
 * Finds what a run read, without the sheets that were added since. One that is missing may be among them, renamed: then they are
 * all read.
 */
function* sourcesThen(run: LastRun, generated: WorkbookCells, atHand: readonly WorkbookCells[]) {
  const added = sheetsAddedSince(run, generated);
  const sheets = generated.sheets.filter(({ name }) => !added.includes(name));
  const sources = yield* sourcesOfRun(run, { ...generated, sheets }, atHand);
  if (added.length === 0 || sources.faults.every(({ kind }) => kind === "changed")) return { ...sources, added };
  return { ...(yield* sourcesOfRun(run, generated, atHand)), added: [] };
}

/** Returns whether a sheet has formulas whose results a program that does not compute has taken out: it only seems to have changed. */
function lacksResults(workbooks: readonly WorkbookCells[], { file, sheet: name }: SourceFault): boolean {
  const sheet = workbooks.find((one) => one.file === file)?.sheets.find((one) => one.name === name);
  return sheet?.facts?.withoutResult?.isEmpty === false;
}

/** Returns what opening tells now, of which what is told of documents changed by hand was not there when they were made. */
function openingOf({ anomalies }: HostWorkbook): Anomaly[] {
  return anomalies.filter((told) => !isChangeByHand(told));
}

function journalBefore({ journalRows, runRecord }: HostWorkbook, { row, when }: LastRun): BillingRequest["journal"] {
  const clock = clockOf(journalRows[row]?.[journalColumns.when] ?? null);
  return {
    // The record tells the minute, and the row alone the second.
    when: clock.startsWith(when) ? clock : when,
    rows: journalRows.slice(journalFirstRow, row),
    record: recordBefore(journalRows, runRecord, row),
  };
}

/** Tells which sheets of settings do not say what they said; none where that was not kept. */
function settingsFindings({ settings }: LastRun, now: RunSettings, { file, sheets }: WorkbookCells): Finding[] {
  if (settings === null) return [];
  const isAsNow = (one: RunSettings["grid"][number]) =>
    now.grid.some(({ name, fingerprint }) => name === one.name && fingerprint === one.fingerprint);
  const grids = settings.grid.filter((one) => !isAsNow(one)).map(({ name }) => name);
  const options = sheets.find(isOptionsSheet)?.name ?? optionsSheetName(null);
  return [
    ...grids.map((sheet) => anomaly("error", "verify-grid-changed" as const, { sheet }, { file, sheet })),
    ...(settings.options === now.options
      ? []
      : [anomaly("error", "verify-options-changed" as const, { sheet: options }, { file, sheet: options })]),
  ];
}

function sourceFinding({ kind, sheet, file: source }: SourceFault, file: string, when: string): Finding {
  const code = kind === "changed" ? "verify-source-changed" : "verify-source-missing";
  return anomaly("error", code, { sheet, source, when }, { file, sheet });
}

/** Tells why the inventory cannot be billed, in the words of what refused it, which comes as a parameter. */
function notRemade({ code, params, file, sheet, cell }: Anomaly): Finding {
  return anomaly("error", "verify-not-remade", { ...params, refusal: code }, { file, sheet, cell });
}

/** Returns the keys of the documents in place that rest on another file: analyses, and fiches beside a campaign compared. */
function unmadeOf({ generatedSheets }: HostWorkbook): Set<string> {
  const analyses = generatedSheets.filter(({ key }) => isAnalysis(key)).map(({ key }) => key);
  const isCompared = analyses.some((key) => documentOf(key) === "comparaison");
  const fiches = generatedSheets.filter(({ key }) => isCompared && isFiche(key)).map(({ key }) => key);
  return new Set([...analyses, ...fiches]);
}

/**
 * A correction is a later version than the état that it corrects, and its papers have the ranks that come after: the workbook of that
 * état alone tells both, and the record is believed.
 */
function asCorrected(statement: Statement, { journalRows, runRecord, generatedSheets }: HostWorkbook, run: LastRun) {
  const { edition } = statement;
  const known = ledgerOf(journalRows, runRecord).states.find(({ row }) => row === run.row);
  if (known === undefined || !generatedSheets.some(({ key }) => isOfCorrection(key))) return statement;
  const { version, lastRank } = known;
  const ranked = lastRank === undefined ? {} : { lastRank };
  return { ...statement, edition: { ...edition, version: Math.max(version, edition.version), ...ranked } };
}

/** Makes the documents, with what a correction in place says on them, and the Journal with what was issued since. */
function* remadeSheets(
  request: BillingRequest,
  billed: BilledInventory,
  errors: number,
  workbook: HostWorkbook,
  run: LastRun,
): Steps<SheetModel[]> {
  const { generatedSheets } = workbook;
  const made = yield* makeDocumentsInSteps(request, billed);
  const sheets = made.map((model) => (model.key === "journal" ? withIssues(model, workbook, run) : model));
  const corrections = generatedSheets.filter(({ key }) => isOfCorrection(key));
  if (corrections.length === 0) return sheets;
  // A reduction has its certificate; without one, what is there says that nothing changes.
  const isReduced = corrections.some(({ key }) => key === "certificat");
  const pieces = corrections.filter(({ key }) => key === "complement" || (key === "rectificatif" && isReduced));
  return markRectified(sheets, { errors, pieces: pieces.map(({ name }) => name) });
}

/** Returns the Journal of a run with the rows that say what was issued after it, each marked again as it was. */
function withIssues(made: SheetModel, workbook: HostWorkbook, { row }: LastRun): SheetModel {
  let model = made;
  for (const cells of workbook.journalRows.slice(row + 1)) {
    const issue = issueOfRow(cells);
    const date = issue === null ? null : parseIsoDate(issue.date);
    if (issue === null || date === null) return model;
    const marked = markIssued(
      {
        ...workbook,
        journalRows: model.rows.map((one) => one.cells.map((cell) => cell?.value ?? null)),
        runRecord: model.record ?? null,
      },
      { ...issue, number: stateName(issue), date },
      clockOf(cells[journalColumns.when] ?? null),
    );
    if (!marked.ok) return model;
    model = marked.value.journal;
  }
  return model;
}
