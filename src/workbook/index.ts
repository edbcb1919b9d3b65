export { openWorkbookFile, writeGenerated, writeInto, type OpenWorkbook } from "./files";
export { saveFileSafely, saveFilesSafely, type FileToSave } from "./files/save-file";
