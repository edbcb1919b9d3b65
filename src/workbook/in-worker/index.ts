export type { Line } from "../in-page/wire";
export { HeldWorkbook } from "./held-workbook";
export { serveWorkbook } from "./serve-workbook";
