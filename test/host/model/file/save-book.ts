import { openWorkbookFile, writeGenerated } from "../../../../src/workbook/files";
import type { HostBook } from "../state/book";
import { editPackage } from "./edit-package";
import { generatedModels } from "./generated-models";

/**
 * The workbook as a file: the package that was opened, with what changed in it, and its documents written by the door of
 * files. So that a generation drawn by the add-in and one written by the command can be compared part by part.
 */
export async function saveBook(bytes: Uint8Array, book: HostBook): Promise<Uint8Array> {
  book.calculation.update();
  const edited = await editPackage(bytes, book);
  const file = book.file.replace(/\.(xls|ods|csv)$/i, ".xlsx");
  const opened = await openWorkbookFile(edited, file);
  if (!opened.ok) throw new Error(`${file}: ${opened.anomaly.code}`);
  return writeGenerated(opened.workbook, generatedModels(book));
}
