import type { SheetGrid } from "./grid/sheet-grid";

/** F6 goes from the sheet to the pane and back, as in Excel; returns the function that stops it. */
export function onF6(grid: SheetGrid): () => void {
  let last: HTMLElement | null = null;
  const go = (event: KeyboardEvent) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    const { activeElement } = document;
    const isInPane = paneElement()?.contains(activeElement) === true;
    if (isInPane) {
      last = activeElement as HTMLElement;
      return grid.focus();
    }
    if (last?.isConnected === true) last.focus();
    else goToPane();
  };
  addEventListener("keydown", go);
  return () => removeEventListener("keydown", go);
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
