import { writeXlsx } from "hucre/xlsx";
import { HostWorkbook } from "./model";

/** A workbook of one blank sheet, « Feuil1 ». */
export async function blankWorkbook(): Promise<HostWorkbook> {
  return HostWorkbook.open(await writeXlsx({ sheets: [{ name: "Feuil1", rows: [] }] }), "Classeur1.xlsx");
}

/** What Excel addresses that sheet by. */
export const firstSheet = "{00000001-0001-0000-0000-000000000000}";
