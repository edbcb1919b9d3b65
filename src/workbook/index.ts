export { openWorkbookFile, writeGenerated, writeInto, type OpenWorkbook } from "./files";
export { saveFilesSafely, type FileToSave } from "./files/save-file";
