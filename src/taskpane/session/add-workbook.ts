import type { Anomaly } from "../../messages";
import type { OpenWorkbook } from "../../workbook/files";
import type { SessionContext } from "./context";
import { fileRefusal, forgetWorkbook, keepWorkbook } from "./other-workbooks";
import { readWorkbook } from "./reader";

/** A file that the user picked on the disk; the browser's own `File` is one. */
export type PickedFile = Pick<File, "name" | "arrayBuffer">;

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

/** Opens a workbook that the user picked on the disk, or says why it cannot be read. */
export async function openPicked(
  context: SessionContext,
  picked: PickedFile,
): Promise<{ readonly workbook: OpenWorkbook } | { readonly refused: Anomaly }> {
  const { name } = picked;
  const bytes = await bytesOf(picked);
  if (bytes === null) return { refused: fileRefusal("pane-file-unreadable", name) };
  const opened = await context.environment.openFile(bytes, name).catch(() => null);
  if (opened === null) return { refused: fileRefusal("pane-file-not-loaded", name) };
  return opened.ok ? { workbook: opened.workbook } : { refused: opened.anomaly };
}

/** What a file holds; null where it was moved, or is held by another program, since it was picked. */
export async function bytesOf(picked: PickedFile): Promise<Uint8Array | null> {
  const bytes = await picked.arrayBuffer().catch(() => null);
  return bytes === null ? null : new Uint8Array(bytes);
}
