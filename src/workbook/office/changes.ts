import { request } from "./request";

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
