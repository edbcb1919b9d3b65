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

/** A finding about a received workbook; that of another step is worded in its own way. */
export type Finding = Anomaly<VerifyCode>;

/** The regenerated documents of a workbook, from its inventory and the record of its last run. */
export interface RemadeRun {
  readonly run: LastRun;
  readonly statement: Statement;
  /** The number of errors despite which the run was made. */
  readonly errors: number;
  readonly sheets: readonly SheetModel[];
  /** Keys of the documents in place that are based on a file unknown to the workbook. */
  readonly unmade: ReadonlySet<string>;
  /** Names of the user's sheets added since, which are ignored. */
  readonly added: readonly string[];
  /** Sheets of the inventory that have changed. */
  readonly findings: readonly Finding[];
}

/** Why documents cannot be regenerated. */
interface NotRemade {
  /** Whether the workbook is at fault, and not what was given beside it. */
  readonly isFaulty: boolean;
  readonly findings: readonly Finding[];
}

/** What is given beside a received workbook. */
export interface Beside {
  /** Workbooks among which other files of the run are searched. */
  readonly atHand: readonly WorkbookCells[];
  readonly options: PartialOptions;
  /** The convention given in a folder. */
  readonly convention?: Convention | undefined;
}

/**
 * Regenerates the documents of a workbook as its last run made them: from its present inventory, with the recorded
 * campaign and options, after the same Journal rows. Writes nothing, and uses nothing of the documents in place but
 * their names.
 */
export function* remakeRunInSteps(
  workbook: HostWorkbook,
  { atHand, options, convention }: Beside,
): Steps<Result<RemadeRun, NotRemade>> {
  const { file } = workbook.cells;
  const refuse = (isFaulty: boolean, findings: readonly Finding[]) => failure({ isFaulty, findings });
  const fault = (code: VerifyCode, params: Anomaly["params"] = {}) =>
    anomaly("error", code, { file, ...params }, { file });
  const { runRecord, generatedSheets } = workbook;
  const sheet = generatedSheets.find(({ key }) => key === "journal")?.name ?? null;
  // The Journal's row alone has less information, and would not reveal what was changed.
  if (runRecord !== null && readRunRecord(runRecord) === null)
    return refuse(true, [anomaly("error", "verify-record-broken", {}, { file, sheet })]);
  const last = lastRunOf(workbook);
  if (!last.ok) return refuse(true, [fault(last.error === "none" ? "verify-no-journal" : "verify-unreadable-journal")]);
  const run = last.value;
  const when = formatDateTime(run.when);
  const { workbooks, faults, added } = yield* sourcesThen(run, workbook.cells, atHand);
  const absent = run.files.filter((one) => !workbooks.some((found) => found.file === one.file));
  if (absent.length > 0)
    return refuse(
      false,
      absent.map((one) => fault("verify-file-missing", { source: one.file })),
    );
  const uncomputed = faults.filter((one) => one.kind === "changed" && lacksResults(workbooks, one));
  if (uncomputed.length > 0)
    return refuse(
      false,
      uncomputed.map(({ sheet }) => anomaly("error", "verify-no-results", { sheet }, { file, sheet })),
    );
  const campaign = campaignOf(run.campaign.year, convention);
  const digest = conventionDigest(campaign);
  if (run.settings !== null && (run.settings.convention ?? null) !== digest)
    return refuse(false, [fault("verify-convention-unknown", { when, given: digest ?? "" })]);
  const chosen = optionsOfRun(run, workbooks, options);
  if (chosen === null) return refuse(false, [fault("verify-options-unknown", { when })]);
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
    ...faults.map((one) => sourceFinding(one, file, when)),
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

/** Finds the sources of a run without the sheets added since; if one is missing, with them, as it may be renamed. */
function* sourcesThen(run: LastRun, generated: WorkbookCells, atHand: readonly WorkbookCells[]) {
  const added = sheetsAddedSince(run, generated);
  const sheets = generated.sheets.filter(({ name }) => !added.includes(name));
  const sources = yield* sourcesOfRun(run, { ...generated, sheets }, atHand);
  if (added.length === 0 || sources.faults.every(({ kind }) => kind === "changed")) return { ...sources, added };
  return { ...(yield* sourcesOfRun(run, generated, atHand)), added: [] };
}

/** Returns whether a sheet lacks results of formulas, removed by another program, so that it only seems changed. */
function lacksResults(workbooks: readonly WorkbookCells[], { file, sheet: name }: SourceFault): boolean {
  const sheet = workbooks.find((one) => one.file === file)?.sheets.find((one) => one.name === name);
  return sheet?.facts?.withoutResult?.isEmpty === false;
}

/** Returns the present opening anomalies, except changes by hand, which are later than the documents. */
function openingOf({ anomalies }: HostWorkbook): Anomaly[] {
  return anomalies.filter((one) => !isChangeByHand(one));
}

function journalBefore({ journalRows, runRecord }: HostWorkbook, { row, when }: LastRun): BillingRequest["journal"] {
  const clock = clockOf(journalRows[row]?.[journalColumns.when] ?? null);
  return {
    // The record gives the minute; only the row gives the second.
    when: clock.startsWith(when) ? clock : when,
    rows: journalRows.slice(journalFirstRow, row),
    record: recordBefore(journalRows, runRecord, row),
  };
}

/** Returns a finding for each settings sheet that has changed; empty when their digests were not recorded. */
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

/** Returns the finding that the inventory cannot be billed, with the refusal as a parameter. */
function notRemade({ code, params, file, sheet, cell }: Anomaly): Finding {
  return anomaly("error", "verify-not-remade", { ...params, refusal: code }, { file, sheet, cell });
}

/** Returns the keys of the documents based on another file: analyses, and fiches that show a compared campaign. */
function unmadeOf({ generatedSheets }: HostWorkbook): Set<string> {
  const analyses = generatedSheets.filter(({ key }) => isAnalysis(key)).map(({ key }) => key);
  const isCompared = analyses.some((key) => documentOf(key) === "comparaison");
  const fiches = generatedSheets.filter(({ key }) => isCompared && isFiche(key)).map(({ key }) => key);
  return new Set([...analyses, ...fiches]);
}

/**
 * Returns the statement of a correction with the version and rank in the run record: only the workbook of the corrected
 * état would give them otherwise.
 */
function asCorrected(statement: Statement, { journalRows, runRecord, generatedSheets }: HostWorkbook, run: LastRun) {
  const { edition } = statement;
  const known = ledgerOf(journalRows, runRecord).states.find(({ row }) => row === run.row);
  if (known === undefined || !generatedSheets.some(({ key }) => isOfCorrection(key))) return statement;
  const { version, lastRank } = known;
  const ranked = lastRank === undefined ? {} : { lastRank };
  return { ...statement, edition: { ...edition, version: Math.max(version, edition.version), ...ranked } };
}

/** Makes the documents, with the mentions of a correction in place, and the Journal with later issues. */
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
  // A reduction has its certificate; without one, the document says that nothing changes.
  const isReduced = corrections.some(({ key }) => key === "certificat");
  const pieces = corrections.filter(({ key }) => key === "complement" || (key === "rectificatif" && isReduced));
  return markRectified(sheets, { errors, pieces: pieces.map(({ name }) => name) });
}

/** Returns the Journal of a run with the rows of later issues, each marked again. */
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
