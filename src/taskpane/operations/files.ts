import type { Anomaly } from "../../messages";
import type { SessionContext } from "./context";
import { openPicked, type PickedFile } from "./picked-file";
import { forgetWorkbook, keep, readWorkbook, without } from "./read";
import type { OtherWorkbook } from "./snapshot";

/** Reads a workbook of the disk, keeps it, then reads everything again with it. */
export function addWorkbook(context: SessionContext, picked: PickedFile): Promise<void> {
  return readWorkbook(context, () => open(context, picked));
}

/** Forgets a workbook of the disk, and reads everything again without it. */
export function removeWorkbook(context: SessionContext, name: string): Promise<void> {
  return readWorkbook(context, () => {
    forgetWorkbook(context, name);
    return Promise.resolve(null);
  });
}

/** Null where the workbook is kept, else why it is not. */
async function open(context: SessionContext, picked: PickedFile): Promise<Anomaly | null> {
  const opened = await openPicked(context, picked);
  if ("refused" in opened) return opened.refused;
  keepWorkbook(context, opened.workbook);
  return null;
}

/** Keeps a workbook of the disk for the life of the pane; one of the same name gives it its place. */
function keepWorkbook(context: SessionContext, workbook: OtherWorkbook): void {
  keep(context, [...without(context, workbook.cells.file), workbook]);
}
