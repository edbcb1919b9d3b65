export { addSheet } from "./add-sheet";
export { watchChanges, watchSelection } from "./changes";
export { changeOptions } from "./change-options";
export { activateSheet, selectCell } from "./go-to";
export { openNewWorkbook } from "./new-workbook";
export { openActiveWorkbook } from "./open-active";
export { publish } from "./publish";
export { selectedCell } from "./selected-cell";
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
  Selected,
  Tidying,
  Watch,
} from "./types";
export { canUndo, undoPublication } from "./undo";
