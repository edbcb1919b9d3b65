import { countBefore, remembered } from "./collections";
import { holds, type CellBlock } from "./cell";

/** Returns whether two blocks of a sheet have a cell in common. */
export function meet(a: CellBlock, b: CellBlock): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** The blocks of one sheet, indexed by their place. */
export class BlockSet<Block extends CellBlock> {
  private readonly byRow = new Map<number, Block[]>();
  /** The blocks that span the same columns, from top to bottom. */
  private readonly bySpan = new Map<string, Block[]>();

  constructor(blocks: Iterable<Block> = []) {
    for (const block of blocks) this.add(block);
  }

  add(block: Block): void {
    for (let row = block.top; row <= block.bottom; row += 1) remembered(this.byRow, row, () => []).push(block);
    const same = remembered(this.bySpan, `${String(block.left)}:${String(block.right)}`, () => []);
    same.splice(countAbove(same, block.bottom), 0, block);
  }

  /** Returns the blocks that cross a zero-based row, in the order in which they were added. */
  onRow(row: number): readonly Block[] {
    return this.byRow.get(row) ?? [];
  }

  /** Returns the block that contains a zero-based place; undefined when there is none. */
  at(row: number, column: number): Block | undefined {
    return this.onRow(row).find((block) => holds(block, row, column));
  }

  /** Returns the blocks that have a row in common with a range of rows. */
  besideRows(top: number, bottom: number): ReadonlySet<Block> {
    const found = new Set<Block>();
    for (let row = top; row <= bottom; row += 1) for (const block of this.onRow(row)) found.add(block);
    return found;
  }

  /** Returns whether a block of the set has a cell in common with another block. */
  meets(block: CellBlock): boolean {
    for (let row = block.top; row <= block.bottom; row += 1)
      if (this.onRow(row).some((other) => meet(other, block))) return true;
    return false;
  }

  /** Returns the first and last rows of the blocks wholly above a row in some columns; null when there are none. */
  above(row: number, left: number, right: number): Pick<CellBlock, "top" | "bottom"> | null {
    const over = [...this.bySpan.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined || first.right < left || right < first.left) return [];
      const last = same[countAbove(same, row) - 1];
      return last === undefined ? [] : [{ top: first.top, bottom: last.bottom }];
    });
    if (over.length === 0) return null;
    return {
      top: Math.min(...over.map(({ top }) => top)),
      bottom: Math.max(...over.map(({ bottom }) => bottom)),
    };
  }
}

/** Returns how many blocks, given from top to bottom, are wholly above a row. */
function countAbove(blocks: readonly CellBlock[], row: number): number {
  return countBefore(blocks.length, (at) => blocks[at]!.bottom < row);
}
