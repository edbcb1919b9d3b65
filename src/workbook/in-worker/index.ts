export type { Line } from "../in-page/page-workbook";
export { HeldWorkbook } from "./held-workbook";
export { serveWorkbook } from "./serve-workbook";
export { verifyFiles, type FilesVerified, type ReceivedFile } from "./verify-files";
