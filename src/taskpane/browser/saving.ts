import { useEffect, useState } from "preact/hooks";
import { browserMessage, type Anomaly } from "../../messages";
import type { PageWorkbook, ShownWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import { areBehind } from "../state/state";
import type { Words } from "../texts/words";
import { onSaving } from "./keys";

/** Where a saving takes place. */
interface SavingContext {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly words: Words;
  /** Shows a text under the sheet, which nothing moves for; returns false when it cannot be shown there. */
  readonly note: (text: string) => boolean;
}

/**
 * Saves the workbook, by a button or Ctrl+S: the file is announced under the sheet, unless a refusal is
 * shown there; `trouble` is what the bar says then, what there is to do about the file, or an empty text.
 */
export function useSaving({ held, session, words, note }: SavingContext): { trouble: string; save: () => void } {
  const [trouble, report] = useResult(held);
  const save = async () => {
    report("");
    note("");
    // The notice about a stopped worker already reports it.
    if (held.stopped !== null) return;
    const saving = await saveWorkbook(held);
    if ("anomaly" in saving) return report(words.anomaly(saving.anomaly));
    const { file, failed } = saving;
    if (failed !== undefined)
      return report(browserMessage("browser-not-saved", { file, reason: failed }, words.speech));
    session.dispatch({ type: "workbook-saved" });
    const isBehind = await holdsDocumentsBehind(held, session);
    const isIssuing = session.state.open?.screen === "issue";
    const missing = { ...(isBehind && { behind: "1" }), ...(isIssuing && { issue: "1" }) };
    const saved = browserMessage("browser-saved", { file, ...missing }, words.speech);
    if (isBehind || isIssuing || !note(saved)) report(saved);
  };
  useEffect(() => onSaving(() => void save()), [held]);
  return { trouble, save: () => void save() };
}

/**
 * Returns whether the workbook contains documents that no longer agree with its sheets: a spreadsheet computes their
 * formulas again, so that their amounts change.
 */
async function holdsDocumentsBehind({ open }: PageWorkbook, session: Session): Promise<boolean> {
  if (open.generatedSheets.length === 0) return false;
  // A cell may have been corrected since the pane looked, which only a reading keeps track of.
  if (session.state.source.kind !== "read") await session.run.checkDocuments();
  return areBehind(session.state);
}

/** The result of saving a workbook: the file, its anomaly, or a failure of the browser. */
type Saving = { readonly file: string; readonly failed?: string } | { readonly anomaly: Anomaly };

/**
 * Gives the workbook as a file. It is recorded as saved only once the browser has all of it: when the file cannot be
 * made, nothing is lost, and the user can try again. What the browser then does with it, on a full disk for instance,
 * is unknown to a page.
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

/**
 * Returns a message about the current state of a workbook, and its setter: the message disappears once the workbook
 * changes.
 */
export function useResult(held: Pick<PageWorkbook, "open">): readonly [result: string, report: (text: string) => void] {
  const [{ text, of }, set] = useState({ text: "", of: held.open });
  return [of === held.open ? text : "", (text) => set({ text, of: held.open })];
}
