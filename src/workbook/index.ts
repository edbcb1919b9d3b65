export { openWorkbookFile, writeGenerated, writeInto, type OpenWorkbook } from "./files";
export { destinationOf, saveFilesSafely, type FileToSave } from "./files/save-file";
export { findingMessage, placedFindingMessage, reportVerification, verifyInSteps, type Verification } from "./verify";
export type { OpenedWorkbook, UserSheet } from "./opened-workbook";
export type {
  Aftermath,
  CellsChanged,
  EditedSheet,
  Elsewhere,
  Outcome,
  Progress,
  Publication,
  ReadingKind,
  Selected,
  SheetsWritten,
  Watch,
  WorkbookPort,
} from "./port";
