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
