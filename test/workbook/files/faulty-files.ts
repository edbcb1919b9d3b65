import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { openWorkbookFile } from "../../../src/workbook";
import { withPart } from "./rich-workbook";

/** Path of a file of `test/fixtures/faulty-files`. */
export function faultyPath(name: string): string {
  return join(__dirname, "../../fixtures/faulty-files", name);
}

/** The bytes of a file of `test/fixtures/faulty-files`. */
export function faultyFile(name: string): Uint8Array {
  return readFileSync(faultyPath(name));
}

/** What a file is refused for: the code, and the part and the cell that it names. */
export async function refused(bytes: Uint8Array, name = "parc.xlsx"): Promise<readonly unknown[]> {
  const result = await openWorkbookFile(bytes, name);
  if (result.ok) return ["opened"];
  const { code, params } = result.anomaly;
  return [code, params.part ?? "", params.cell ?? ""];
}

export const sheetPart = "xl/worksheets/sheet1.xml";

/** A workbook of one sheet, « Feuil1 », whose `<sheetData>` is given as Excel would write it. */
export async function withSheetData(sheetData: string, after = ""): Promise<Uint8Array> {
  const bytes = await writeXlsx({ sheets: [{ name: "Feuil1", rows: [["x"]] }] });
  return withPart(bytes, sheetPart, (text) =>
    text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${sheetData}</sheetData>${after}`),
  );
}
