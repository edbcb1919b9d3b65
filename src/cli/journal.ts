import { basename } from "node:path";
import { changedDocuments, issuedParams, markIssued, type IssueNote } from "../billing";
import { parseWrittenDate, type CivilDate } from "../cells";
import { journalFirstRow, ledgerOf, stateName, type KnownIssue, type Ledger } from "../documents";
import {
  anomaly,
  commandMessage,
  failure,
  JsonFields,
  success,
  type Anomaly,
  type CommandCode,
  type JsonObject,
  type Result,
} from "../messages";
import { saveFilesSafely, writeInto, type OpenWorkbook } from "../workbook";
import { refuse, type Arguments, type IssueArguments, type Refusal } from "./arguments";
import { faultOfExtension, faultOfPaths } from "./paths";
import { openInputs, readJson, type Reading } from "./read-files";

/** The lines to print after marking an état as issued, or on why it was not marked. */
interface Outcome {
  readonly lines: readonly string[];
  readonly isBlocked: boolean;
}

/**
 * Marks the état of a generated workbook as issued: writes the workbook again with one more row in its Journal, and no
 * other change. Documents changed by hand block it without `force`, because the documents sent may differ from what the
 * Journal records. `when`: local date and time.
 */
export async function issue(asked: IssueArguments, when: string): Promise<Reading<Outcome>> {
  const { input, out, issued, force, overwrite, language } = asked;
  const fault = await faultOfPaths({ inputs: [input], out, options: issued, overwrite });
  if (fault !== null) return failure([fault]);
  const note = await readIssueFile(issued);
  if (!note.ok) return note;
  const opened = await openInputs([input], () => undefined);
  if (!opened.ok) return opened;
  const workbook = opened.value[0]!;
  const misnamed = faultOfExtension(out, workbook);
  if (misnamed !== null) return failure([misnamed]);
  const marked = markIssued(workbook, note.value, when);
  if (!marked.ok) return marked;
  const inWords = (anomalies: readonly Anomaly[]) =>
    anomalies.map(({ code, params }) => commandMessage(code, params, language));
  const changed = changedDocuments(workbook);
  if (changed.length > 0 && !force) return success({ lines: inWords(changed), isBlocked: true });
  const replaced = await readReplaced(asked);
  if (!replaced.ok) return replaced;
  const written = await writeInto(workbook, [marked.value.journal]);
  if (!written.ok) return failure([written.anomaly]);
  const saved = await saveFilesSafely([{ path: out, bytes: written.bytes }], { overwrite });
  if (!saved.ok) return failure([saved.anomaly]);
  const { number, version } = marked.value.state;
  const { campaign } = marked.value;
  const { states, issued: known } = ledgerOf(workbook.journalRows, workbook.runRecord);
  const kept = { states, issued: [...known, { campaign, number, version }] };
  const lost = replaced.value === null ? [] : lostIssues(replaced.value, kept);
  const lines = [
    commandMessage("cli-issued", { number, version, campaign }, language),
    ...inWords([...changed, ...lost]),
    commandMessage("cli-wrote-out", { path: out }, language),
  ];
  return success({ lines, isBlocked: false });
}

/** Reads the file of `--issued`: the date on which an état was issued, and the numbers known of it. */
async function readIssueFile(path: string): Promise<Reading<IssueNote>> {
  const read = await readJson(path, "issued");
  return read.ok ? parseIssue(read.value, basename(path)) : read;
}

/**
 * Reads the parsed file of `--issued`: `date`, and optionally `number`, `bordereau` and `titre`. Fails with every
 * fault: an unknown key, a blank value or one that is not a text, a date that does not exist.
 */
export function parseIssue(raw: unknown, file: string): Result<IssueNote, readonly Refusal[]> {
  const json = new IssueJson();
  const data = json.record(raw, "", ["date"], { optional: ["number", "bordereau", "titre"], whole: file });
  const date = json.date(data);
  const note = {
    number: json.textOrNull(data, "number"),
    date,
    bordereau: json.textOrNull(data, "bordereau"),
    titre: json.textOrNull(data, "titre"),
  };
  if (json.faults.length === 0 && date !== null) return success({ ...note, date });
  return failure(json.faults.map(({ code, params }) => anomaly("error", code, params, { file })));
}

