import { sourceName } from "../../cells";
import type { Words } from "./words";

/** A sheet as it is named to the user, with its file where that is not the workbook that is open. */
export function sheetText(sheet: string, otherFile: string | null, words: Words): string {
  return otherFile === null ? sheet : words.say("pane-file-sheet", { sheet, file: otherFile });
}

/** A cell, or the sheet alone. */
export function placeText(sheet: string, cell: string | null, otherFile: string | null, words: Words): string {
  return cell === null ? sheetText(sheet, otherFile, words) : sourceName(sheet, cell, otherFile);
}
