import { browserMessage, message, pageWords, type Anomaly, type Language } from "../../messages";
import { lastRunOf, type LastRun } from "../../billing";
import { WorkbookInWorker, type ShownWorkbook } from "../../workbook/in-page";
import type { FileOpening } from "../operations/environment";
import { bytesOf, type PickedFile } from "../operations/picked-files";

/** A file that cannot be used; `anomaly` is null when the browser can no longer provide it. */
interface RefusedFile {
  readonly file: string;
  readonly anomaly: Anomaly | null;
}

/** A workbook that the page holds, those that are read beside it, and the files that could not be opened. */
export interface OpenedFiles {
  readonly workbook: WorkbookInWorker;
  readonly others: readonly ShownWorkbook[];
  /**
   * The workbook of an earlier campaign chosen with the others: it is not read with them, and the user is asked how to
   * use it.
   */
  readonly earlier: OpenedFiles | null;
  readonly refused: readonly RefusedFile[];
  /** Ends the worker, once another workbook takes the place of this one. */
  readonly close: () => void;
}

/** How many rows of a file came of how many; null before there are any. */
export type RowsRead = { readonly done: number; readonly total: number } | null;

/** How the page follows an opening, and gives it up. */
interface OpeningWatch {
  readonly onProgress: (file: string, rows: RowsRead) => void;
  readonly givenUp: AbortSignal;
}

const unreadable = { ok: false, anomaly: null } as const;

/**
 * Opens files: the first usable one receives the documents, the others are read beside it, except those of an earlier
 * campaign. Returns the refusals when none is usable; null when it was cancelled.
 */
export async function openFiles(
  files: readonly PickedFile[],
  { onProgress, givenUp }: OpeningWatch,
): Promise<OpenedFiles | { readonly refused: readonly RefusedFile[] } | null> {
  const all: WithWorker[] = [];
  const refused: RefusedFile[] = [];
  for (const picked of files) {
    const { name } = picked;
    onProgress(name, null);
    const bytes = await bytesOf(picked);
    const worker = startWorker();
    const stop = new Promise<null>((resolve) => givenUp.addEventListener("abort", () => resolve(null)));
    const onRows = (done: number, total: number) => onProgress(name, { done, total });
    const opened =
      bytes === null ? unreadable : await Promise.race([WorkbookInWorker.open(worker, bytes, name, onRows), stop]);
    if (opened?.ok === true) all.push({ workbook: opened.workbook, close: () => worker.terminate() });
    else worker.terminate();
    if (givenUp.aborted || opened === null) {
      for (const one of all) one.close();
      return null;
    }
    if (!opened.ok) refused.push({ file: name, anomaly: opened.anomaly });
  }
  const earlier = earlierOf(all.map(({ workbook }) => workbook.open));
  const [held, ...beside] = all.filter(({ workbook }) => !earlier.has(workbook.open));
  if (held === undefined) return { refused };
  for (const one of beside) one.close();
  const apart = all.filter(({ workbook }) => earlier.has(workbook.open));
  return {
    ...held,
    others: beside.map(({ workbook }) => workbook.open),
    earlier: apart.reduceRight<OpenedFiles["earlier"]>(
      (next, one) => ({ ...one, others: [], earlier: next, refused: [] }),
      null,
    ),
    refused,
  };
}

/** A workbook and what ends its worker. */
type WithWorker = Pick<OpenedFiles, "workbook" | "close">;

/**
 * Returns the workbooks of an earlier campaign among some: those with documents, beside another one that their last run
 * did not read and that has no documents, or documents of a later year. Never all of them.
 */
function earlierOf(workbooks: readonly ShownWorkbook[]): ReadonlySet<ShownWorkbook> {
  const runs = workbooks.map((workbook) => {
    const last = lastRunOf(workbook);
    return { workbook, run: last.ok ? last.value : null };
  });
  const isEarlier = (run: LastRun) =>
    runs.some(({ workbook, run: other }) =>
      other === null
        ? !run.files.some(({ file }) => file.toLowerCase() === workbook.cells.file.toLowerCase())
        : other.campaign.year > run.campaign.year,
    );
  return new Set(runs.flatMap(({ workbook, run }) => (run !== null && isEarlier(run) ? [workbook] : [])));
}

/** Returns why a file cannot be used. */
export function refusalText({ file, anomaly }: RefusedFile, language: Language): string {
  return anomaly === null
    ? browserMessage("browser-file-unreadable", { file }, language)
    : message(anomaly.code, anomaly.params, language, pageWords);
}

/** Opens a file to read beside the workbook; it is not used again. */
export async function openBeside(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<FileOpening> {
  const worker = startWorker();
  const opened = await WorkbookInWorker.open(worker, bytes, name);
  worker.terminate();
  return opened.ok ? { ok: true, workbook: opened.workbook.open } : opened;
}

/**
 * Starts a worker from a file of the page: the content security policy allows no other, nor a script made on the spot.
 */
function startWorker(): Worker {
  return new Worker(new URL(/* webpackChunkName: "worker" */ "./worker.ts", import.meta.url));
}
