import { useEffect, useState } from "preact/hooks";
import { browserMessage, type Anomaly } from "../../messages";
import type { PageWorkbook, ShownWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import { areBehind } from "../state/state";
import type { Words } from "../texts/words";
import { onSaving } from "./keys";

/** Saves the workbook, by a button or by Ctrl+S, and says what became of it. */
export function useSaving(held: PageWorkbook, session: Session, words: Words): { told: string; save: () => void } {
  const [told, tell] = useTold(held);
  const save = async () => {
    tell("");
    // What is told of a worker that stopped says it.
    if (held.stopped !== null) return;
    const saving = await saveWorkbook(held);
    if ("anomaly" in saving) return tell(words.anomaly(saving.anomaly));
    const { file, failed } = saving;
    if (failed !== undefined) return tell(browserMessage("browser-not-saved", { file, reason: failed }, words.speech));
    const behind = (await holdsDocumentsBehind(held, session)) ? { behind: "1" } : {};
    tell(browserMessage("browser-saved", { file, ...behind }, words.speech));
  };
  useEffect(() => onSaving(() => void save()), [held]);
  return { told, save: () => void save() };
}

/**
 * Returns whether the workbook holds documents that its sheets no longer give: a spreadsheet computes them again, and makes
 * them agree no more.
 */
async function holdsDocumentsBehind({ open }: PageWorkbook, session: Session): Promise<boolean> {
  if (open.generatedSheets.length === 0) return false;
  // A cell may have been corrected since the pane looked, which only a reading keeps track of.
  if (session.state.source.kind !== "read") await session.run.checkDocuments();
  return areBehind(session.state);
}

/** What became of a workbook to save: the file given, what is wrong with it, or what the browser could not do. */
type Saving = { readonly file: string; readonly failed?: string } | { readonly anomaly: Anomaly };

/**
 * Gives the workbook as a file. It is noted as saved only once the browser has the whole of it: when it cannot make the
 * file, nothing is lost, and it can be asked again. What the browser then does with it, a full disk for one, no page can
 * know.
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

/** Returns the name under which a workbook is saved: its macros stay in an .xlsm, any other file becomes an .xlsx. */
function savedName({ cells, format }: Pick<ShownWorkbook, "cells" | "format">): string {
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

/**
 * Returns what is told of a workbook as it is, and what tells it: once the workbook is another, by a cell or by its
 * documents, that is past.
 */
export function useTold(held: Pick<PageWorkbook, "open">): readonly [told: string, tell: (text: string) => void] {
  const [{ text, of }, set] = useState({ text: "", of: held.open });
  return [of === held.open ? text : "", (text) => set({ text, of: held.open })];
}
