import type { Cell } from "../../../src/cells";
import { read, sheet, type Read } from "../workbook-of";

describe("headcounts as item rows", () => {
  const pupils = (...rows: readonly (readonly Cell[])[]): Read =>
    read(
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "École du Bourg", "Poste client standard", 5],
        ["Beure", "École du Bourg", "Pack logiciel", 1],
        ...rows.map((cells) => ["Beure", "École du Bourg", ...cells]),
      ]),
    );
  it("parts without a total are added", () => {
    const result = pupils(["Effectif maternelle", 20], ["Effectif élémentaire", 35]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(20 + 35);
    expect(result.anomalies()).toEqual([]);
    expect(result.rows()).toMatchObject({ billed: 4 });
  });
  it("a total beside its parts is the headcount, wherever it stands", () => {
    for (const rows of [
      [
        ["Effectif", 55],
        ["Effectif maternelle", 20],
        ["Effectif élémentaire", 35],
      ],
      [
        ["Effectif maternelle", 20],
        ["Effectif élémentaire", 35],
        ["Effectif", 55],
      ],
    ]) {
      const result = pupils(...rows);
      expect(result.quantity("École du Bourg", "PORTAIL")).toBe(55);
      expect(result.anomalies()).toEqual([]);
    }
  });
  it("a blank one is an error on its cell, 0 is allowed", () => {
    expect(pupils(["Effectif", null]).anomalies()).toEqual(["error missing-headcount D4"]);
    expect(pupils(["Effectif", 0]).anomalies()).toEqual([]);
    expect(pupils(["Effectif maternelle", null], ["Effectif élémentaire", 35]).anomalies()).toEqual([]);
    expect(pupils(["Effectif maternelle", null], ["Effectif élémentaire", null]).anomalies()).toEqual([
      "error missing-headcount D4",
    ]);
  });
});
