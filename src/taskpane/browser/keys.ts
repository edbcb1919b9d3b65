import { cellAt, lacksResult, widthOf, type SheetCells } from "../../cells";
import { isTextField } from "../parts/fields";
import type { Place } from "./grid/selected-range";
import type { SheetLayout } from "./grid/sheet-layout";

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

/** Returns whether a key is that of redoing: Ctrl+Y, or Ctrl+Shift+Z as on a Mac. */
export function isRedoing({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): boolean {
  const unshifted = { key, ctrlKey, metaKey, altKey, shiftKey: false };
  return shiftKey ? isCommand(unshifted, "z") : isCommand(unshifted, "y");
}

/** Returns whether a key finds a text in the sheets. */
export function isFinding(key: Key): boolean {
  return isCommand(key, "f");
}

/**
 * Returns the number of sheets by which a key moves: Ctrl+Page, or Ctrl+Shift+Page when the browser reserves the first
 * for its own tabs; 0 for another key.
 */
export function sheetsBy({ key, ctrlKey, altKey }: Key): -1 | 0 | 1 {
  if (!ctrlKey || altKey) return 0;
  return key === "PageDown" ? 1 : key === "PageUp" ? -1 : 0;
}

/** Returns whether a key is that of a command, as in a spreadsheet: Ctrl+S, ⌘S on a Mac. */
export function isCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, letter: string): boolean {
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
 * Presses the main button of the pane at Ctrl+Enter, wherever the focus is, unless something is being typed; returns
 * the function that stops it.
 */
export function onMainAction(): () => void {
  const press = (event: KeyboardEvent) => {
    if (!isCommand(event, "enter") || event.repeat || isTextField(event.target)) return;
    event.preventDefault();
    paneElement()?.querySelector<HTMLElement>(".actions .primary")?.click();
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

/**
 * Goes to the next point by Alt + →, to the one before by Alt + ←, while the focus is in the pane; the sheet does the
 * same by itself. In a text, these keys move by a word on some systems. Returns the function that stops it.
 */
export function onPointKeys(move: (by: 1 | -1) => void): () => void {
  const press = (event: KeyboardEvent) => {
    const by = arrows[event.key]?.[1];
    const { altKey, ctrlKey, metaKey, shiftKey, target } = event;
    if (by === undefined || by === 0 || !altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return;
    if (!isInPane(target) || isTextField(target)) return;
    event.preventDefault();
    move(by);
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

/** A sheet that one moves in. */
interface Ground {
  readonly sheet: SheetCells;
  readonly layout: SheetLayout;
  /** The rows in view. */
  readonly page: number;
}

const arrows: Readonly<Record<string, readonly [rows: -1 | 0 | 1, columns: -1 | 0 | 1]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * Returns the cell that a key moves to, as in a spreadsheet: within the sheet, past hidden cells and merged ones. Null
 * for any other key.
 */
export function placeAfter(key: Key, from: Place, ground: Ground): Place | null {
  if (key.altKey) return null;
  const { layout, page } = ground;
  const isFar = key.ctrlKey || key.metaKey;
  const last = lastFilled(ground.sheet);
  const [rows, columns] = arrows[key.key] ?? [0, 0];
  if (rows !== 0 || columns !== 0) {
    const block = layout.merges.at(from.row, from.column);
    const start = {
      row: rows > 0 ? (block?.bottom ?? from.row) : from.row,
      column: columns > 0 ? (block?.right ?? from.column) : from.column,
    };
    if (isFar) return edgeOf(ground, start, rows === 0 ? "columns" : "rows", rows + columns);
    return settled(layout, { row: start.row + rows, column: start.column + columns }, start);
  }
  switch (key.key) {
    case "Home":
      return settled(layout, { row: isFar ? 0 : from.row, column: 0 }, from);
    case "End":
      return settled(layout, { row: isFar ? last.row : from.row, column: last.column }, from);
    case "PageDown":
      return isFar ? null : settled(layout, { ...from, row: from.row + page }, from);
    case "PageUp":
      return isFar ? null : settled(layout, { ...from, row: from.row - page }, from);
    default:
      return null;
  }
}

/** Returns the last cell of what a sheet holds. */
export function lastFilled({ rows }: SheetCells): Place {
  return { row: Math.max(rows.length - 1, 0), column: Math.max(widthOf(rows) - 1, 0) };
}

/**
 * Returns the destination of Ctrl and an arrow: the last of the adjacent filled cells, else the next filled cell, else
 * the end of the sheet's contents.
 */
function edgeOf({ sheet, layout }: Ground, from: Place, along: "rows" | "columns", step: number): Place {
  const axis = layout[along];
  const end = step < 0 ? 0 : lastFilled(sheet)[along === "rows" ? "row" : "column"];
  const place = (at: number): Place => (along === "rows" ? { ...from, row: at } : { ...from, column: at });
  const isFilled = (at: number) => {
    const { row, column } = layout.merges.anchor(place(at));
    return cellAt(sheet, row, column) !== null || lacksResult(sheet, row, column);
  };
  const next = (at: number) => {
    const shown = axis.shownFrom(at + step, step < 0 ? -1 : 1);
    return shown === null || (shown - end) * step > 0 ? null : shown;
  };
  const start = along === "rows" ? from.row : from.column;
  let at = next(start);
  if (at === null) return from;
  const isRun = isFilled(start) && isFilled(at);
  for (let after = next(at); after !== null && isFilled(isRun ? after : at) === isRun; after = next(at)) at = after;
  return place(at);
}

/** Returns the nearest place of which the row and the column are shown. */
function settled({ rows, columns }: SheetLayout, { row, column }: Place, was: Place): Place {
  return { row: settle(rows, row, was.row), column: settle(columns, column, was.column) };
}

/** Returns the nearest of the rows or columns that are shown. */
function settle(axis: SheetLayout["rows"], at: number, was: number): number {
  const within = Math.min(Math.max(at, 0), axis.count - 1);
  const step = within < was ? -1 : 1;
  return axis.shownFrom(within, step) ?? axis.shownFrom(within, step === 1 ? -1 : 1) ?? was;
}
