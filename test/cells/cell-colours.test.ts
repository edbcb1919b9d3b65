import fc from "fast-check";
import { ColourGatherer, type CellColours } from "../../src/cells";

const [red, blue] = [0xff0000, 0x0000ff];
/** Each place has one colour. */
const cells = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(2), fc.constantFrom(red, blue)), {
  maxLength: 40,
  selector: ([row, column]) => `${row},${column}`,
});

function coloursOf(cells: readonly (readonly [number, number, number])[]): CellColours {
  const gatherer = new ColourGatherer();
  for (const cell of cells) gatherer.add(...cell);
  return gatherer.colours();
}

describe("colours of cells", () => {
  it("are exactly those that were added", () => {
    fc.assert(
      fc.property(cells, (added) => {
        const colours = coloursOf(added);
        const wanted = new Map(
          added.map(([row, column, colour]) => [`${row},${column}`, colour === red ? "FF0000" : "0000FF"]),
        );
        for (let row = 0; row <= 13; row++)
          for (let column = 0; column <= 3; column++)
            expect([row, column, colours.at(row, column)]).toEqual([
              row,
              column,
              wanted.get(`${row},${column}`) ?? null,
            ]);
        expect(colours.isEmpty).toBe(added.length === 0);
      }),
    );
  });

  it("are counted", () => {
    const colours = coloursOf([
      [0, 0, red],
      [1, 0, red],
      [2, 0, blue],
      [7, 3, red],
    ]);
    expect(colours.counts()).toEqual(
      new Map([
        ["FF0000", 3],
        ["0000FF", 1],
      ]),
    );
  });

  it("are the same whatever the order that they come in", () => {
    fc.assert(
      fc.property(cells, (added) => {
        const sorted = [...added].sort(([a, b], [c, d]) => b - d || a - c);
        expect(coloursOf(added)).toEqual(coloursOf(sorted));
      }),
    );
  });

  it("the colours of a column are one run for each change, though they come from the last row to the first", () => {
    const rows = Array.from({ length: 100_000 }, (_, row) => [99_999 - row, 4, row < 50_000 ? red : blue] as const);
    expect(Object.values(coloursOf(rows))).toEqual([
      new Map([[4, Uint32Array.from([0, 49_999, blue, 50_000, 99_999, red])]]),
    ]);
  });
});
