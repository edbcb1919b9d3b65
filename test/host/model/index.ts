export { HostWorkbook, type UserSheet } from "./host-workbook";
export type { CustomArgument, CustomFunctions, CustomResult } from "./formula/custom-calls";
export type { Change, HostBook } from "./state/book";
