import type { DrawingLook } from "../../../workbook/files";
import { isCommand, isRedoing, isUndoing, sheetsBy } from "../keys";
import type { SelectedRange } from "./selected-range";

/** The requests of keys to a grid, besides moving. */
export interface GridKeys {
  /** The user edits the active cell; `typed`: the first character, if typing started it. */
  readonly onEdit: (typed: string | null) => void;
  /** Somebody wants the selected cells blank. */
  readonly onClear: () => void;
  /** The user asks to undo the last action, or to do it again. */
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Somebody copies the selected cells: returns their text; or cuts them. */
  readonly onCopy: (cuts: boolean) => string;
  readonly onPaste: (text: string) => void;
  /** Somebody presses a cell, or asks by F1 for the point that is in it: the keyboard then goes there. */
  readonly onPoint: (takesFocus: boolean) => void;
  /** Somebody goes to the cell of the next point, or of the one before. */
  readonly onNextPoint: (by: -1 | 1) => void;
  /** Somebody goes to the next sheet, or to the one before. */
  readonly onSheet: (by: -1 | 1) => void;
}

/** The events and the requests of the grid. */
export interface GridListener extends GridKeys {
  /** Other cells are selected. */
  readonly onSelect: (range: SelectedRange) => void;
  /** Hidden rows and columns, and those of a filter, are shown: the cell to go to is among them. */
  readonly onReveal: () => void;
  /** Returns the text shown in place of a drawing. */
  readonly nameOf: (kind: DrawingLook["kind"]) => string;
}

/** The actions of keys on the selection and on its column. */
interface Selecting {
  readonly select: (what: "row" | "column" | "sheet") => void;
  /** Widens the column of the active cell by some characters. */
  readonly widen: (characters: number) => void;
}

/** Copies, cuts or pastes, in the place of the browser. */
export function exchange(event: ClipboardEvent, kind: "copy" | "cut" | "paste", ask: GridKeys): void {
  const { clipboardData } = event;
  if (clipboardData === null) return;
  event.preventDefault();
  if (kind === "paste") ask.onPaste(clipboardData.getData("text/plain"));
  else clipboardData.setData("text/plain", ask.onCopy(kind === "cut"));
}

/** The direction of arrows with Alt: to the next or previous point; with Shift, to a wider or narrower column. */
const ways: Readonly<Record<string, -1 | 1>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Returns what a key does that asks something of the selected cells; null for another one. */
export function actionOf(event: KeyboardEvent, ask: GridKeys, { select, widen }: Selecting): (() => void) | null {
  const { key, shiftKey, altKey } = event;
  if (isUndoing(event)) return () => ask.onUndo();
  if (isRedoing(event)) return () => ask.onRedo();
  if (key === "F1") return () => ask.onPoint(true);
  if (isCommand(event, "a")) return () => select("sheet");
  if (isCommand(event, " ")) return () => select("column");
  const by = sheetsBy(event);
  if (by !== 0) return () => ask.onSheet(by);
  const way = altKey ? ways[key] : undefined;
  if (way !== undefined) return () => (shiftKey ? widen(way) : ask.onNextPoint(way));
  if (event.ctrlKey || event.metaKey || altKey) return null;
  if (key === " ") return shiftKey ? () => select("row") : null;
  if (key === "Delete" || key === "Backspace") return () => ask.onClear();
  if (key === "Enter" || key === "F2") return () => ask.onEdit(null);
  return key.length === 1 ? () => ask.onEdit(key) : null;
}
