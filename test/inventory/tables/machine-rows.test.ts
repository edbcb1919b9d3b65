import { _, billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();
const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Amagney", "École primaire", 50],
]);

describe("one row a machine", () => {
  it("one row a machine is read in other words and another order", () => {
    const reading = read([
      sheet("Inventaire", [
        ["Étiquette", "Type de matériel", "Ville", "Site", "S/N", "Mise en service", "Retrait le", "Statut"],
        // 41700 is 2014-03-02, inside the campaign of 2014; 41000 is 2012-04-01
        ["A1", "UC std", "Amagney", "École primaire", "X1", 41700, _, "OK"],
        ["A2", "Portable", "Amagney", "École primaire", "X2", 41000, _, "OK"],
        ["A3", "Imp. jet d'encre", "Amagney", "École primaire", "X3", 40000, _, "En service"],
      ]),
      effectifs,
    ]);
    expect(billed(reading)).toEqual(
      amagney("POSTE_STD 1", "POSTE_STD+ 1", "POSTE_SPEC 1", "IMPRIMANTE 1", "PORTAIL 50", "PACK 1"),
    );
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it.each([
    ["without group names", "Entité", "Statut", "Type", "Lieu", "Date de mise en service"],
    [
      "with group names",
      "Caractéristiques - Entité",
      "Caractéristiques - Statut",
      "Caractéristiques - Type",
      "Lieu - Nom complet",
      "Gestion - Date de mise en service",
    ],
  ])(
    "one row a machine is read in a GLPI export %s, with entity and location paths",
    (_name, entity, status, type, place, date) => {
      const reading = read([
        sheet("export", [
          ["Nom", entity, status, type, place, date],
          [
            "pc1",
            "Entité racine > Amagney",
            "En service",
            "Poste client standard",
            "Amagney > École primaire > Salle 1",
            41700,
          ],
          ["pc2", "Entité racine > Amagney > École primaire", "En service", "Serveur standard", "Baie", 40000],
          ["pc3", "Entité racine > Amagney", "En service", "Poste client standard", "École primaire > Salle 2", 40000],
        ]),
        effectifs,
      ]);
      expect(billed(reading)).toEqual(amagney("POSTE_STD 2", "POSTE_STD+ 1", "SERVEUR_STD 1", "PORTAIL 50", "PACK 1"));
      expect(told(reading, "error", "warning")).toEqual([]);
    },
  );

  it("tells row by row a register whose words are all unknown, and passes none over", () => {
    const reading = read([
      sheet("Registre", [
        ["Commune", "École", "Matériel", "N° inventaire", "Mise en service le"],
        ["Amagney", "École primaire", "Bidule", "A1", "15/09/2009"],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error unknown-label Registre!C2"]);
    expect(reading.rows[0]).toMatchObject({ read: 1, error: 1 });
  });

  it("reads a school called Groupe scolaire as data, not as a header", () => {
    const rows = ["A1", "A2", "A3", "A4"].map((number) => [
      number,
      "Poste client std",
      "Amagney",
      "Groupe scolaire",
      "12/09/2012",
    ]);
    const reading = read([
      sheet("Registre", [["N° inventaire", "Désignation", "Commune", "École", "Date de mise en service"], ...rows]),
    ]);
    expect(billed(reading)).toContain("Amagney/Groupe scolaire POSTE_STD 4");
  });

  it("adds registers of different machines, and keeps the campaign's of two versions of one", () => {
    const header = ["N° inventaire", "Désignation", "Commune", "École", "Date de mise en service"];
    const machine = (number: string) => [number, "PC std", "Amagney", "École primaire", 41300];
    const different = read([
      sheet("Lot 1", [header, machine("A1"), machine("A2"), machine("A3")]),
      sheet("Lot 2", [header, machine("B1"), machine("B2"), machine("B3")]),
    ]);
    expect(billed(different)).toContain("Amagney/École primaire POSTE_STD 6");
    const versions = read([
      sheet("Registre 2012", [header, machine("A1"), machine("A2"), machine("A3")]),
      sheet("Registre 2013", [header, machine("A1"), machine("A2"), machine("A3")]),
      sheet("Registre 2014", [header, machine("A1"), machine("A2"), machine("A3"), machine("A4")]),
    ]);
    expect(billed(versions)).toContain("Amagney/École primaire POSTE_STD 4");
    expect(told(versions, "info").filter((text) => text.includes("other-year-source"))).toHaveLength(2);
    const unknown = read([
      sheet("Registre A", [header, machine("A1"), machine("A2"), machine("A3")]),
      sheet("Registre B", [header, machine("A1"), machine("A2"), machine("A3"), machine("A9")]),
    ]);
    expect(told(unknown, "error")).toContain("error ambiguous-source Registre A!A1");
    expect(told(unknown, "error")).toContain("error ambiguous-source Registre B!A1");
    expect(billed(unknown)).toEqual([]);
  });
});
