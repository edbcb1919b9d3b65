import fc from "fast-check";
import { BlockSet, holds, meet, type CellBlock } from "../../src/cells";

describe("blocks of a sheet are found by their place, as by looking at each", () => {
  const place = fc.nat({ max: 12 });
  // Rows over which blocks are some in one band, some in several.
  const rowOf = place.map((at) => at * 15);
  const block = fc
    .tuple(rowOf, place, fc.nat({ max: 45 }), fc.nat({ max: 3 }))
    .map(([top, left, down, right]): CellBlock => ({ top, left, bottom: top + down, right: left + right }));

  /** Blocks that do not meet, as the tables of a sheet do not. */
  const apart = fc
    .array(block, { maxLength: 25 })
    .map((blocks) =>
      blocks.reduce<CellBlock[]>((kept, next) => (kept.some((one) => meet(one, next)) ? kept : [...kept, next]), []),
    );

  test("the block that holds a cell, and those on its row", () => {
    fc.assert(
      fc.property(apart, rowOf, place, (blocks, row, column) => {
        const set = new BlockSet(blocks);
        expect(set.at(row, column)).toBe(blocks.find((each) => holds(each, row, column)));
        expect(set.onRow(row)).toEqual(blocks.filter(({ top, bottom }) => top <= row && row <= bottom));
      }),
    );
  });

  test("whether one of them meets another, and which have rows in common with it", () => {
    fc.assert(
      fc.property(apart, block, (blocks, other) => {
        const set = new BlockSet(blocks);
        expect(set.meets(other)).toBe(blocks.some((each) => meet(each, other)));
        const beside = blocks.filter(({ top, bottom }) => top <= other.bottom && other.top <= bottom);
        expect(set.besideRows(other.top, other.bottom)).toEqual(new Set(beside));
      }),
    );
  });

  test("the rows spanned by the blocks above some columns of a row are found", () => {
    fc.assert(
      fc.property(apart, rowOf, block, (blocks, row, { left, right }) => {
        const over = blocks.filter((each) => each.bottom < row && each.left <= right && left <= each.right);
        const rows = { top: Math.min(...over.map(({ top }) => top)), bottom: Math.max(...over.map((b) => b.bottom)) };
        expect(new BlockSet(blocks).above(row, left, right)).toEqual(over.length === 0 ? null : rows);
      }),
    );
  });

  test("there is none above the first", () => {
    const set = new BlockSet([{ top: 3, left: 0, bottom: 5, right: 2 }]);
    expect(set.above(3, 0, 9)).toBeNull();
    expect(set.above(6, 2, 9)).toEqual({ top: 3, bottom: 5 });
    expect(set.above(6, 3, 9)).toBeNull();
  });
});
