export { openWorkbookFile } from "./open-file";
export type { OpenResult, OpenWorkbook, WorkbookFormat, WorkbookSource } from "./open-workbook";
export { saveFileSafely, saveFilesSafely, type FileToSave, type SaveResult } from "./save-file";
export { writeGenerated } from "./write-generated";
