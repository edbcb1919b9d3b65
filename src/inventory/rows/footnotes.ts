import { remembered, type SheetCells } from "../../cells";
import { footnoteMark } from "../texts/corrections";

const known = new WeakMap<SheetCells, ReadonlyMap<string, string>>();

/** Returns the note of a sheet that a text calls by its mark, « 9 (2) »; undefined when it calls none. */
export function noteCalled(text: string, sheet: SheetCells): string | undefined {
  const [, mark] = /^[^()]*\d\s*(\(\d\)|[†‡§★☆¤¹²³*]+)$/u.exec(text.trim()) ?? [];
  return mark === undefined ? undefined : remembered(known, sheet, () => notesOf(sheet)).get(mark);
}

/** Returns the first text of a sheet that begins with each mark. */
function notesOf({ rows }: SheetCells): Map<string, string> {
  const notes = new Map<string, string>();
  for (const cell of rows.flat()) {
    const [mark] = (typeof cell === "string" ? footnoteMark.exec(cell.trim()) : null) ?? [];
    if (mark !== undefined && !notes.has(mark)) notes.set(mark, String(cell).trim());
  }
  return notes;
}
