import type { Cell } from "../../../src/cells";
import { read, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const parc = sheet("Parc", [
  ["Commune", "École", "Effectif", "Postes clients standard"],
  ["Beure", "École du Bourg", 20, 12],
  ["Pirey", "École du Pont", 40, 9],
]);
const deliveries = (...days: readonly Cell[]): Read =>
  read(
    parc,
    sheet("Livraisons 2014", [
      ["Commune", "École", "Postes clients standard", "Date de livraison"],
      ["Beure", "École du Bourg", 3, days[0]!],
      ["Pirey", "École du Pont", 2, days[1]!],
    ]),
  );
const installed = (result: Read): number[] =>
  ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD", "installation"));

describe("deliveries with a row a school and a day each", () => {
  test("are not billed where all their days are out of the campaign, which a warning says of each", () => {
    const result = deliveries("12/11/2014", "12/09/2013");
    expect([errors(result), installed(result)]).toEqual([[], [0, 0]]);
    expect(result.anomalies("Livraisons 2014")).toEqual([
      "warning installed-outside-window D2",
      "warning installed-outside-window D3",
    ]);
  });

  test("are billed where their days are in it, and where none is written", () => {
    const result = deliveries("12/03/2014", "12/09/2013");
    expect([errors(result), installed(result)]).toEqual([[], [3, 0]]);
    expect(result.anomalies("Livraisons 2014")).toEqual(["warning installed-outside-window D3"]);
    expect(installed(deliveries("12/03/2014", "30/10/2014"))).toEqual([3, 2]);
    expect(installed(deliveries(null, null))).toEqual([3, 2]);
  });

  test("are of the campaign from the day after the last count to the day of count", () => {
    expect(installed(deliveries("02/11/2013", "01/11/2014"))).toEqual([3, 2]);
    expect(installed(deliveries("01/11/2013", "02/11/2014"))).toEqual([0, 0]);
  });
});
