import type { Anomaly, MessageCode } from "../../messages";
import type { OpenWorkbook } from "../../workbook/files";
import type { SessionContext } from "./context";

/** A file that the user picked on the disk; the browser's own `File` is one. */
export type PickedFile = Pick<File, "name" | "arrayBuffer">;

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

export function fileRefusal(code: MessageCode, file: string): Anomaly {
  return { severity: "error", code, file, sheet: null, cell: null, params: { file } };
}
