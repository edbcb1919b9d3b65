import type { SheetGrid } from "./grid/sheet-grid";

/** F6 goes from the sheet to the pane and back, as in Excel; returns the function that stops it. */
export function onF6(grid: SheetGrid): () => void {
  const pane = () => document.querySelector<HTMLElement>("#pane");
  let last: HTMLElement | null = null;
  const go = (event: KeyboardEvent) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    const { activeElement } = document;
    const isInPane = pane()?.contains(activeElement) === true;
    if (isInPane) {
      last = activeElement as HTMLElement;
      return grid.focus();
    }
    const back = last?.isConnected === true ? last : pane()?.querySelector<HTMLElement>("main h1");
    back?.focus();
  };
  addEventListener("keydown", go);
  return () => removeEventListener("keydown", go);
}
