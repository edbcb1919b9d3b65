import { billCampaign, blockingErrors, makeDocuments, type BillingRequest, type BlockingErrors } from "../billing";
import { addAnalyses, journalFirstRow } from "../documents";
import { commandMessage, failure, speechOf, success, type Language, type Speech } from "../messages";
import { analyseAsked, summariseAnalyses } from "./analyses";
import {
  languageOf,
  linesOf,
  readArguments,
  refusalLine,
  type Arguments,
  type Refusal,
  type VerifyArguments,
} from "./arguments";
import { continueJournal, issue } from "./journal";
import { faultOfExtension, faultOfNames, faultOfPaths } from "./paths";
import { optionsToSave } from "./options-to-save";
import { settleFolder } from "./pdf-folder";
import { conventionsNamed, openInputs, readConvention, readOptionsFile, type Reading } from "./read-files";
import { allAnomalies } from "../statement";
import { campaignOf } from "../tariff";
import { summarise } from "./summary";
import { verifyReceived } from "./verify";
import { filesToWrite, saveFiles, type Host, type Output, type Prepared } from "./written-files";

/** The terminal and the clock. */
interface Io extends Host {
  /** Receives one line, without its line end. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Runs the command `rebill`: reads, bills, sums up, writes. Returns the exit code. (decisions §5) */
export async function rebill(argv: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArguments(argv);
  if (!read.ok) return refuseRun(read.error, languageOf(argv), io);
  const asked = read.value;
  if (typeof asked === "string") return printLines(linesOf(asked, languageOf(argv)), io);
  if ("workbook" in asked) return verify(asked, io);
  if (!("issued" in asked)) return bill(asked, io);
  const marked = await issue(asked, io.now());
  if (!marked.ok) return refuseRun(marked.error, asked.language, io);
  const { lines, isBlocked } = marked.value;
  printLines(lines, io);
  if (!isBlocked) return exitCodes.done;
  io.err(commandMessage("cli-issued-blocked", { errors: lines.length }, asked.language));
  return exitCodes.blocked;
}

async function verify(asked: VerifyArguments, io: Io): Promise<ExitCode> {
  const verified = await verifyReceived(asked, io.progress);
  if (!verified.ok) return refuseRun(verified.error, asked.language, io);
  const { conforms, lines } = verified.value;
  printLines(lines, io);
  return conforms ? exitCodes.done : exitCodes.blocked;
}

async function bill(written: Arguments, io: Io): Promise<ExitCode> {
  const { language } = written;
  const convention = written.convention === null ? null : await readConvention(written.convention);
  if (convention?.ok === false) return refuseRun(convention.error, language, io);
  const campaign = convention === null ? written.campaign : campaignOf(written.campaign.year, convention.value);
  const asked = { ...written, campaign };
  const prepared = await prepare(asked, io);
  if (!prepared.ok) return refuseRun(prepared.error, language, io);

  const { billing, first, analysed, speech } = prepared.value;
  const errors = blockingErrors(billing, analysed);
  const isBlocked = errors !== null && !asked.force;
  io.progress(commandMessage("cli-writing", {}, speech));
  const documents = isBlocked ? [] : addAnalyses(billing.sheets, analysed.documents, first);
  const sheets = asked.out === null ? [] : documents;
  const files = await filesToWrite(asked, prepared.value, documents, isBlocked, io);
  if (!files.ok) return refuseRun(files.error, language, io);
  const pdfs = files.value.filter(({ message }) => message === null).map(({ path }) => path);
  const named = files.value.flatMap(({ path, namedFor }) => (namedFor === undefined ? [] : [{ path, flag: namedFor }]));
  const taken = await faultOfNames(asked, named);
  if (taken !== null) return refuseRun([taken], language, io);
  const saved = await saveFiles(files.value, asked, isBlocked);
  if (!saved.ok) return refuseRun([saved.anomaly], language, io);

  const shown = { sheets, json: asked.json !== null };
  printLines(summarise(billing, shown, speech), io);
  printLines(summariseAnalyses(analysed, shown, speech), io);
  const given = { options: prepared.value.options, file: asked.options };
  printLines(optionsToSave(billing, analysed, given, speech), io);
  printLines(writtenLines(files.value, asked, speech), io);
  printLines(await settleFolder(asked, pdfs, speech), io);
  if (isBlocked) {
    io.err(blockedLine(errors, speech));
    return exitCodes.blocked;
  }
  return printLines(errors === null ? [] : acceptedLines(errors, asked, speech), io);
}

function printLines(lines: readonly string[], io: Io): ExitCode {
  for (const line of lines) io.out(line);
  return exitCodes.done;
}

function refuseRun(refusals: readonly Refusal[], language: Language, io: Io): ExitCode {
  io.err(refusalLine(refusals, language));
  return exitCodes.unusable;
}

/** Returns a line for each file written, and one for all the PDFs. */
function writtenLines(files: readonly Output[], { pdf }: Arguments, speech: Speech): string[] {
  const named = files.flatMap(({ path, message }) =>
    message === null ? [] : [commandMessage(message, { path }, speech)],
  );
  const count = files.length - named.length;
  return count === 0 ? named : [...named, commandMessage("cli-wrote-pdf", { path: pdf!, count }, speech)];
}

/** Returns the blocking errors that the user accepted with `--force`; empty when no document is written. */
function acceptedLines({ own, compared }: BlockingErrors, asked: Arguments, speech: Speech): string[] {
  const { out, csv, csvCommunes, publipostage, pdf } = asked;
  if ((out ?? csv ?? csvCommunes ?? publipostage ?? pdf) === null) return [];
  return [
    ...(own === 0 ? [] : [commandMessage(out === null ? "cli-forced-lines" : "cli-forced", { errors: own }, speech)]),
    ...(compared === null ? [] : [commandMessage("cli-forced-compared", compared, speech)]),
  ];
}

/** Returns why only the JSON is written, and which workbook to correct. */
function blockedLine({ own, compared }: BlockingErrors, speech: Speech): string {
  if (compared === null) return commandMessage("cli-blocked", { errors: own }, speech);
  return commandMessage(own === 0 ? "cli-blocked-compared" : "cli-blocked-both", { own, ...compared }, speech);
}

async function prepare(asked: Arguments, io: Io): Promise<Reading<Prepared>> {
  const { campaign, language } = asked;
  const fault = await faultOfPaths(asked);
  if (fault !== null) return failure([fault]);
  const inputs = await openInputs(asked.inputs, (file) =>
    io.progress(commandMessage("cli-reading", { file }, language)),
  );
  if (!inputs.ok) return inputs;
  const options = await readOptionsFile(asked.options, conventionsNamed([campaign.convention], inputs.value));
  if (!options.ok) return options;
  const misnamed = faultOfExtension(asked.out, inputs.value[0]!);
  if (misnamed !== null) return failure([misnamed]);
  const continued = await continueJournal(inputs.value[0]!, asked);
  if (!continued.ok) return continued;
  const { first, anomalies } = continued.value;

  io.progress(commandMessage("cli-computing", {}, language));
  const request: BillingRequest = {
    workbooks: inputs.value.map(({ cells }) => cells),
    openingAnomalies: [...inputs.value.flatMap((input) => input.anomalies), ...anomalies],
    campaign,
    options: options.value,
    journal: { when: io.now(), rows: first.journalRows.slice(journalFirstRow), record: first.runRecord },
    userSheetNames: first.userSheetNames,
    generatedSheets: first.generatedSheets,
  };
  const billing = billCampaign(request);
  if (!billing.ok) return billing;
  const analysed = await analyseAsked(asked, request, billing.value, io.progress);
  if (!analysed.ok) return analysed;
  const { comparison, statement } = analysed.value;
  const billed = { ...billing.value, statement, anomalies: allAnomalies(billing.value.reading, statement) };
  const isAsBilled = comparison === null && statement === billing.value.statement;
  const speech = speechOf(language, statement.campaign.convention.nouns);
  const sheets = isAsBilled ? billed.sheets : makeDocuments(request, billed, comparison?.comparison ?? null);
  return success({ billing: { ...billed, sheets }, analysed: analysed.value, first, options: options.value, speech });
}

/** The exit codes of the command. (decisions §5) */
export const exitCodes = {
  /** Everything that was asked for is written. */
  done: 0,
  /** Only the JSON is written, because of blocking anomalies; or a verified workbook does not conform. */
  blocked: 1,
  /** The arguments or a file are unusable: nothing is written. */
  unusable: 2,
} as const;

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
