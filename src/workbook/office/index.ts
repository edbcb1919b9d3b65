export { openActiveWorkbook } from "./open-active";
export { changeOptions } from "./change-options";
export { publish } from "./publish";
export { canUndo, tidyUp, undoPublication } from "./recover";
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
export type { Aftermath, EditedSheet, Outcome, Progress, Publication, Selected, Watch } from "./outcomes";
