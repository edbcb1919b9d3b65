export { InTurn } from "./page-workbook";
export type { ShownWorkbook } from "./handed-workbook";
export type { LastDone, OwnStep, PageWorkbook, UserStep } from "./page-workbook";
export { portOf, type SheetView } from "./port";
export { WorkbookInWorker } from "./workbook-in-worker";
