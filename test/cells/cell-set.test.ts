import fc from "fast-check";
import { CellSet } from "../../src/cells";

const places = fc.array(fc.tuple(fc.nat(12), fc.nat(2)), { maxLength: 60 });

function placesOf(cells: readonly (readonly [number, number])[]): CellSet {
  const set = new CellSet();
  for (const [row, column] of cells) set.add(row, column);
  return set;
}

describe("a set of cells", () => {
  it("has exactly the cells that were added", () => {
    fc.assert(
      fc.property(places, (cells) => {
        const set = placesOf(cells);
        const wanted = new Set(cells.map(String));
        for (let row = 0; row <= 13; row++)
          for (let column = 0; column <= 3; column++)
            expect([row, column, set.has(row, column)]).toEqual([row, column, wanted.has(`${row},${column}`)]);
        expect(set.isEmpty).toBe(cells.length === 0);
      }),
    );
  });

  it("is the same whatever the order that they come in, and however often", () => {
    fc.assert(
      fc.property(places, (cells) => {
        const sorted = [...cells].sort(([a, b], [c, d]) => b - d || a - c);
        expect(placesOf([...cells, ...cells])).toEqual(placesOf(sorted));
      }),
    );
  });

  it("keeps a column of cells as one run", () => {
    const set = placesOf(Array.from({ length: 100_000 }, (_, row) => [row, 4] as const));
    expect(JSON.stringify(Object.values(set).map((runs: Map<number, number[]>) => [...runs]))).toBe(
      "[[[4,[0,99999]]]]",
    );
  });
});
