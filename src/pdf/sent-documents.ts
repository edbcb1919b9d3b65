import { zipSync } from "fflate";
import { fileStart, isOfCorrection, sentFile, statusWordOf, type RunStatus, type SheetModel } from "../documents";
import type { Statement } from "../statement";
import type { PdfRequest } from "./draw-pdf";

/** A document that leaves the office, and the function that draws its file. */
interface SentPdf {
  /** `2014_ORDICLASSE_25014_AMAGNEY.pdf`. */
  readonly fileName: string;
  readonly request: PdfRequest;
}

/** A run: its billing, and whether it may be issued. */
interface SentRun {
  readonly statement: Statement;
  readonly status: RunStatus;
}

/**
 * Returns the functions that draw the file of each sent document, in the order of their sheets, for a folder or a
 * single file. Documents that are not to be issued state it in their names and titles; for a correction, only its
 * papers are sent.
 */
export function sentPdfs(
  models: readonly SheetModel[],
  { statement, status }: SentRun,
  drawn: Pick<PdfRequest, "when" | "fonts">,
): SentPdf[] {
  const { creditor, service } = statement.campaign.convention;
  const issued = status.isRectified ? models.filter(({ key }) => isOfCorrection(key)) : models;
  return issued.flatMap((model) => {
    const sent = sentFile(model, statement, statusWordOf(model.key, status));
    if (sent === null) return [];
    const { fileName, title } = sent;
    return [{ fileName, request: { models: [model], title, author: creditor.name, producer: service, ...drawn } }];
  });
}

/**
 * Returns the name of the file with all of them, `2014_ORDICLASSE_PDF.zip`; for a correction, it contains what is
 * issued.
 */
export function zipFileName({ statement, status }: SentRun): string {
  const key = status.isRectified ? "rectificatif" : "titre";
  return `${fileStart(statement.campaign, statusWordOf(key, status))}_PDF.zip`;
}

/** Puts files in one .zip, dated by a civil date and time. They are kept as they are: a PDF is compressed already. */
export function zipPdfs(
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
  when: string,
): Uint8Array {
  const options = { level: 0, mtime: when.replace(" ", "T") } as const;
  return zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, [bytes, options]])));
}
