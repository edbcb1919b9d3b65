import { read, sheet } from "../workbook-of";

describe("prestations down, schools across", () => {
  it("each cell is its school's; a blank headcount is an error on its cell", () => {
    const result = read(
      sheet("Beure", [
        ["Prestation", "École du Bourg", "École du Haut"],
        ["Effectif", 50, null],
        ["Pack logiciel", 1, "x"],
        ["Serveur standard", "oui", "-"],
        ["Poste client standard", 12, "?"],
      ]),
    );
    expect(result.anomalies()).toEqual(["error missing-headcount C2", "error quantity-text C5"]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(12);
    expect(result.quantity("École du Haut", "PACK")).toBe(1);
    expect(result.quantity("École du Bourg", "SERVEUR_STD")).toBe(1);
    expect(result.rows()).toEqual({ read: 4, billed: 2, excluded: 0, error: 2, reasons: {} });
  });

  it("a row that is not understood is told once, as a column is", () => {
    const result = read(
      sheet("Beure", [
        ["Prestation", "École du Bourg", "École du Haut"],
        ["Effectif", 50, 40],
        ["Pack logiciel", 1, 1],
        ["Poste client standard", 12, 9],
        ["Bidule", 1, null],
      ]),
    );
    expect(result.anomalies()).toEqual(["warning unknown-row A5"]);
  });
  it("more installed than in service is a warning on the installed cell", () => {
    const result = read(
      sheet("Beure", [
        ["Prestation", "École du Bourg", null],
        [null, "En service", "Installés 2014"],
        ["Effectif", 50, null],
        ["Pack logiciel", 1, null],
        ["Serveur standard", 1, null],
        ["Poste client standard", 12, 13],
      ]),
    );
    expect(result.anomalies()).toEqual(["warning more-installed C6"]);
  });
});
