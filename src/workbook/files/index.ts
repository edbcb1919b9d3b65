// What reads and makes the bytes of files, in a page as in Node: saving them, which needs a disk, is `save-file`.
export { openWorkbookFile } from "./open-file";
export type { OpenResult, OpenWorkbook, WorkbookFormat, WorkbookSource } from "./opened-file";
export { writeGenerated, writeInto } from "./write-generated";
