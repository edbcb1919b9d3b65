export { openActiveWorkbook } from "./open-active";
export { changeOptions } from "./change-options";
export { publish } from "./publish";
export { tidyUp } from "./recover";
export { undoPublication } from "./undo";
export { canUndo } from "./undoable";
export {
  activateSheet,
  addSheet,
  openNewWorkbook,
  selectCell,
  selectedCell,
  watchChanges,
  watchSelection,
} from "./workspace";
export type { OpenedWorkbook as OfficeWorkbook } from "../opened-workbook";
export type { ReadingKind } from "./reading-kind";
export type { Aftermath, EditedSheet, Elsewhere, Outcome, Progress, Publication, Selected, Watch } from "./outcomes";
