export type { Change, PageWorkbook, ShownWorkbook } from "./page-workbook";
export { portOf, type PagePort, type SheetView } from "./port";
export { WorkbookInWorker } from "./workbook-in-worker";
