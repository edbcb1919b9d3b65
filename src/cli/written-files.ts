import { mkdir, readFile, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { blockingErrors, issuedParams, type Analysed, type Billing } from "../billing";
import {
  encodeCsv,
  isSentFileName,
  makeListOf,
  markedFileName,
  type RunStatus,
  type SheetModel,
  type StatusWord,
} from "../documents";
import { commandMessage, failure, success, type CommandCode, type Speech } from "../messages";
import type { PartialOptions } from "../options";
import { toJson, type Statement } from "../statement";
import { saveFilesSafely, writeInto, type FileToSave, type OpenWorkbook } from "../workbook";
import { analysesJson } from "./analyses";
import { refusal, refuse, type Arguments, type Refusal } from "./arguments";
import type { Reading } from "./read-files";

/** Everything that a run knows before it writes the first byte. */
export interface Prepared {
  readonly billing: Billing;
  readonly analysed: Analysed;
  /** The options of the file of `--options`. */
  readonly options: PartialOptions;
  /** The workbook that receives the documents. */
  readonly first: OpenWorkbook;
  /** The language and the nouns of every message from then on. */
  readonly speech: Speech;
}

/** What a run needs from its environment besides its output, which a test can replace. */
export interface Host {
  /** Receives the progress, for a user who watches; does nothing elsewhere. */
  readonly progress: (text: string) => void;
  /** Returns the local date and time, `2014-11-25 14:03:59`. */
  readonly now: () => string;
}

/** A file to write. */
export interface Output extends FileToSave {
  /** The message once it is written; null for a PDF, because all PDFs share one message. */
  readonly message: CommandCode | null;
  /** The flag that asked for the file, when its name differs from the one given. */
  readonly namedFor?: "--pdf" | ListFlag;
}

type ListFlag = "--csv" | "--csv-communes" | "--publipostage";

/**
 * Makes the files to write. The workbook comes first, because Excel may hold it open. When errors block, neither the
 * workbook nor the lists are written: only what was accepted goes to accounting. The names of lists and PDFs that are
 * not to be issued say so.
 */
export async function filesToWrite(
  asked: Arguments,
  { billing, analysed, first, speech }: Prepared,
  documents: readonly SheetModel[],
  isBlocked: boolean,
  host: Host,
): Promise<Reading<readonly Output[]>> {
  const status = statusOf(billing, analysed);
  const isOfWhole = analysed.rectification === null && !asked.force;
  const claimedTwice = isOfWhole ? faultOfClaims(asked, billing.statement) : null;
  if (claimedTwice !== null) return failure([claimedTwice]);
  const files: Output[] = [];
  const encoder = new TextEncoder();
  if (asked.out !== null && !isBlocked) {
    const written = await writeInto(first, documents);
    if (!written.ok) return failure([written.anomaly]);
    files.push({ path: asked.out, bytes: written.bytes, message: "cli-wrote-out" });
  }
  if (asked.json !== null) {
    const json = { ...toJson(billing.statement, billing.reading, speech), ...analysesJson(analysed, speech) };
    const bytes = encoder.encode(`${JSON.stringify(json, null, 2)}\n`);
    files.push({ path: asked.json, bytes, message: "cli-wrote-json" });
  }
  const run = { statement: billing.statement, analyses: analysed.documents, status };
  const lists = [
    [asked.csv, "--csv", "titre", "cli-wrote-csv"],
    [asked.csvCommunes, "--csv-communes", "communes", "cli-wrote-csv-communes"],
    [asked.publipostage, "--publipostage", "publipostage", "cli-wrote-publipostage"],
  ] as const;
  for (const [path, flag, list, message] of lists) {
    if (path === null || isBlocked) continue;
    const { csv, word } = makeListOf(run, list);
    const encoded = encodeCsv(csv, asked.encoding);
    if (!encoded.ok) return refuse("cli-csv-character", { path, character: encoded.error, encoding: asked.encoding });
    files.push({ ...markedPath(path, flag, word), bytes: encoded.value, message });
  }
  if (asked.pdf !== null && !isBlocked)
    files.push(...(await drawPdfs(asked.pdf, documents, { statement: billing.statement, status }, speech, host)));
  return success(files);
}

function statusOf(billing: Billing, analysed: Analysed): RunStatus {
  const errors = blockingErrors(billing, analysed)?.own ?? 0;
  return { edition: billing.statement.edition, errors, isRectified: analysed.rectification !== null };
}

/** Refuses lists of claims when another état of the campaign was issued: imported too, they would be claimed twice. */
function faultOfClaims({ csv, csvCommunes }: Arguments, { edition }: Statement): Refusal | null {
  const { issued, differs } = edition;
  const flag = csv !== null ? "--csv" : csvCommunes !== null ? "--csv-communes" : null;
  if (flag === null || issued === null || differs === null) return null;
  return refusal("cli-csv-issued", { flag, ...issuedParams(issued), [differs]: 1 });
}

/** Returns where a list is written: its path, or, if it is not to be issued, beside it with its status in the name. */
function markedPath(path: string, flag: ListFlag, word: StatusWord | null) {
  return word === null ? { path } : { path: join(dirname(path), markedFileName(basename(path), word)), namedFor: flag };
}

/** Draws the documents sent by the office as PDFs in a folder. */
async function drawPdfs(
  folder: string,
  models: readonly SheetModel[],
  run: { readonly statement: Statement; readonly status: RunStatus },
  speech: Speech,
  { progress, now }: Host,
): Promise<Output[]> {
  const when = now();
  // The PDF module is loaded only by a run that draws.
  const { drawPdf, readFonts, sentPdfs } = await import("../pdf");
  const pdfs = sentPdfs(models, run, { when, fonts: await readFonts(bytesAt) });
  const files: Output[] = [];
  for (const { fileName, request } of pdfs) {
    files.push({ path: join(folder, fileName), bytes: await drawPdf(request), message: null, namedFor: "--pdf" });
    progress(commandMessage("cli-drawing", { done: files.length, total: pdfs.length }, speech));
  }
  return files;
}

/** Returns the bytes of a file; in the one-file command, those embedded in it. */
async function bytesAt(address: URL): Promise<Uint8Array> {
  return address.protocol === "file:" ? readFile(address) : new Uint8Array(await (await fetch(address)).arrayBuffer());
}

/**
 * Saves files, all or none. Creates the folder of the PDFs when it is missing, and removes it when nothing is saved.
 * Also clears the temporary files that a killed run left there, even of communes that this run lacks.
 */
export async function saveFiles(files: readonly Output[], { pdf, overwrite }: Arguments, isBlocked: boolean) {
  const isMade = pdf !== null && !isBlocked && (await mkdir(pdf).then(yes, no));
  const saved = await saveFilesSafely(files, { overwrite, mayHaveMade: isSentFileName });
  if (isMade && !saved.ok) await rmdir(pdf).catch(no);
  return saved;
}

const yes = (): boolean => true;
const no = (): boolean => false;
