import { extname } from "node:path";
import { billCampaign, type Billing } from "../billing";
import { addAnalyses, journalFirstRow, titreCsv, type SheetModel } from "../documents";
import { commandMessage, type CommandCode, type Language } from "../messages";
import { toJson } from "../statement";
import { saveFilesSafely, writeInto, type FileToSave, type OpenWorkbook } from "../workbook";
import { acceptedLines, analyse, analysesJson, blockedLine, heldBack, type Analysed } from "./analyses";
import { summariseAnalyses } from "./analyses-summary";
import { languageOf, linesOf, readArguments, type Arguments } from "./arguments";
import { faultOfPaths } from "./paths";
import { openInputs, readOptionsFile } from "./read-files";
import { refusal, refusalLine, type Refusal } from "./refusal";
import { summarise } from "./summary";

/** The terminal and the clock, so that a run can be held in a test. */
export interface Io {
  /** One line, without its end. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** What is going on, for someone who watches; a no-op elsewhere. */
  readonly progress: (text: string) => void;
  /** Civil date and time of the place, `2014-11-25 14:03:59`. */
  readonly now: () => string;
}

/** The command `rebill`: reads, bills, sums up, writes; gives the exit code. Paths start from the current folder. (decisions §5) */
export async function rebill(argv: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArguments(argv);
  if ("shown" in read) {
    for (const line of linesOf(read.shown, languageOf(argv))) io.out(line);
    return exitCodes.done;
  }
  if ("refused" in read) return refuse([read.refused], languageOf(argv), io);
  const { asked } = read;
  const { language } = asked;
  const done = await prepare(asked, io);
  if ("refusals" in done) return refuse(done.refusals, language, io);

  const { billing, first, analysed } = done;
  const held = heldBack(billing, analysed);
  const isBlocked = held !== null && !asked.force;
  io.progress(commandMessage("cli-writing", {}, language));
  const sheets = isBlocked || asked.out === null ? [] : addAnalyses(billing.sheets, analysed, first);
  const made = await filesToWrite(asked, done, sheets, isBlocked);
  if ("refused" in made) return refuse([made.refused], language, io);
  const { files } = made;
  const saved = await saveFilesSafely(files, asked);
  if (!saved.ok) return refuse([saved.anomaly], language, io);

  const written = { sheets, json: asked.json !== null };
  for (const line of summarise(billing, written, language)) io.out(line);
  for (const line of summariseAnalyses(analysed, written, language)) io.out(line);
  for (const { path, told } of files) io.out(commandMessage(told, { path }, language));
  if (isBlocked) {
    io.err(blockedLine(held, language));
    return exitCodes.blocked;
  }
  const accepted = held === null || (asked.out ?? asked.csv) === null ? [] : acceptedLines(held, asked);
  for (const line of accepted) io.out(line);
  return exitCodes.done;
}

function refuse(refusals: readonly Refusal[], language: Language, io: Io): ExitCode {
  io.err(refusalLine(refusals, language));
  return exitCodes.unusable;
}

/** Everything that is known before the first byte is written. */
interface Prepared {
  readonly billing: Billing;
  readonly analysed: Analysed;
  /** The workbook that the documents go into. */
  readonly first: OpenWorkbook;
}

async function prepare(asked: Arguments, io: Io): Promise<Prepared | { readonly refusals: readonly Refusal[] }> {
  const fault = await faultOfPaths(asked);
  if (fault !== null) return { refusals: [fault] };
  const options = await readOptionsFile(asked.options);
  if ("anomalies" in options) return { refusals: options.anomalies };
  const inputs = await openInputs(asked.inputs, (file) =>
    io.progress(commandMessage("cli-reading", { file }, asked.language)),
  );
  if ("refused" in inputs) return { refusals: [inputs.refused] };
  const first = inputs.opened[0]!;
  const misnamed = faultOfExtension(asked.out, first);
  if (misnamed !== null) return { refusals: [misnamed] };

  io.progress(commandMessage("cli-computing", {}, asked.language));
  const billing = billCampaign({
    workbooks: inputs.opened.map(({ cells }) => cells),
    openingAnomalies: inputs.opened.flatMap(({ anomalies }) => anomalies),
    campaign: asked.campaign,
    options: options.options,
    journal: { when: io.now(), rows: first.journalRows.slice(journalFirstRow) },
    userSheetNames: first.userSheetNames,
    ownSheets: first.ownSheets,
  });
  if ("refusals" in billing) return billing;
  const billed = { opened: inputs.opened, options: options.options, billing };
  const analysed = await analyse(asked, billed, io.progress);
  return "refusals" in analysed ? analysed : { billing, analysed, first };
}

/** A workbook with macros stays one; any other gives an .xlsx. */
function faultOfExtension(out: string | null, first: OpenWorkbook): Refusal | null {
  const extension = first.format === "xlsm" ? ".xlsm" : ".xlsx";
  if (out === null || extname(out).toLowerCase() === extension) return null;
  return refusal("cli-out-extension", { path: out, file: first.cells.file, extension });
}

/** A file to write, and what is said once it is. */
interface Output extends FileToSave {
  readonly told: CommandCode;
}

/**
 * The workbook comes first: it is the one that Excel may hold open. Where errors block, neither it nor the titre's lines
 * are written: nothing goes to accounting but what was accepted.
 */
async function filesToWrite(
  asked: Arguments,
  { billing, analysed, first }: Prepared,
  sheets: readonly SheetModel[],
  isBlocked: boolean,
): Promise<{ readonly files: readonly Output[] } | { readonly refused: Refusal }> {
  const files: Output[] = [];
  const encoder = new TextEncoder();
  if (asked.out !== null && !isBlocked) {
    const written = await writeInto(first, sheets);
    if (!written.ok) return { refused: written.anomaly };
    files.push({ path: asked.out, bytes: written.bytes, told: "cli-wrote-out" });
  }
  if (asked.json !== null) {
    const { language } = asked;
    const json = { ...toJson(billing.statement, billing.reading, language), ...analysesJson(analysed, language) };
    const bytes = encoder.encode(`${JSON.stringify(json, null, 2)}\n`);
    files.push({ path: asked.json, bytes, told: "cli-wrote-json" });
  }
  if (asked.csv !== null && !isBlocked)
    files.push({ path: asked.csv, bytes: encoder.encode(titreCsv(billing.statement)), told: "cli-wrote-csv" });
  return { files };
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

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The date and time of the place where the command runs, `2014-11-25 14:03:59`: the only clock of the product. */
export function civilNow(now: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = [String(now.getFullYear()).padStart(4, "0"), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":")}`;
}
