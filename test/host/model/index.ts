export { HostWorkbook } from "./host-workbook";
export type { HostBook } from "./state/book";
