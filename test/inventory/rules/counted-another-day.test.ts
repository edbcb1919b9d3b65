import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD"));
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Bourg", 90],
  ["Pirey", "École du Pont", 80],
]);
const items = (...headings: readonly string[]): SheetSpec =>
  sheet("Parc", [
    ["Commune", "École", "Matériel", ...headings],
    ["Beure", "École du Bourg", "Poste client standard", 10, 10],
    ["Pirey", "École du Pont", "Poste client standard", 8, 11],
  ]);

describe("a quantity counted on another day than the snapshot, beside another of the same rows", () => {
  test.each([
    ["Quantité", "duplicate-header"],
    ["Stock au 01/11/2014", "ambiguous-header"],
    ["Solde au 01/11/2014", "unclear-header"],
  ])("is asked with it, and neither is billed: « %s »", (heading, code) => {
    const result = read(items(heading, "Compté le 06/11/2014"), pupils);
    expect([errors(result), posts(result)]).toEqual([
      [`error ${code} D1`, "error duplicate-header E1"],
      [0, 0],
    ]);
  });

  test("is asked where headings name the prestation, too", () => {
    const table = sheet("Parc", [
      ["Commune", "École", "Postes clients standard", "Postes clients standard comptés le 06/11/2014"],
      ["Beure", "École du Bourg", 10, 10],
      ["Pirey", "École du Pont", 8, 11],
    ]);
    const result = read(table, pupils);
    expect([errors(result).slice(0, 2), posts(result)]).toEqual([
      ["error duplicate-header C1", "error duplicate-header D1"],
      [0, 0],
    ]);
  });

  test("leaves the other to be billed once the user said that it is the one", () => {
    const options = { mappings: [{ file: null, sheet: "Parc", cell: "D1", as: "quantity" }] };
    const result = readWith(options, items("Quantité", "Compté le 06/11/2014"), pupils);
    expect([errors(result), posts(result)]).toEqual([["error duplicate-header E1"], [10, 8]]);
  });

  test("is billed where it is the only one", () => {
    const result = read(items("Compté le 06/11/2014", "Observations"), pupils);
    expect(posts(result)).toEqual([10, 8]);
  });
});
