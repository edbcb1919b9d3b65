// This module reads and writes the bytes of files, in a page as in Node; saving them to disk is in `save-file`.
export type { CellEdit } from "./edit-sheet-part";
export { addUserSheet, editCells, putUserSheets, type Edited } from "./edit-workbook";
export { openWorkbookFile } from "./open-file";
export { readGenerated, type FoundCell, type FoundName, type FoundSheet, type GeneratedFound } from "./read-generated";
export type { OpenResult, OpenWorkbook } from "./opened-file";
export { writeGenerated, writeInto } from "./write-generated";
export {
  lookOfValues,
  readLooks,
  type BarsLook,
  type CellLook,
  type DrawingLook,
  type EdgeLook,
  type SheetLook,
  type WorkbookLooks,
  type PrintedSheet,
} from "./looks";
