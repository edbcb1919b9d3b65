import type { Anomaly } from "../../messages";
import type { PageWorkbook, ShownWorkbook } from "../../workbook/in-page";

/** What became of a workbook to save: the file given, what is wrong with it, or what the browser could not do. */
export type Saving =
  { readonly file: string } | { readonly anomaly: Anomaly } | { readonly failed: string; readonly file: string };

/**
 * Gives the workbook as a file. It is noted as saved only once the browser has the whole of it: where it cannot make the file, nothing
 * is lost, and it can be asked again. What the browser then does with it, a full disk for one, no page can know.
 */
export async function saveWorkbook(held: Pick<PageWorkbook, "open" | "bytes" | "saved">): Promise<Saving> {
  const file = savedName(held.open);
  try {
    const saved = await held.bytes();
    if (!saved.ok) return { anomaly: saved.anomaly };
    giveFile(file, saved.bytes);
    held.saved();
    return { file };
  } catch (fault) {
    return { failed: fault instanceof Error ? fault.message : String(fault), file };
  }
}

/** What a workbook is saved as: its macros stay in an .xlsm, any other file becomes an .xlsx. */
export function savedName({ cells, format }: Pick<ShownWorkbook, "cells" | "format">): string {
  const base = cells.file.replace(/\.[^.]*$/, "").replace(/-ordiclasse$/, "");
  return `${base}-ordiclasse.${format === "xlsm" ? "xlsm" : "xlsx"}`;
}

/** Gives a file to the user, among the downloads of the browser; its address is forgotten once it is taken. */
export function giveFile(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
