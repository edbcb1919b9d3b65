export type { PageWorkbook, ShownWorkbook } from "./page-workbook";
export { portOf, type SheetView } from "./port";
export { WorkbookInWorker } from "./workbook-in-worker";
