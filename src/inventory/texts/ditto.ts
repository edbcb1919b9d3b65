import type { Cell } from "../../cells";

const mark = String.raw`["«»“”″〃]|''|-\s*["″]\s*-|(?:id|idem|dito|ditto)\.?|d[°º]`;
/** « " », « idem », « -"- », « d° »: what is written above, again. */
const alone = new RegExp(`^\\s*(?:${mark})\\s*$`, "i");
/** The same, and more: « d° spécifique »; no text in quotation marks. */
const leading = /^\s*(?:["“”″〃]|''|id\.|idem\.?|dito|ditto|d[°º])\s+([^"«»“”″〃]*[^"«»“”″〃\s])\s*$/i;

/** Returns whether a cell repeats what is written above it. */
export function isDitto(cell: Cell): cell is string {
  return typeof cell === "string" && alone.test(cell);
}

/** Returns what is written after a mark that repeats a part of what is above; null where a text begins with none. */
export function afterDitto(text: string): string | null {
  return leading.exec(text)?.[1] ?? null;
}
