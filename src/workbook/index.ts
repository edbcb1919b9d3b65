export {
  openWorkbookFile,
  writeGenerated,
  writeInto,
  type OpenResult,
  type OpenWorkbook,
  type WorkbookFormat,
} from "./files";
export { saveFileSafely, saveFilesSafely, type FileToSave, type SaveResult } from "./files/save-file";
