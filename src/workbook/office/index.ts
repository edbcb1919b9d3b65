export { addSheet } from "./add-sheet";
export { watchChanges } from "./changes";
export { changeOptions } from "./change-options";
export { activateSheet, selectCell } from "./go-to";
export { openNewWorkbook } from "./new-workbook";
export { openActiveWorkbook } from "./open-active";
export { publish } from "./publish";
export { tidyUp } from "./tidy-up";
export type {
  Added,
  Aftermath,
  EditedSheet,
  OfficeReading,
  OfficeWorkbook,
  Outcome,
  Progress,
  Publication,
  Replacing,
  Tidying,
  Watch,
} from "./types";
export { canUndo, undoPublication } from "./undo";
