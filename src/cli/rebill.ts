import {
  billCampaign,
  blockingErrors,
  makeDocuments,
  type Analysed,
  type Billing,
  type BillingRequest,
  type BlockingErrors,
} from "../billing";
import {
  addAnalyses,
  communesCsv,
  encodeCsv,
  journalFirstRow,
  mailingCsv,
  titreCsv,
  type SheetModel,
} from "../documents";
import { commandMessage, failure, success, type CommandCode, type Language } from "../messages";
import { toJson, type Statement } from "../statement";
import { saveFilesSafely, writeInto, type FileToSave, type OpenWorkbook } from "../workbook";
import { analyseAsked, analysesJson, summariseAnalyses } from "./analyses";
import { languageOf, linesOf, readArguments, refusalLine, refuse, type Arguments, type Refusal } from "./arguments";
import { continueJournal, issue } from "./journal";
import { faultOfExtension, faultOfPaths } from "./paths";
import { drawPdfs, inFolder } from "./pdf";
import { openInputs, readOptionsFile, type Reading } from "./read-files";
import { summarise } from "./summary";

/** The terminal and the clock, so that a run can be held in a test. */
interface Io {
  /** One line, without its end. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** What is going on, for someone who watches; a no-op elsewhere. */
  readonly progress: (text: string) => void;
  /** Civil date and time of the place, `2014-11-25 14:03:59`. */
  readonly now: () => string;
}

/**
 * Runs the command `rebill`: reads, bills, sums up, writes; returns the exit code. Paths start from the current folder.
 * (decisions §5)
 */
export async function rebill(argv: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArguments(argv);
  if (!read.ok) return refuseRun(read.error, languageOf(argv), io);
  const asked = read.value;
  if (typeof asked === "string") return tell(linesOf(asked, languageOf(argv)), io);
  if (!("issued" in asked)) return bill(asked, io);
  const told = await issue(asked, io.now());
  return told.ok ? tell(told.value, io) : refuseRun(told.error, asked.language, io);
}

async function bill(asked: Arguments, io: Io): Promise<ExitCode> {
  const { language } = asked;
  const prepared = await prepare(asked, io);
  if (!prepared.ok) return refuseRun(prepared.error, language, io);

  const { billing, first, analysed } = prepared.value;
  const errors = blockingErrors(billing, analysed);
  const isBlocked = errors !== null && !asked.force;
  io.progress(commandMessage("cli-writing", {}, language));
  const documents = isBlocked ? [] : addAnalyses(billing.sheets, analysed.documents, first);
  const sheets = asked.out === null ? [] : documents;
  const files = await filesToWrite(asked, prepared.value, documents, isBlocked, io);
  if (!files.ok) return refuseRun(files.error, language, io);
  const saved = await inFolder(isBlocked ? null : asked.pdf, () => saveFilesSafely(files.value, asked));
  if (!saved.ok) return refuseRun([saved.anomaly], language, io);

  const written = { sheets, json: asked.json !== null };
  tell(summarise(billing, written, language), io);
  tell(summariseAnalyses(analysed, written, language), io);
  tell(writtenLines(files.value, asked), io);
  if (isBlocked) {
    io.err(blockedLine(errors, language));
    return exitCodes.blocked;
  }
  return tell(errors === null ? [] : acceptedLines(errors, asked), io);
}

function tell(lines: readonly string[], io: Io): ExitCode {
  for (const line of lines) io.out(line);
  return exitCodes.done;
}

function refuseRun(refusals: readonly Refusal[], language: Language, io: Io): ExitCode {
  io.err(refusalLine(refusals, language));
  return exitCodes.unusable;
}

/** Returns what was written, the PDFs as one. */
function writtenLines(files: readonly Output[], { pdf, language }: Arguments): string[] {
  const named = files.flatMap(({ path, told }) => (told === null ? [] : [commandMessage(told, { path }, language)]));
  const count = files.length - named.length;
  return count === 0 ? named : [...named, commandMessage("cli-wrote-pdf", { path: pdf!, count }, language)];
}

/** Returns what was accepted, once documents are written in spite of it; none where none is. */
function acceptedLines({ own, compared }: BlockingErrors, asked: Arguments): string[] {
  const { out, csv, csvCommunes, publipostage, pdf, language } = asked;
  if ((out ?? csv ?? csvCommunes ?? publipostage ?? pdf) === null) return [];
  return [
    ...(own === 0 ? [] : [commandMessage(out === null ? "cli-forced-lines" : "cli-forced", { errors: own }, language)]),
    ...(compared === null ? [] : [commandMessage("cli-forced-compared", compared, language)]),
  ];
}

