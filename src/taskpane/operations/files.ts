import type { Anomaly, MessageCode } from "../../messages";
import type { OpenWorkbook } from "../../workbook/files";
import type { SessionContext } from "./context";
import { readWorkbook } from "./read";
import type { OtherWorkbook } from "./snapshot";

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

/** Keeps a workbook of the disk for the life of the pane; one of the same name gives it its place. */
function keepWorkbook(context: SessionContext, workbook: OtherWorkbook): void {
  keep(context, [...without(context, workbook.cells.file), workbook]);
}

function forgetWorkbook(context: SessionContext, name: string): void {
  keep(context, without(context, name));
}

/** Sources are told by the file's name alone: a workbook named as the one that is open is not read, and that is told. */
export function forgetNamesake(context: SessionContext, open: string): void {
  if (without(context, open).length === context.others.length) return;
  forgetWorkbook(context, open);
  context.dispatch({ type: "troubled", anomaly: fileRefusal("pane-file-is-open", open) });
}

export function fileRefusal(code: MessageCode, file: string): Anomaly {
  return { severity: "error", code, file, sheet: null, cell: null, params: { file } };
}

function without({ others }: SessionContext, name: string): OtherWorkbook[] {
  return others.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}

function keep(context: SessionContext, others: readonly OtherWorkbook[]): void {
  context.others = others;
  context.dispatch({ type: "files-kept", files: others.map(({ cells }) => cells.file) });
}
