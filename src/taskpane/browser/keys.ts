import { widthOf, type SheetCells } from "../../cells";
import type { Place, SheetLayout } from "./grid/sheet-layout";

/**
 * Listens to F6, which goes from the sheet to the pane and back, as in Excel: in the pane, to what had the focus there
 * last, which may have led to the sheet. Returns the function that stops it.
 */
export function onF6(grid: { focus(): void }): () => void {
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
  const stop = new AbortController();
  addEventListener("focusin", note, stop);
  addEventListener("keydown", go, stop);
  return () => stop.abort();
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

/** Returns whether a key asks to save. */
export function isSaving(key: Key): boolean {
  return isCommand(key, "s");
}

/** Returns whether a key takes the last thing back. */
export function isUndoing(key: Key): boolean {
  return isCommand(key, "z");
}

/** Returns whether a key is that of a command, as in a spreadsheet: Ctrl+S, ⌘S on a Mac. */
function isCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, letter: string): boolean {
  return key.toLowerCase() === letter && (ctrlKey || metaKey) && !altKey && !shiftKey;
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

/**
 * Returns where a key goes from a cell, as in a spreadsheet; null for a key that goes nowhere. `last` is the last cell that is filled, `page` the
 * rows in view.
 */
export function moveOf(key: Key, { row, column }: Place, last: Place, page: number): Place | null {
  if (key.altKey) return null;
  const far = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case "ArrowDown":
      return { row: far ? last.row : row + 1, column };
    case "ArrowUp":
      return { row: far ? 0 : row - 1, column };
    case "ArrowRight":
      return { row, column: far ? last.column : column + 1 };
    case "ArrowLeft":
      return { row, column: far ? 0 : column - 1 };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? last.row : row, column: last.column };
    case "PageDown":
      return far ? null : { row: row + page, column };
    case "PageUp":
      return far ? null : { row: row - page, column };
    default:
      return null;
  }
}

/** A sheet that one moves in. */
interface Ground {
  readonly sheet: SheetCells;
  readonly layout: SheetLayout;
  /** The rows in view. */
  readonly page: number;
}

/**
 * Returns the cell that a key leads to from another, as `moveOf` goes: within the sheet, what is hidden passed over, merged cells left
 * by their far side. Null for a key that goes nowhere.
 */
export function placeAfter(key: Key, { row, column }: Place, { sheet: { rows }, layout, page }: Ground): Place | null {
  const last = { row: Math.max(rows.length - 1, 0), column: Math.max(widthOf(rows.slice(0, 1)) - 1, 0) };
  const block = layout.merges.at(row, column);
  const from = {
    row: key.key === "ArrowDown" ? (block?.bottom ?? row) : row,
    column: key.key === "ArrowRight" ? (block?.right ?? column) : column,
  };
  const next = moveOf(key, from, last, page);
  if (next === null) return null;
  return { row: settle(layout.rows, next.row, from.row), column: settle(layout.columns, next.column, from.column) };
}

/** Returns the nearest of the rows or columns that are shown. */
function settle(axis: SheetLayout["rows"], at: number, was: number): number {
  const within = Math.min(Math.max(at, 0), axis.count - 1);
  const step = within < was ? -1 : 1;
  return axis.shownFrom(within, step) ?? axis.shownFrom(within, step === 1 ? -1 : 1) ?? was;
}
