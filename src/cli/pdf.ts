import { mkdir, readFile, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { SheetModel } from "../documents";
import type { PdfFonts } from "../pdf";
import type { Statement } from "../statement";
import { conventionOf } from "../tariff";
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
  const { drawPdf, sentDocuments } = await import("../pdf");
  const fonts = await readFonts();
  const files: FileToSave[] = [];
  const documents = sentDocuments(models, statement);
  const author = conventionOf(statement.campaign).creditor.name;
  for (const { fileName, title, model } of documents) {
    files.push({ path: join(folder, fileName), bytes: await drawPdf({ models: [model], title, author, when, fonts }) });
    onDrawn(files.length, documents.length);
  }
  return files;
}

/** Fonts as wide as Calibri, from the package that brings them: a bundler finds them by these addresses. */
const fontFiles: Readonly<Record<keyof PdfFonts, URL>> = {
  regular: new URL("../../node_modules/@expo-google-fonts/carlito/400Regular/Carlito_400Regular.ttf", import.meta.url),
  bold: new URL("../../node_modules/@expo-google-fonts/carlito/700Bold/Carlito_700Bold.ttf", import.meta.url),
  italic: new URL(
    "../../node_modules/@expo-google-fonts/carlito/400Regular_Italic/Carlito_400Regular_Italic.ttf",
    import.meta.url,
  ),
  boldItalic: new URL(
    "../../node_modules/@expo-google-fonts/carlito/700Bold_Italic/Carlito_700Bold_Italic.ttf",
    import.meta.url,
  ),
};

async function readFonts(): Promise<PdfFonts> {
  const [regular, bold, italic, boldItalic] = await Promise.all([
    bytesAt(fontFiles.regular),
    bytesAt(fontFiles.bold),
    bytesAt(fontFiles.italic),
    bytesAt(fontFiles.boldItalic),
  ]);
  return { regular, bold, italic, boldItalic };
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
