export { InTurn } from "./page-workbook";
export type { LastDone, PageWorkbook, ShownWorkbook } from "./page-workbook";
export { portOf, type SheetView } from "./port";
export { WorkbookInWorker } from "./workbook-in-worker";
