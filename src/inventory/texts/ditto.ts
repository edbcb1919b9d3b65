import type { Cell } from "../../cells";

const mark = String.raw`["«»“”″〃]|''|-\s*["″]\s*-|(?:id|idem|dito|ditto)\.?|d[°º]`;
/** A mark that repeats the cell above: « " », « idem », « -"- », « d° ». */
const alone = new RegExp(`^\\s*(?:${mark})\\s*$`, "i");
/** Such a mark followed by more text: « d° spécifique »; a text in quotation marks is excluded. */
const leading = /^\s*(?:["“”″〃]|''|id\.|idem\.?|dito|ditto|d[°º])\s+([^"«»“”″〃]*[^"«»“”″〃\s])\s*$/i;

/** Returns whether a cell only repeats the cell above. */
export function isDitto(cell: Cell): cell is string {
  return typeof cell === "string" && alone.test(cell);
}

/** Returns the text after a mark that repeats part of the cell above; null when the text does not begin with a mark. */
export function afterDitto(text: string): string | null {
  return leading.exec(text)?.[1] ?? null;
}
