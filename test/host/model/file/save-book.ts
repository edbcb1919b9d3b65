import { writeGenerated } from "../../../../src/workbook/files";
import type { HostBook } from "../state/book";
import { editPackage } from "./edit-package";
import { generatedModels } from "./generated-models";
import { refuseUnsaved } from "./unsaved-changes";
import { openedFile } from "../../../opened-file";

/**
 * The workbook as a file: the package that was opened, with what changed in it, and its documents written by the port of
 * files. So that a generation drawn by the add-in and one written by the command can be compared part by part. A workbook
 * in which nothing happened is its file.
 */
export async function saveBook(bytes: Uint8Array, book: HostBook): Promise<Uint8Array> {
  book.calculation.update();
  refuseUnsaved(book);
  const edited = await editPackage(bytes, book);
  const models = generatedModels(book);
  const opened = await openedFile(edited, book.file);
  const isUntouched = edited === bytes && models.length + opened.generatedSheets.length === 0;
  return isUntouched ? bytes : writeGenerated(opened, models);
}
