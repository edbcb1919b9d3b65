import { _, billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();

describe("one row an item", () => {
  it("one row an item is read in other words and another order, the commune and the school written once a block", () => {
    const reading = read([
      sheet("Suivi", [
        ["Qté", "Désignation", "Type d'opération", "Ville", "Établissement scolaire"],
        [10, "PC std", "Maintenance", "AMAGNEY", "École primaire"],
        [50, "Accès ENT", "maintenance", _, _],
        [2, "PC portable", "Installation", _, _],
      ]),
    ]);
    expect(billed(reading)).toEqual(
      ["POSTE_STD 10", "PORTAIL 50", "POSTE_SPEC+ 2", "PACK 1"]
        .map((count) => `Amagney/École primaire ${count}`)
        .sort(),
    );
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("one row an item is read with natures as columns", () => {
    const reading = read([
      sheet("Suivi", [
        ["Commune", "École", "Matériel", "En service", "Installés dans l'année"],
        ["Amagney", "École primaire", "Poste client standard", 10, 2],
        [_, _, "Élèves", 50, _],
        [_, _, "Pack logiciel", 1, _],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("POSTE_STD 10", "POSTE_STD+ 2", "PORTAIL 50", "PACK 1"));
  });

  it("one row an item is read with a column of campaigns, the other campaigns' rows left out", () => {
    const reading = read([
      sheet("Suivi", [
        ["Campagne", "Commune", "École", "Prestation", "Nature", "Quantité"],
        [2013, "Amagney", "École primaire", "PC std", "Maintenance", 9],
        [2014, "Amagney", "École primaire", "PC std", "Maintenance", 10],
        [2014, "Amagney", "École primaire", "Effectif", "Maintenance", 50],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("POSTE_STD 10", "PORTAIL 50", "PACK 1"));
    expect(reading.rows[0]).toMatchObject({ read: 3, billed: 2, excluded: 1, reasons: { "other-year": 1 } });
  });
});
