export {
  openWorkbookFile,
  saveFileSafely,
  saveFilesSafely,
  writeGenerated,
  type FileToSave,
  type OpenResult,
  type OpenWorkbook,
  type SaveResult,
  type WorkbookFormat,
} from "./files";
