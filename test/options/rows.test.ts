import { countingOptions, type PartialOptions } from "../../src/options";

describe("Options that say how things are counted", () => {
  it("are those of one value that change an amount, whatever the workbook", () => {
    const options: PartialOptions = {
      besancon: "left-out",
      schoolUnit: "each",
      printableFiches: true,
      mappings: [{ file: null, sheet: "Parc", cell: "E4", as: "POSTE_STD" }],
    };
    expect(countingOptions(options)).toEqual({ besancon: "left-out", schoolUnit: "each" });
  });

  it("are none when none is given", () => {
    expect(countingOptions({ printableFiches: false })).toEqual({});
  });
});
