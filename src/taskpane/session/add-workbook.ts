import type { Anomaly } from "../../messages";
import type { Desk } from "./desk";
import { fileRefusal, forgetWorkbook, keepWorkbook } from "./other-workbooks";
import { readWorkbook } from "./reader";

/** A file that the user picked on the disk; the browser's own `File` is one. */
export type PickedFile = Pick<File, "name" | "arrayBuffer">;

/** Reads a workbook of the disk, keeps it, then reads everything again with it. */
export function addWorkbook(desk: Desk, picked: PickedFile): Promise<void> {
  return readWorkbook(desk, () => open(desk, picked));
}

/** Forgets a workbook of the disk, and reads everything again without it. */
export function removeWorkbook(desk: Desk, name: string): Promise<void> {
  return readWorkbook(desk, () => {
    forgetWorkbook(desk, name);
    return Promise.resolve(null);
  });
}

/** Null where the workbook is kept, else why it is not. */
async function open(desk: Desk, picked: PickedFile): Promise<Anomaly | null> {
  const { name } = picked;
  // Moved, or held by another program, since it was picked.
  const bytes = await picked.arrayBuffer().catch(() => null);
  if (bytes === null) return fileRefusal("pane-file-unreadable", name);
  const opened = await desk.around.openFile(new Uint8Array(bytes), name).catch(() => null);
  if (opened === null) return fileRefusal("pane-file-not-loaded", name);
  if (!opened.ok) return opened.anomaly;
  keepWorkbook(desk, opened.workbook);
  return null;
}
