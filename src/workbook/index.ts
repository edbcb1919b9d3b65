export { openWorkbookFile, writeGenerated, writeInto, type OpenWorkbook } from "./files";
export { destinationOf, saveFilesSafely, type FileToSave } from "./files/save-file";
export { tellFinding, tellFindingAtPlace, tellVerification, verifyInSteps, type Verification } from "./verify";
