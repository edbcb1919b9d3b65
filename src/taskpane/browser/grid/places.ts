import type { CellBlock } from "../../../cells";

/** A zero-based place of a sheet. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The merged cells of a sheet, found by the rows that they go over. */
export class Merges {
  private readonly byRow = new Map<number, CellBlock[]>();

  constructor(merges: readonly CellBlock[]) {
    for (const block of merges)
      for (let row = block.top; row <= block.bottom; row++) {
        const known = this.byRow.get(row);
        if (known === undefined) this.byRow.set(row, [block]);
        else known.push(block);
      }
  }

  /** Returns the merged cells that a place is among; null where it stands alone. */
  at(row: number, column: number): CellBlock | null {
    return this.byRow.get(row)?.find(({ left, right }) => left <= column && column <= right) ?? null;
  }

  /** Returns the cell that stands for a place: the first of the merged ones. */
  anchor({ row, column }: Place): Place {
    const block = this.at(row, column);
    return block === null ? { row, column } : { row: block.top, column: block.left };
  }
}
