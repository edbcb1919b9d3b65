export { packageDifferences } from "./file/compare-packages";
export type { CustomArgument, CustomFunctions, CustomResult } from "./formula/custom-calls";
export { HostWorkbook, type UserSheet } from "./host-workbook";
export type { Change, HostBook } from "./state/book";
