import type { ShownWorkbook } from "../../workbook/in-page";

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
