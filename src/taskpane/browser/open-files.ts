import { message, pageWords, browserMessage, type Anomaly, type Language } from "../../messages";
import { HeldWorkbook } from "../../workbook/in-page";
import { openWorkbookFile, type OpenWorkbook } from "../../workbook/files";
import { bytesOf, type PickedFile } from "../operations/files";

/** A file that cannot be used; null where the browser does not give it any more. */
export interface RefusedFile {
  readonly file: string;
  readonly anomaly: Anomaly | null;
}

/** A workbook that the page holds, those that are read beside it, and the files that could not be opened. */
export interface OpenedFiles {
  readonly workbook: HeldWorkbook;
  readonly others: readonly OpenWorkbook[];
  readonly refused: readonly RefusedFile[];
}

/** Opens files: the first that can be used receives the documents, the others are read beside it. Gives those refused where none can. */
export async function openFiles(
  files: readonly PickedFile[],
): Promise<OpenedFiles | { readonly refused: readonly RefusedFile[] }> {
  const opened: OpenWorkbook[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const bytes = await bytesOf(file);
    const result = bytes === null ? null : await openWorkbookFile(bytes, file.name);
    if (result?.ok === true) opened.push(result.workbook);
    else refused.push({ file: file.name, anomaly: result?.anomaly ?? null });
  }
  const [first, ...others] = opened;
  return first === undefined ? { refused } : { workbook: new HeldWorkbook(first), others, refused };
}

/** Says why a file cannot be used. */
export function refusalText({ file, anomaly }: RefusedFile, language: Language): string {
  return anomaly === null
    ? browserMessage("browser-file-unreadable", { file }, language)
    : message(anomaly.code, anomaly.params, language, pageWords);
}
