import { addTo, countBefore, remembered } from "./collections";
import { holds, type CellBlock } from "./cell";

/** Returns whether two blocks of a sheet have a cell in common. */
export function meet(a: CellBlock, b: CellBlock): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** The blocks of one sheet, indexed by their place. */
export class BlockSet<Block extends CellBlock> {
  /** The blocks that cross each band of rows: a table of a hundred thousand rows is noted once a band. */
  private readonly byBand = new Map<number, Block[]>();
  /** The blocks that span the same columns, from top to bottom. */
  private readonly bySpan = new Map<string, Block[]>();

  constructor(blocks: Iterable<Block> = []) {
    for (const block of blocks) this.add(block);
  }

  add(block: Block): void {
    for (const band of bandsOf(block.top, block.bottom)) addTo(this.byBand, band, block);
    const same = remembered(this.bySpan, `${String(block.left)}:${String(block.right)}`, () => []);
    same.splice(countAbove(same, block.bottom), 0, block);
  }

  /** Returns the blocks that cross a zero-based row, in the order in which they were added. */
  onRow(row: number): readonly Block[] {
    return this.inBand(row).filter(({ top, bottom }) => top <= row && row <= bottom);
  }

  /** Returns the block that contains a zero-based place; undefined when there is none. */
  at(row: number, column: number): Block | undefined {
    return this.inBand(row).find((block) => holds(block, row, column));
  }

  /** Returns the blocks that have a row in common with a range of rows. */
  besideRows(top: number, bottom: number): ReadonlySet<Block> {
    const rows = { top, bottom, left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY };
    return new Set(
      bandsOf(top, bottom)
        .flatMap((band) => this.byBand.get(band) ?? [])
        .filter((block) => meet(block, rows)),
    );
  }

  /** Returns whether a block of the set has a cell in common with another block. */
  meets(block: CellBlock): boolean {
    return bandsOf(block.top, block.bottom).some((band) => this.byBand.get(band)?.some((other) => meet(other, block)));
  }

  private inBand(row: number): readonly Block[] {
    return this.byBand.get(bandOf(row)) ?? [];
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

const rowsInBand = 64;

const bandOf = (row: number): number => Math.floor(row / rowsInBand);

/** Returns the bands that have a row between two. */
function bandsOf(top: number, bottom: number): number[] {
  return Array.from({ length: Math.max(0, bandOf(bottom) - bandOf(top) + 1) }, (_, at) => bandOf(top) + at);
}

/** Returns how many blocks, given from top to bottom, are wholly above a row. */
function countAbove(blocks: readonly CellBlock[], row: number): number {
  return countBefore(blocks.length, (at) => blocks[at]!.bottom < row);
}