class IssueJson extends JsonFields<CommandCode> {
  constructor() {
    super({
      notRecord: "cli-issued-not-a-record",
      unknownKey: "cli-issued-unknown-key",
      missingKey: "cli-issued-missing-key",
      notText: "cli-issued-not-text",
    });
  }

  /** Returns a date; null when it is invalid, which is reported, or missing, which `record` has reported. */
  date(data: JsonObject): CivilDate | null {
    const raw = data["date"];
    if (raw === undefined) return null;
    const date = typeof raw === "string" ? parseWrittenDate(raw) : null;
    if (date === null) this.fail("cli-issued-bad-date", "date", raw);
    return date;
  }

  textOrNull(data: JsonObject, key: string): string | null {
    return this.text(data, key, "").trim() || null;
  }
}

/** The workbook that receives the documents, and the anomalies of the Journal that it continues. */
interface Continued {
  readonly first: OpenWorkbook;
  readonly anomalies: readonly Anomaly[];
}

/**
 * Returns the first workbook read. When it has no Journal, gives it the Journal of the workbook that `--overwrite`
 * replaces, so that its generations go on being numbered. Rows changed by hand are reported and kept, like those of an
 * input. Issued états that would be lost with the replaced workbook are reported.
 */
export async function continueJournal(
  first: OpenWorkbook,
  asked: Pick<Arguments, "out" | "overwrite">,
): Promise<Reading<Continued>> {
  const found = await readReplaced(asked);
  if (!found.ok) return found;
  const replaced = found.value;
  if (replaced === null || replaced.journalRows.length <= journalFirstRow) return success({ first, anomalies: [] });
  const { journalRows, runRecord, journalEdits } = replaced;
  if (first.journalRows.length > journalFirstRow)
    return success({ first, anomalies: lostIssues(replaced, ledgerOf(first.journalRows, first.runRecord)) });
  const changed = replaced.anomalies.filter(({ code }) => code === "journal-changed");
  return success({ first: { ...first, journalRows, runRecord, journalEdits }, anomalies: changed });
}

type KnownName = Pick<KnownIssue, "campaign" | "number" | "version">;

/** Returns a warning for each état that the replaced Journal records as issued, and the kept Journal does not. */
function lostIssues(
  { cells: { file }, journalRows, runRecord }: OpenWorkbook,
  kept: Readonly<Record<keyof Ledger, readonly KnownName[]>>,
): Anomaly[] {
  const { issued } = ledgerOf(journalRows, runRecord);
  return issued.flatMap((lost) => {
    const { campaign } = lost;
    const isLost = (one: KnownName) => one.campaign === campaign && stateName(one) === stateName(lost);
    if (kept.issued.some(isLost)) return [];
    const canMark = kept.states.some(isLost) && !kept.issued.some((one) => one.campaign === campaign);
    const way = canMark ? { mark: campaign } : { copy: campaign };
    return [anomaly("warning", "overwritten-issued", { file, campaign, ...way, ...issuedParams(lost) }, { file })];
  });
}

/** The codes of files that no run of this command wrote: they have no Journal to lose. */
const strangers: readonly string[] = [
  "file-empty",
  "file-not-a-workbook",
  "file-text-document",
  "file-zip-without-workbook",
];

/** Returns the workbook that `--overwrite` replaces; null when there is none. Fails when its Journal cannot be read. */
async function readReplaced({
  out,
  overwrite,
}: Pick<Arguments, "out" | "overwrite">): Promise<Reading<OpenWorkbook | null>> {
  if (out === null || !overwrite) return success(null);
  const opened = await openInputs([out], () => undefined);
  if (opened.ok) return success(opened.value[0]!);
  const { code, params } = opened.error[0]!;
  if (strangers.includes(code) || params["reason"] === "ENOENT") return success(null);
  if (code === "cli-input-unreadable") return opened;
  const why = code === "file-password" ? { locked: code } : { damaged: code };
  return refuse("cli-overwrite-unread", { path: out, ...why });
}
