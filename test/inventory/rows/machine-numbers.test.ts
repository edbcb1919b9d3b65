import { finish } from "../../../src/cells";
import { SeenNumbers, SerialNumbers } from "../../../src/inventory/rows/reader-context";
import type { TableReader } from "../../../src/inventory/rows/table-reader";
import fc from "../../properties";

describe("numbers already met", () => {
  it("are told whatever the order they come in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 })),
        fc.array(fc.integer({ min: 1, max: 30 })),
        (inOrder, disorder) => {
          const numbers = [...new Set(inOrder)].sort((a, b) => a - b).concat(disorder);
          const texts = numbers.map((number) => `INV-${String(number).padStart(3, "0")}`);
          const known = new SeenNumbers();
          expect(texts.map((text) => known.add(text))).toEqual(texts.map((text, at) => texts.indexOf(text) < at));
        },
      ),
      { seed: 20141101 },
    );
  });
});

/** A reading that only remembers what is told of it. */
function listener(texts: readonly string[]): { reading: TableReader; told: number[] } {
  const told: number[] = [];
  const reading = {
    table: { sheet: { rows: texts.map((text) => [text]) } },
    report: (_severity: string, _code: string, row: number) => told.push(row),
  };
  return { reading: reading as unknown as TableReader, told };
}

describe("serial numbers met twice", () => {
  it("are told at each place after the first, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^SN[1-9]{1,2}$/), { maxLength: 60 }), (texts) => {
        const { reading, told } = listener(texts);
        const numbers = new SerialNumbers();
        texts.forEach((_text, row) => numbers.note(reading, row, 0));
        finish(numbers.tellTwice());
        expect(told).toEqual(texts.flatMap((text, at) => (texts.indexOf(text) < at ? [at] : [])));
      }),
      { seed: 20141101 },
    );
  });
});
