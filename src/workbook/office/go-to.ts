import { parseCellName } from "../../cells";
import { anomaly, codeOfFault, faultOf } from "./faults";
import { request } from "./request";
import type { Outcome } from "./types";

/** Shows a sheet and selects one of its cells, `E12`. */
export function selectCell(sheet: string, cell: string): Promise<Outcome> {
  if (parseCellName(cell) === null)
    return Promise.resolve({ ok: false, anomaly: anomaly("office-no-cell", { sheet, cell }, sheet) });
  return goTo(sheet, cell);
}

/** Shows a sheet, its selection as it was. */
export function activateSheet(sheet: string): Promise<Outcome> {
  return goTo(sheet, null);
}

async function goTo(name: string, cell: string | null): Promise<Outcome> {
  try {
    const found = await request(({ workbook }) => workbook.worksheets.getItemOrNullObject(name).load("visibility"));
    if (found.isNullObject) return { ok: false, anomaly: vanished(name) };
    if (found.visibility !== "Visible")
      return { ok: false, anomaly: anomaly("office-sheet-hidden", { sheet: name }, name) };
    await request(({ workbook }) => {
      const sheet = workbook.worksheets.getItem(name);
      sheet.activate();
      if (cell !== null) sheet.getRange(cell).select();
    });
    return { ok: true };
  } catch (error) {
    const hasGone = codeOfFault(error) === "ItemNotFound";
    return { ok: false, anomaly: faultOf(error, "untouched", hasGone ? name : null) };
  }
}

function vanished(sheet: string) {
  return anomaly("office-sheet-vanished", { sheet, untouched: "1" }, sheet);
}
