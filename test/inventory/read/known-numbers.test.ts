import fc from "../../properties";
import { KnownNumbers } from "../../../src/inventory/read/known-numbers";

describe("numbers already met", () => {
  it("are told whatever the order they come in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 })),
        fc.array(fc.integer({ min: 1, max: 30 })),
        (inOrder, disorder) => {
          const numbers = [...new Set(inOrder)].sort((a, b) => a - b).concat(disorder);
          const texts = numbers.map((number) => `INV-${String(number).padStart(3, "0")}`);
          const known = new KnownNumbers();
          expect(texts.map((text) => known.meet(text))).toEqual(texts.map((text, at) => texts.indexOf(text) < at));
        },
      ),
      { seed: 20141101 },
    );
  });
});
