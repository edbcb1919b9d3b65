export {
  openWorkbookFile,
  saveFileSafely,
  writeGenerated,
  type OpenResult,
  type OpenWorkbook,
  type SaveResult,
  type WorkbookFormat,
} from "./files";
