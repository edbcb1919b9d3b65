import {
  documentOf,
  encodeCsv,
  listNames,
  makeListOf,
  statusWord,
  type CsvEncoding,
  type ListName,
  type RunStatus,
} from "../../documents";
import { anomaly, countOf, success, unexpected, type Result } from "../../messages";
import { errorsToAccept, freshnessOf, mayDraw, previewOf, type Notice } from "../state/state";
import type { SessionContext } from "./context";
import type { Snapshot } from "./snapshot";
import type { PdfTools } from "./environment";
import { openDocument } from "./navigate";
import { generate } from "./write";

/** A list as a file, or the first character that its encoding lacks. */
type ListMade = Result<{ readonly name: string; readonly bytes: Uint8Array }, string>;

/**
 * Returns the lists of the billing when it matches the documents in place; empty otherwise. An issued état is already
 * claimed: lists of claims would claim everything again, except those of a correction, which contain the changes only.
 */
export function listsGiven({ snapshot, state }: SessionContext): readonly ListName[] {
  if (snapshot === null || !mayDraw(state)) return [];
  const status = statusOf(snapshot);
  if (status.isRectified) return listNames.filter((list) => list !== "titre");
  return statusWord(status) === "À NE PAS ÉMETTRE" ? ["publipostage"] : listNames;
}

/** Returns a list, byte for byte as `rebill` writes it; null when it is not given. */
export function makeList(context: SessionContext, list: ListName, encoding: CsvEncoding): ListMade | null {
  const { snapshot } = context;
  if (snapshot === null || !listsGiven(context).includes(list)) return null;
  const { billing, analyses = {} } = snapshot;
  const { csv, fileName } = makeListOf({ statement: billing.statement, analyses, status: statusOf(snapshot) }, list);
  const encoded = encodeCsv(csv, encoding);
  return encoded.ok ? success({ name: fileName, bytes: encoded.value }) : encoded;
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

/**
 * Draws the documents of the last billing that leave the office, and saves them as one .zip, with the same files as
 * `rebill --pdf`. With a key, saves the PDF of that document alone. Runs in slices of a frame; when cancelled, nothing
 * is saved.
 */
export async function savePdfs(context: SessionContext, key: string | null = null): Promise<void> {
  const { snapshot } = context;
  const { download, loadPdfs } = context.environment;
  if (snapshot === null || download === null || !mayDraw(context.state) || context.isBusy()) return;
  context.begin("drawing");
  try {
    const tools = await loadPdfs().catch(() => null);
    if (tools === null) return context.endWith(anomaly("error", "pane-pdfs-not-loaded"));
    const files = context.isCancelled ? null : await draw(context, tools, snapshot, key);
    if (files === null)
      return context.dispatch({ type: "work-ended", notice: { code: "pane-pdfs-cancelled", params: {} } });
    const only = key === null ? undefined : files[0];
    const name =
      only?.fileName ?? tools.zipFileName({ statement: snapshot.billing.statement, status: statusOf(snapshot) });
    const address = download(name, only?.bytes ?? tools.zipPdfs(files, context.environment.now()));
    context.dispatch({ type: "pdfs-saved", pdfs: { name, address, count: files.length } });
  } catch (fault) {
    context.endWith(unexpected(fault));
  }
}

/**
 * Returns whether documents may be written without confirmation: in a copy of the workbook, when they replace none and
 * leave nothing out.
 */
export function writesAtOnce({ environment, state }: SessionContext): boolean {
  const preview = previewOf(state);
  if (environment.holdsWorkbook !== true || preview === null || freshnessOf(state) === "stale") return false;
  const { plan, statement } = preview;
  const replacesNothing = plan.replaced.length + plan.removed.length === 0;
  return replacesNothing && errorsToAccept(state) === 0 && statement.edition.differs === null;
}

/**
 * Returns the label of the PDF button: « cancel » while PDFs are being drawn, the number of fiches in a copy held by
 * the page; null without a document to draw.
 */
export function pdfsOffered(context: SessionContext): Notice | null {
  const { environment, state } = context;
  const preview = previewOf(state);
  if (preview === null || environment.download === null || !(mayDraw(state) || writesAtOnce(context))) return null;
  if (state.work.kind === "drawing") return { code: "pane-act-cancel", params: {} };
  const count = preview.plan.sheets.filter(({ key }) => documentOf(key) === "fiche").length;
  // Those of a correction are its own papers.
  const isCounted = environment.holdsWorkbook === true && count > 1 && state.analyses.rectification === null;
  return { code: isCounted ? "pane-pdfs-fiches" : "pane-pdfs-save", params: { count } };
}

/**
 * Saves the PDFs, after writing the documents and showing them when this needs no confirmation; cancels the PDFs when
 * they are being drawn.
 */
export async function writeAndSavePdfs(context: SessionContext): Promise<void> {
  if (context.state.work.kind === "drawing") return context.cancel();
  if (!mayDraw(context.state) && writesAtOnce(context)) {
    // Loaded while sheets are written; a failure is reported when it is needed.
    void context.environment.loadPdfs().catch(() => null);
    await generate(context);
    await openDocument(context, "titre");
  }
  await savePdfs(context);
}

/** Draws one after the other; null when the user stopped it. */
async function draw(context: SessionContext, tools: PdfTools, snapshot: Snapshot, key: string | null) {
  const { sheets: all, statement } = snapshot.billing;
  const sheets = key === null ? all : all.filter((sheet) => sheet.key === key);
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
