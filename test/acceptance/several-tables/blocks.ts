import type { Cell } from "../../../src/cells";

/** Cells as they are typed, row by row; null is blank. */
export type Block = readonly (readonly Cell[])[];

/** A blank cell, so that tables are read at a glance. */
export const _ = null;

const widthOf = (block: Block): number => block.reduce((most, row) => Math.max(most, row.length), 0);
const blank = (length: number): null[] => Array.from({ length }, () => null);

/** A block under its title. */
export function titled(title: string, block: Block): Block {
  return [[title], ...block];
}

/** Two blocks beside each other, `gap` blank columns between them, the right one `down` rows lower, or the left one `up`. */
export function beside(left: Block, right: Block, { gap = 1, down = 0, up = 0 } = {}): Block {
  const width = widthOf(left) + gap;
  const [first, second] = [
    [...blank(up).map(() => []), ...left],
    [...blank(down).map(() => []), ...right],
  ];
  return Array.from({ length: Math.max(first.length, second.length) }, (_row, at) => {
    const cells: readonly Cell[] = first[at] ?? [];
    return [...cells, ...blank(width - cells.length), ...(second[at] ?? [])];
  });
}

/** Two blocks one above the other, `gap` blank rows between them, the second `shift` columns to the right. */
export function below(first: Block, second: Block, { gap = 1, shift = 0 } = {}): Block {
  return [...first, ...blank(gap).map(() => []), ...second.map((row) => [...blank(shift), ...row])];
}
