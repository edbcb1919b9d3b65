import { faultOf } from "./faults";
import { request } from "./request";
import { errorsIn, takeRows } from "./take-cells";
import { withoutSheet } from "./addresses";
import type { Selected } from "./types";

/** The cell that the user has chosen, as it is now: one request. */
export async function selectedCell(): Promise<Selected> {
  try {
    const { range, sheet } = await request(({ workbook }) => {
      const range = workbook.getActiveCell().load("address,values,valueTypes");
      return { range, sheet: range.worksheet.load("name") };
    });
    const { values, valueTypes } = range;
    const value = takeRows({ values, numberFormats: null }, errorsIn(valueTypes))[0]?.[0] ?? null;
    return { ok: true, cell: { sheet: sheet.name, cell: withoutSheet(range.address), value } };
  } catch (error) {
    return { ok: false, anomaly: faultOf(error, "untouched") };
  }
}