/** Returns why nothing is written but the JSON, and which workbook to correct. */
function blockedLine({ own, compared }: BlockingErrors, language: Language): string {
  if (compared === null) return commandMessage("cli-blocked", { errors: own }, language);
  return commandMessage(own === 0 ? "cli-blocked-compared" : "cli-blocked-both", { own, ...compared }, language);
}

/** Everything that is known before the first byte is written. */
interface Prepared {
  readonly billing: Billing;
  readonly analysed: Analysed;
  /** The workbook that the documents go into. */
  readonly first: OpenWorkbook;
}

async function prepare(asked: Arguments, io: Io): Promise<Reading<Prepared>> {
  const { campaign, language } = asked;
  const fault = await faultOfPaths(asked);
  if (fault !== null) return failure([fault]);
  const options = await readOptionsFile(asked.options);
  if (!options.ok) return options;
  const inputs = await openInputs(asked.inputs, (file) =>
    io.progress(commandMessage("cli-reading", { file }, language)),
  );
  if (!inputs.ok) return inputs;
  const misnamed = faultOfExtension(asked.out, inputs.value[0]!);
  if (misnamed !== null) return failure([misnamed]);
  const { first, anomalies } = await continueJournal(inputs.value[0]!, asked);

  io.progress(commandMessage("cli-computing", {}, language));
  const request: BillingRequest = {
    workbooks: inputs.value.map(({ cells }) => cells),
    openingAnomalies: [...inputs.value.flatMap((input) => input.anomalies), ...anomalies],
    campaign,
    options: options.value,
    journal: { when: io.now(), rows: first.journalRows.slice(journalFirstRow), record: first.runRecord },
    userSheetNames: first.userSheetNames,
    ownSheets: first.ownSheets,
  };
  const billing = billCampaign(request);
  if (!billing.ok) return billing;
  const analysed = await analyseAsked(asked, request, billing.value, io.progress);
  if (!analysed.ok) return analysed;
  const { comparison, statement } = analysed.value;
  const billed = { ...billing.value, statement };
  const isAsBilled = comparison === null && statement === billing.value.statement;
  const sheets = isAsBilled ? billed.sheets : makeDocuments(request, billed, comparison?.comparison ?? null);
  return success({ billing: { ...billed, sheets }, analysed: analysed.value, first });
}

/** A file to write, and what is said once it is; null of a PDF: they are told together. */
interface Output extends FileToSave {
  readonly told: CommandCode | null;
}

/**
 * Makes the files to write. The workbook comes first: it is the one that Excel may hold open. Where errors block,
 * neither it nor the titre's lines are written: nothing goes to accounting but what was accepted.
 */
async function filesToWrite(
  asked: Arguments,
  { billing, analysed, first }: Prepared,
  documents: readonly SheetModel[],
  isBlocked: boolean,
  io: Io,
): Promise<Reading<readonly Output[]>> {
  const { language } = asked;
  const files: Output[] = [];
  const encoder = new TextEncoder();
  if (asked.out !== null && !isBlocked) {
    const written = await writeInto(first, documents);
    if (!written.ok) return failure([written.anomaly]);
    files.push({ path: asked.out, bytes: written.bytes, told: "cli-wrote-out" });
  }
  if (asked.json !== null) {
    const json = { ...toJson(billing.statement, billing.reading, language), ...analysesJson(analysed, language) };
    const bytes = encoder.encode(`${JSON.stringify(json, null, 2)}\n`);
    files.push({ path: asked.json, bytes, told: "cli-wrote-json" });
  }
  const lists = [
    [asked.csv, titreCsv, "cli-wrote-csv"],
    [asked.csvCommunes, communesCsv, "cli-wrote-csv-communes"],
    [
      asked.publipostage,
      (statement: Statement) => mailingCsv(statement, analysed.comparison?.comparison ?? null),
      "cli-wrote-publipostage",
    ],
  ] as const;
  for (const [path, listOf, told] of lists) {
    if (path === null || isBlocked) continue;
    const encoded = encodeCsv(listOf(billing.statement), asked.encoding);
    if (!encoded.ok) return refuse("cli-csv-character", { path, character: encoded.error, encoding: asked.encoding });
    files.push({ path, bytes: encoded.value, told });
  }
  if (asked.pdf !== null && !isBlocked) {
    const onDrawn = (done: number, total: number) =>
      io.progress(commandMessage("cli-drawing", { done, total }, language));
    const pdfs = await drawPdfs(asked.pdf, documents, billing.statement, io.now(), onDrawn);
    for (const pdf of pdfs) files.push({ ...pdf, told: null });
  }
  return success(files);
}

/** What the command returns to its caller. (decisions §5) */
export const exitCodes = {
  /** Everything asked for is written. */
  done: 0,
  /** Blocking anomalies: the JSON alone is written. */
  blocked: 1,
  /** Unusable arguments or file: nothing is written. */
  unusable: 2,
} as const;

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
