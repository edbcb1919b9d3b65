import { _, billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();

describe("the places of tables in a sheet", () => {
  it("finds a table away from A1, one beside another, and one under another", () => {
    const reading = read([
      sheet("Parc", [
        [],
        [_, "Matériel", _, _, _, "Effectifs"],
        [_, "Commune", "École", "Poste client std", _, "Commune", "École", "Nombre"],
        [_, "Amagney", "École primaire", 10, _, "Amagney", "École primaire", 50],
        [_, "Beure", "École primaire", 12, _, "Beure", "École primaire", 70],
        [],
        [_, "Imprimantes"],
        [_, "Commune", "École", "Imprimante jet d'encre"],
        [_, "Amagney", "École primaire", 2],
      ]),
    ]);
    expect(billed(reading)).toEqual(
      [
        ...amagney("POSTE_STD 10", "PORTAIL 50", "IMPRIMANTE 2", "PACK 1"),
        "Beure/École primaire POSTE_STD 12",
        "Beure/École primaire PORTAIL 70",
        "Beure/École primaire PACK 1",
      ].sort(),
    );
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it.each([
    ["Localisation", "Postes clients standard", 10],
    ["Localisation", "Désignation", "Poste client standard"],
    ["Lieu", "Item", "Poste client standard"],
  ])("finds the table that « %s | %s » heads", (place, heading, value) => {
    const reading = read([
      sheet("Parc", [
        [place, heading],
        ["Amagney > École primaire", value],
        ["Beure > École primaire", value],
      ]),
    ]);
    const count = typeof value === "number" ? value : 1;
    expect(billed(reading)).toEqual(
      expect.arrayContaining([`Amagney/École primaire POSTE_STD ${count}`, `Beure/École primaire POSTE_STD ${count}`]),
    );
    expect(told(reading, "error")).toEqual(["error no-headcounts !"]);
  });

  it("takes the commune from the sheet's name or its title, and the letterhead for no commune", () => {
    const table = [
      ["École", "Élèves", "Postes clients"],
      ["École primaire", 50, 10],
    ];
    const reading = read([
      sheet("Amagney", [["VILLE DE BESANÇON"], [], ...table]),
      sheet("Feuil2", [["Commune de Beure"], [], ...table]),
    ]);
    expect(billed(reading)).toContain("Amagney/École primaire POSTE_STD 10");
    expect(billed(reading)).toContain("Beure/École primaire POSTE_STD 10");
    expect(told(reading, "error")).toEqual([]);
  });

  it("says that a sheet names no commune, once, and counts its rows in error", () => {
    const reading = read([
      sheet("Feuil1", [
        ["École", "Élèves", "Postes clients"],
        ["École primaire", 50, 10],
        ["École maternelle", 40, 5],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error sheet-without-commune Feuil1!A1"]);
    expect(reading.rows[0]).toMatchObject({ read: 2, error: 2, billed: 0 });
  });
});
