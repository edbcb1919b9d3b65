import { openWorkbookFile, type OpenWorkbook } from "../src/workbook";

/** Opens a workbook from the bytes of a file; throws where it is refused. */
export async function openedFile(bytes: Uint8Array, file = "parc.xlsx"): Promise<OpenWorkbook> {
  const opened = await openWorkbookFile(bytes, file);
  if (!opened.ok) throw new Error(`${file}: ${opened.anomaly.code}`);
  return opened.workbook;
}
