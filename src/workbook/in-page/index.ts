export { InTurn } from "./in-turn";
export type { Change, LastDone, PageWorkbook, ShownWorkbook } from "./page-workbook";
export { portOf, type PagePort, type SheetView } from "./port";
export { WorkbookInWorker } from "./workbook-in-worker";
