export { addSheet, openNewWorkbook } from "./add-sheet";
export { activateSheet, selectCell, selectedCell, watchChanges, watchSelection } from "./selection";
export { changeOptions } from "./change-options";
export { openActiveWorkbook } from "./open-active";
export { publish } from "./publish";
export { tidyUp } from "./tidy";
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
