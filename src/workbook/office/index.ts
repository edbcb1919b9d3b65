export { openActiveWorkbook } from "./open-active";
export { changeOptions } from "./change-options";
export { publish } from "./publish";
export { tidyUp } from "./recover";
export { undoPublication } from "./undo";
export { canUndo } from "./undoable";
export { writeSheets } from "./write-sheets";
export {
  activateSheet,
  addSheet,
  openNewWorkbook,
  selectCell,
  selectedCell,
  watchChanges,
  watchSelection,
} from "./workspace";
