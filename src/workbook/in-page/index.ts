export { InTurn } from "./in-turn";
export type { LastDone, PageWorkbook, ShownWorkbook } from "./page-workbook";
export { portOf, type SheetView } from "./port";
export { WorkbookInWorker } from "./workbook-in-worker";
