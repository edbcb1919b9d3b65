import type { Anomaly } from "../../messages";
import { HeldWorkbook } from "../../workbook/in-page";
import { openWorkbookFile } from "../../workbook/files";
import { bytesOf, type PickedFile } from "../operations/files";

/** A workbook that the page holds, and the files that are read beside it. */
export interface OpenedFiles {
  readonly workbook: HeldWorkbook;
  readonly others: readonly PickedFile[];
}

/**
 * Opens the first of some files; the others are read beside it. Gives what is wrong with it where it cannot be used; null: the browser
 * does not give it any more.
 */
export async function openFiles(
  files: readonly PickedFile[],
): Promise<OpenedFiles | { readonly anomaly: Anomaly | null }> {
  const [first, ...others] = files as [PickedFile, ...PickedFile[]];
  const bytes = await bytesOf(first);
  if (bytes === null) return { anomaly: null };
  const opened = await openWorkbookFile(bytes, first.name);
  return opened.ok ? { workbook: new HeldWorkbook(opened.workbook), others } : { anomaly: opened.anomaly };
}
