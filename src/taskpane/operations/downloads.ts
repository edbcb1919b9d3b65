import {
  communesCsv,
  encodeCsv,
  fileStart,
  mailingCsv,
  statusWord,
  titreCsv,
  type CsvEncoding,
  type RunStatus,
  type StatusWord,
} from "../../documents";
import type { Statement } from "../../statement";
import { anomaly, countOf, success, unexpected, type Result } from "../../messages";
import { mayDraw } from "../state/state";
import type { SessionContext } from "./context";
import type { Snapshot } from "./snapshot";
import type { PdfTools } from "./environment";

/** The lists that `rebill` gives by `--csv`, `--csv-communes` and `--publipostage`. */
const listNames = ["titre", "communes", "publipostage"] as const;
export type ListName = (typeof listNames)[number];

/** A list as a file, or the first character that its encoding lacks. */
type ListMade = Result<{ readonly name: string; readonly bytes: Uint8Array }, string>;

/**
 * Returns the lists of what was billed, when it is what the documents in place say; none otherwise. What was issued is claimed
 * already, and a correction by lines of its own: the lists of claims would claim the whole again.
 */
export function listsGiven({ snapshot, state }: SessionContext): readonly ListName[] {
  if (snapshot === null || !mayDraw(state)) return [];
  return statusWord(statusOf(snapshot)) === "À NE PAS ÉMETTRE" ? ["publipostage"] : listNames;
}

/** Returns a list, byte for byte as `rebill` writes it; null when it is not given. */
export function makeList(context: SessionContext, list: ListName, encoding: CsvEncoding): ListMade | null {
  const { snapshot } = context;
  if (snapshot === null || !listsGiven(context).includes(list)) return null;
  const { statement } = snapshot.billing;
  const status = statusWord(statusOf(snapshot));
  const encoded = encodeCsv(writers[list](statement, status, snapshot), encoding);
  if (!encoded.ok) return encoded;
  return success({ name: `${fileStart(statement.campaign, status)}_${list.toUpperCase()}.csv`, bytes: encoded.value });
}

/** Returns whether what was billed may be issued. */
function statusOf({ billing, analyses }: Snapshot): RunStatus {
  const rectification = analyses?.rectification;
  return {
    edition: billing.statement.edition,
    errors: rectification?.errors ?? countOf(billing.anomalies, "error"),
    isRectified: rectification !== undefined,
  };
}

type ListWriter = (statement: Statement, status: StatusWord | null, snapshot: Snapshot) => string;

const writers: Readonly<Record<ListName, ListWriter>> = {
  titre: titreCsv,
  communes: communesCsv,
  publipostage: (statement, status, { analyses }) =>
    mailingCsv(statement, analyses?.comparison?.comparison ?? null, status),
};

/**
 * Draws the documents that leave the office, those of the last billing, and saves them as one .zip: the same files as
 * `rebill --pdf` writes in a folder. By stretches of a frame; stopped on the way, nothing is saved.
 */
export async function savePdfs(context: SessionContext): Promise<void> {
  const { snapshot } = context;
  const { download, loadPdfs } = context.environment;
  if (snapshot === null || download === null || !mayDraw(context.state) || context.isBusy()) return;
  context.begin("drawing");
  try {
    const tools = await loadPdfs().catch(() => null);
    if (tools === null) return context.endWith(anomaly("error", "pane-pdfs-not-loaded"));
    const files = context.isCancelled ? null : await draw(context, tools, snapshot);
    if (files === null)
      return context.dispatch({ type: "work-ended", notice: { code: "pane-pdfs-cancelled", params: {} } });
    const name = tools.zipFileName({ statement: snapshot.billing.statement, status: statusOf(snapshot) });
    const address = download(name, tools.zipPdfs(files, context.environment.now()));
    context.dispatch({ type: "pdfs-saved", pdfs: { name, address, count: files.length } });
  } catch (fault) {
    context.endWith(unexpected(fault));
  }
}

/** Draws one after the other; null when the user stopped it. */
async function draw(context: SessionContext, tools: PdfTools, snapshot: Snapshot) {
  const { sheets, statement } = snapshot.billing;
  const drawn = { when: context.environment.now(), fonts: tools.fonts };
  const pdfs = tools.sentPdfs(sheets, { statement, status: statusOf(snapshot) }, drawn);
  const files: { readonly fileName: string; readonly bytes: Uint8Array }[] = [];
  for (const { fileName, request } of pdfs) {
    context.dispatch({ type: "work-went-on", work: { kind: "drawing", done: files.length, total: pdfs.length } });
    const bytes = await context.compute(tools.drawPdfInSteps(request));
    if (bytes === null || context.isCancelled) return null;
    files.push({ fileName, bytes });
  }
  return files;
}
