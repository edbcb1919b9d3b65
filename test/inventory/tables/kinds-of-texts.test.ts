import type { Cell } from "../../../src/cells";
import { read, sheet, type Read } from "../workbook-of";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "Bourg", 20],
  ["Pirey", "Pont", 40],
]);
const errors = (result: Read) => result.anomalies().filter((line) => line.startsWith("error"));

describe("a register whose kinds are words of its own", () => {
  const register = (...headers: string[]) =>
    sheet("Export", [
      headers,
      ["PC1", "Beure > Bourg", "Poste fixe", "A1"],
      ["PC2", "Beure > Bourg", "Poste fixe", "A2"],
      ["PC3", "Pirey > Pont", "Portable", "A3"],
    ]);
  it("is one of machines, of which each unknown word is told", () => {
    const result = read(register("Nom", "Entité", "Type", "N° d'inventaire"), pupils);
    expect(errors(result)).toEqual(["error unknown-label C2", "error unknown-label C3"]);
    expect(result.quantity("Pont", "POSTE_SPEC")).toBe(1);
  });
  it("a list of schools by type is none", () => {
    const list = sheet("Annuaire", [
      ["Commune", "École", "Type", "Statut"],
      ["Beure", "Bourg", "Maternelle", "Publique"],
      ["Pirey", "Pont", "Élémentaire", "Publique"],
    ]);
    expect(errors(read(list, pupils))).toEqual(["error no-equipment –"]);
  });
});

it.each(["CODE_PRESTATION", "Code prestation", "Code-Prestation"])(
  "« %s » over codes names the prestations",
  (head) => {
    const result = read(
      sheet("Suivi", [
        ["Commune", "École", head, "Quantité"],
        ["Beure", "Bourg", "POSTE_STD", 12],
        ["Beure", "Bourg", "SERVEUR_STD", 1],
        ["Pirey", "Pont", "POSTE_STD", 9],
      ]),
      pupils,
    );
    expect(errors(result)).toEqual([]);
    expect([result.quantity("Bourg", "POSTE_STD"), result.quantity("Bourg", "SERVEUR_STD")]).toEqual([12, 1]);
  },
);

describe("« Nom Prénom » in one column", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Postes clients standard"],
    ["Beure", "Bourg", 12],
    ["Pirey", "Pont", 9],
  ]);
  it("is pupils' beside their classes: they are counted, and no name is kept", () => {
    const rows: Cell[][] = [
      ["Beure", "Bourg", "DUPONT Zoé", "CP"],
      ["Beure", "Bourg", "DURAND Léo", "CE1"],
      ["Pirey", "Pont", "MARTIN Ana", "CP"],
    ];
    const result = read(sheet("Liste", [["Commune", "École", "Nom Prénom", "Niveau"], ...rows]), parc);
    expect(errors(result)).toEqual([]);
    expect([result.quantity("Bourg", "PORTAIL"), result.quantity("Pont", "PORTAIL")]).toEqual([2, 1]);
    expect(JSON.stringify(result.reading)).not.toContain("DUPONT");
  });
  it("« Nom Prénom » beside a school alone is the name of its head, and nobody is counted", () => {
    const rows: Cell[][] = [
      ["Beure", "Bourg", "DUPONT Zoé"],
      ["Pirey", "Pont", "MARTIN Ana"],
    ];
    const result = read(sheet("Directeurs", [["Commune", "École", "Nom Prénom"], ...rows]), parc);
    expect(errors(result)).toEqual(["error no-headcounts –"]);
  });
});

describe("one sheet a kind of equipment, each with its dates", () => {
  const kind = (quantity: number) =>
    sheet("Postes clients standard", [
      ["Commune", "École", "Quantité", "Date d'installation"],
      ["Beure", "Bourg", quantity, "15/03/2014"],
      ["Pirey", "Pont", 1, "15/03/2012"],
    ]);
  it("a date is that of its one unit", () => {
    const result = read(kind(1), pupils);
    expect(errors(result)).toEqual([]);
    expect(result.quantity("Bourg", "POSTE_STD", "installation")).toBe(1);
    expect(result.quantity("Pont", "POSTE_STD", "installation")).toBe(0);
  });
  it("a date for several is asked", () => {
    const result = read(kind(3), pupils);
    expect(errors(result)).toEqual(["error one-date-for-several D2"]);
    expect(result.quantity("Bourg", "POSTE_STD")).toBe(3);
  });
});

describe("the commune that only a title names", () => {
  const titled = (title: string, ...schools: string[]) =>
    read(
      sheet("Feuil1", [
        [title],
        [],
        ["École", "Effectif", "Postes clients standard"],
        ...schools.map((school) => [school, 20, 12]),
      ]),
    );
  it.each([
    "École élémentaire de Franois",
    "Inventaire des écoles de Franois",
    "Matériel – écoles de la commune de Franois – 2014",
  ])("« %s » is that of the sheet", (title) => {
    const result = titled(title, "Bourg", "Pont");
    expect(errors(result)).toEqual([]);
    expect(result.quantities).toContainEqual(expect.stringMatching(/^Franois.* POSTE_STD maintenance 12$/));
  });
  it("the row's own commune goes before, and the author's letterhead names none", () => {
    const own = titled("Inventaire des écoles de Franois", "Pirey – École maternelle", "Beure – École");
    expect(errors(own)).toEqual([]);
    expect(own.quantities.some((line) => line.startsWith("Franois"))).toBe(false);
    expect(errors(titled("Inventaire informatique – Mairie de Franois", "Bourg"))).toEqual([
      "error sheet-without-commune A3",
    ]);
    expect(errors(titled("Inventaire des écoles de Franois et des écoles de Pirey", "Bourg"))).toEqual([
      "error sheet-without-commune A3",
    ]);
  });
});
