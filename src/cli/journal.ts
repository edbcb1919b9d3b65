import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { journalFirstRow, ledgerOf } from "../documents";
import { anomaly, type Anomaly } from "../messages";
import { openWorkbookFile, type OpenWorkbook } from "../workbook";
import { issuedParams } from "../billing";
import type { Arguments } from "./arguments";

/** The workbook that the documents go into, and what the Journal that it goes on with tells. */
interface Continued {
  readonly first: OpenWorkbook;
  readonly anomalies: readonly Anomaly[];
}

/**
 * Returns the first workbook read with the Journal of the one that `--overwrite` replaces, where it has none of its own: the
 * generations of a file go on being counted. Rows that were changed by hand are told, and kept, as those of an input are. A
 * Journal that is lost with what it replaces is told where it knows an issued état that the first workbook's does not.
 */
export async function continueJournal(
  first: OpenWorkbook,
  { out, overwrite, campaign }: Pick<Arguments, "out" | "overwrite" | "campaign">,
): Promise<Continued> {
  const replaced = out === null || !overwrite ? null : await opened(out);
  if (replaced === null || replaced.journalRows.length <= journalFirstRow) return { first, anomalies: [] };
  const { journalRows, runRecord, journalEdits } = replaced;
  if (first.journalRows.length <= journalFirstRow) {
    const changed = replaced.anomalies.filter(({ code }) => code === "journal-changed");
    return { first: { ...first, journalRows, runRecord, journalEdits }, anomalies: changed };
  }
  const issuedIn = (workbook: OpenWorkbook) =>
    ledgerOf(workbook.journalRows, workbook.runRecord).issued.find((one) => one.campaign === campaign.year);
  const lost = issuedIn(replaced);
  if (lost === undefined || issuedIn(first) !== undefined) return { first, anomalies: [] };
  const file = replaced.cells.file;
  return { first, anomalies: [anomaly("warning", "overwritten-issued", { file, ...issuedParams(lost) }, { file })] };
}

/** Returns the workbook at a path; null where there is none that can be read: it is replaced as any file. */
async function opened(path: string): Promise<OpenWorkbook | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return null;
  const result = await openWorkbookFile(bytes, basename(path));
  return result.ok ? result.workbook : null;
}
