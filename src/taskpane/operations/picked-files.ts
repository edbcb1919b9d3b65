import { anomaly, type Anomaly, type MessageCode } from "../../messages";
import type { SessionContext } from "./context";
import type { OpenedWorkbook } from "../../workbook";
import type { FileOpening } from "./environment";
import type { OtherWorkbook } from "./snapshot";

/** A file that the user picked on the disk; the browser's own `File` is one. */
export type PickedFile = Pick<File, "name" | "arrayBuffer">;

/** A workbook that the user picked on the disk: its file, or its contents if it is already open. */
export type PickedWorkbook = PickedFile | OpenedWorkbook;

/** Returns the name of the file of a workbook that was picked. */
export function nameOf(picked: PickedWorkbook): string {
  return "cells" in picked ? picked.cells.file : picked.name;
}

/** Opens a workbook that the user picked on the disk. */
export async function openPicked({ environment }: SessionContext, picked: PickedWorkbook): Promise<FileOpening> {
  if ("cells" in picked) return { ok: true, workbook: picked };
  const { name } = picked;
  const refuse = (code: MessageCode) => ({ ok: false, anomaly: fileRefusal(code, name) }) as const;
  const bytes = await bytesOf(picked);
  if (bytes === null) return refuse("pane-file-unreadable");
  const opened = await environment.openFile(bytes, name).catch(() => null);
  return opened ?? refuse("pane-file-not-loaded");
}

/** Returns what a file holds; null when it was moved, or is held by another program, since it was picked. */
export async function bytesOf(picked: PickedFile): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await picked.arrayBuffer().catch(() => null);
  return bytes === null ? null : new Uint8Array(bytes);
}

/** Returns why a file that was picked cannot be used, at its name. */
export function fileRefusal(code: MessageCode, file: string): Anomaly {
  return anomaly("error", code, { file }, { file });
}

/** Returns workbooks without the one of a name, in any case: files with the same name are the same file. */
export function without<Workbook extends Pick<OtherWorkbook, "cells">>(
  workbooks: readonly Workbook[],
  name: string,
): Workbook[] {
  return workbooks.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}
