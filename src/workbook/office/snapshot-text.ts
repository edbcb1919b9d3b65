import type { Snapshot } from "./snapshot";

/** Excel holds 32,767 characters in a cell. */
const longestCell = 32_000;
/** Begins each cell, so that none looks like a formula or has an apostrophe to lose. */
const mark = "|";

/** A snapshot as texts for the cells of one row, in ASCII: no character can be cut in two. */
export function textsOf({ sheets, names }: Snapshot): string[] {
  const text = JSON.stringify({ sheets, names }).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const texts: string[] = [];
  for (let from = 0; from < text.length; from += longestCell) texts.push(mark + text.slice(from, from + longestCell));
  return texts;
}

/** The snapshot that a row of cells holds. */
export function snapshotOf(cells: readonly unknown[]): Snapshot {
  return JSON.parse(cells.map((cell) => String(cell).slice(mark.length)).join("")) as Snapshot;
}
