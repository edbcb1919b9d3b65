import { mkdir, readFile, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { SheetModel } from "../documents";
import type { Statement } from "../statement";
import type { FileToSave } from "../workbook";

/** Draws each document that leaves the office as a PDF of a folder; `onDrawn` is told how many are, of how many. */
export async function drawPdfs(
  folder: string,
  models: readonly SheetModel[],
  statement: Statement,
  when: string,
  onDrawn: (done: number, total: number) => void,
): Promise<readonly FileToSave[]> {
  // Only a run that draws pays for what draws.
  const { drawPdf, readFonts, sentPdfs } = await import("../pdf");
  const pdfs = sentPdfs(models, statement, { when, fonts: await readFonts(bytesAt) });
  const files: FileToSave[] = [];
  for (const { fileName, request } of pdfs) {
    files.push({ path: join(folder, fileName), bytes: await drawPdf(request) });
    onDrawn(files.length, pdfs.length);
  }
  return files;
}

/** Returns the bytes of a file; of the command as one file, those that it holds itself. */
async function bytesAt(address: URL): Promise<Uint8Array> {
  return address.protocol === "file:" ? readFile(address) : new Uint8Array(await (await fetch(address)).arrayBuffer());
}

/** Makes a folder where there is none, works, and takes the folder away again where the work says that it failed. */
export async function inFolder<T extends { readonly ok: boolean }>(
  folder: string | null,
  work: () => Promise<T>,
): Promise<T> {
  const isMade = folder !== null && (await mkdir(folder).then(yes, no));
  const result = await work();
  if (isMade && !result.ok) await rmdir(folder).catch(no);
  return result;
}

const yes = (): boolean => true;
const no = (): boolean => false;
