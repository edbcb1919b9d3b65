import fc from "../../properties";
import { SeenNumbers } from "../../../src/inventory/rows/machine-numbers";

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
