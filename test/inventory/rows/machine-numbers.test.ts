import { finish } from "../../../src/cells";
import { SerialNumbers } from "../../../src/inventory/rows/reader-context";
import type { TableReader } from "../../../src/inventory/rows/table-reader";
import fc from "../../properties";

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
        finish(numbers.reportTwice());
        expect(told).toEqual(texts.flatMap((text, at) => (texts.indexOf(text) < at ? [at] : [])));
      }),
      { seed: 20141101 },
    );
  });
});
