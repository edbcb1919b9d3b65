import { unexpected, anomaly } from "../../messages";
import { mayDraw } from "../state/state";
import type { SessionContext } from "./context";
import type { PdfTools } from "./environment";
import type { Snapshot } from "./snapshot";

/**
 * Draws the documents that leave the office, those of the last billing, and saves them as one .zip: the same files as
 * `rebill --pdf` writes in a folder. By stretches of a frame; stopped on the way, nothing is saved.
 */
export async function savePdfs(context: SessionContext): Promise<void> {
  const { snapshot } = context;
  const { download, loadPdfs } = context.environment;
  if (snapshot === null || download === null || !mayDraw(context.state) || context.isBusy()) return;
  context.begin({ type: "drawing-started" });
  try {
    const tools = await loadPdfs().catch(() => null);
    if (tools === null) {
      context.dispatch({ type: "work-ended" });
      return context.dispatch({ type: "troubled", anomaly: anomaly("error", "pane-pdfs-not-loaded") });
    }
    const files = context.isCancelled ? null : await draw(context, tools, snapshot);
    if (files === null)
      return context.dispatch({ type: "work-ended", notice: { code: "pane-pdfs-cancelled", params: {} } });
    const name = tools.zipFileName(snapshot.billing.statement.campaign);
    const address = download(name, tools.zipPdfs(files, context.environment.now()));
    context.dispatch({ type: "pdfs-saved", pdfs: { name, address, count: files.length } });
  } catch (fault) {
    context.dispatch({ type: "work-ended" });
    context.dispatch({ type: "troubled", anomaly: unexpected(fault) });
  }
}

/** Draws one after the other; null where the user stopped it. */
async function draw(context: SessionContext, tools: PdfTools, { billing }: Snapshot) {
  const drawn = { when: context.environment.now(), fonts: tools.fonts };
  const pdfs = tools.sentPdfs(billing.sheets, billing.statement, drawn);
  const files: { readonly fileName: string; readonly bytes: Uint8Array }[] = [];
  for (const { fileName, request } of pdfs) {
    context.dispatch({ type: "drawing-went-on", done: files.length, total: pdfs.length });
    const bytes = await context.compute(tools.drawPdfInSteps(request));
    if (bytes === null || context.isCancelled) return null;
    files.push({ fileName, bytes });
  }
  return files;
}
