import { mkdir, readFile, rmdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { SheetModel } from "../documents";
import { drawPdf, sentDocuments, type PdfFonts } from "../pdf";
import type { Statement } from "../statement";
import { conventionOf } from "../tariff";

/** A PDF to write. */
interface PdfFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Draws each document that leaves the office as a PDF of a folder; `onDrawn` is told how many are, of how many. */
export async function drawPdfs(
  folder: string,
  models: readonly SheetModel[],
  statement: Statement,
  when: string,
  onDrawn: (done: number, total: number) => void,
): Promise<readonly PdfFile[]> {
  const fonts = await readFonts();
  const files: PdfFile[] = [];
  const documents = sentDocuments(models, statement);
  const author = conventionOf(statement.campaign).creditor.name;
  for (const { fileName, title, model } of documents) {
    files.push({ path: join(folder, fileName), bytes: await drawPdf({ models: [model], title, author, when, fonts }) });
    onDrawn(files.length, documents.length);
  }
  return files;
}

async function readFonts(): Promise<PdfFonts> {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFile(resolve(`@expo-google-fonts/carlito/${name}.ttf`));
  const [regular, bold, italic, boldItalic] = await Promise.all([
    read("400Regular/Carlito_400Regular"),
    read("700Bold/Carlito_700Bold"),
    read("400Regular_Italic/Carlito_400Regular_Italic"),
    read("700Bold_Italic/Carlito_700Bold_Italic"),
  ]);
  return { regular, bold, italic, boldItalic };
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
