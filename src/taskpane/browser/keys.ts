import type { SheetGrid } from "./grid/sheet-grid";

/**
 * F6 goes from the sheet to the pane and back, as in Excel: in the pane, to what had the focus there last, which may have led to the sheet.
 * Returns the function that stops it.
 */
export function onF6(grid: Pick<SheetGrid, "focus">): () => void {
  let last: HTMLElement | null = null;
  const note = ({ target }: FocusEvent) => {
    if (isInPane(target)) last = target;
  };
  const go = (event: KeyboardEvent) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    if (isInPane(document.activeElement)) grid.focus();
    else if (last?.isConnected === true) last.focus();
    else goToPane();
  };
  addEventListener("focusin", note);
  addEventListener("keydown", go);
  return () => {
    removeEventListener("focusin", note);
    removeEventListener("keydown", go);
  };
}

function isInPane(element: EventTarget | null): element is HTMLElement {
  return element instanceof HTMLElement && paneElement()?.contains(element) === true;
}

/** Takes the focus to the title of the pane's screen. */
export function goToPane(): void {
  paneElement()?.querySelector<HTMLElement>("main h1")?.focus();
}

function paneElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>("#pane");
}

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Whether a key asks to save, as in a spreadsheet: Ctrl+S, ⌘S on a Mac. */
export function isSaving({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): boolean {
  return key.toLowerCase() === "s" && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/** Saves the workbook, in the place of the page that the browser would; returns the function that stops it. */
export function onSaving(save: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (!isSaving(event)) return;
    event.preventDefault();
    if (!event.repeat) save();
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}
