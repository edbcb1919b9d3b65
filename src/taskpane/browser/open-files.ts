import type { Anomaly } from "../../messages";
import { WorkbookInWorker } from "../../workbook/in-page";
import type { FileOpening } from "../operations/environment";
import { bytesOf, type PickedFile } from "../operations/files";

/** A workbook that the page holds, and the files that are read beside it. */
export interface OpenedFiles {
  readonly workbook: WorkbookInWorker;
  readonly others: readonly PickedFile[];
  /** Ends the worker, once another workbook takes the place of this one. */
  readonly close: () => void;
}

/** How the page follows an opening, and gives it up. */
export interface OpeningWatch {
  /** Learns how many rows came of how many. */
  readonly onRows: (done: number, total: number) => void;
  readonly givenUp: AbortSignal;
}

/** What opening gives: null where it was given up, a null anomaly where the browser does not give the file any more. */
export type Opened = OpenedFiles | { readonly anomaly: Anomaly | null } | null;

/** Opens the first of some files; the others are read beside it. Gives what is wrong with it where it cannot be used. */
export async function openFiles(files: readonly PickedFile[], { onRows, givenUp }: OpeningWatch): Promise<Opened> {
  const [first, ...others] = files as [PickedFile, ...PickedFile[]];
  const bytes = await bytesOf(first);
  if (bytes === null) return { anomaly: null };
  const worker = startWorker();
  const close = () => worker.terminate();
  const stop = new Promise<null>((resolve) => givenUp.addEventListener("abort", () => resolve(null)));
  const opened = givenUp.aborted
    ? null
    : await Promise.race([WorkbookInWorker.open(worker, bytes, first.name, onRows), stop]);
  if (opened?.ok === true) return { workbook: opened.workbook, others, close };
  close();
  return opened;
}

/** Opens a file to be read beside the workbook: nothing is asked of it later. */
export async function openBeside(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<FileOpening> {
  const worker = startWorker();
  const opened = await WorkbookInWorker.open(worker, bytes, name);
  worker.terminate();
  return opened.ok ? { ok: true, workbook: opened.workbook.open } : opened;
}

/** A file of the page itself: the policy allows no other, and none that is made on the spot. */
function startWorker(): Worker {
  return new Worker(new URL(/* webpackChunkName: "worker" */ "./worker.ts", import.meta.url));
}
