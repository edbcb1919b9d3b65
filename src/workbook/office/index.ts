export { watchChanges } from "./changes";
export { activateSheet, selectCell } from "./go-to";
export { openActiveWorkbook } from "./open-active";
export { publish } from "./publish";
export { tidyUp } from "./tidy-up";
export type { Aftermath, OfficeReading, OfficeWorkbook, Outcome, Progress, Publication, Tidying, Watch } from "./types";
export { canUndo, undoPublication } from "./undo";
