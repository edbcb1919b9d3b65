import { parseCellName } from "../../cells";
import { withoutSheet } from "../addresses";
import { anomaly, codeOfFault, faultOf } from "./faults";
import { errorsIn, takeRows } from "./read-sheets";
import { request } from "./requests";
import type { Outcome, Selected } from "./types";

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

/**
 * Calls `onChange` at each change to cells that somebody makes, this add-in apart: what is typed, pasted, cleared, moved by
 * rows inserted. A recalculation is none. Rejects where Excel cannot tell.
 */
export async function watchChanges(onChange: () => void): Promise<void> {
  await request((context) => {
    context.workbook.worksheets.onChanged.add((change) => {
      if (change.triggerSource !== Excel.EventTriggerSource.thisLocalAddin) onChange();
      return Promise.resolve();
    });
  });
}

/** Calls `onSelect` each time that other cells, or another sheet, are chosen, by somebody or by this add-in. Rejects where Excel cannot tell. */
export async function watchSelection(onSelect: () => void): Promise<void> {
  const tell = () => Promise.resolve(onSelect());
  await request(({ workbook: { worksheets } }) => {
    worksheets.onSelectionChanged.add(tell);
    worksheets.onActivated.add(tell);
  });
}
