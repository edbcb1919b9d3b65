export { HeldWorkbook } from "./held-workbook";
export { portOf, type PagePort, type SheetView } from "./port";
