import { _, billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();
const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Amagney", "École primaire", 50],
]);

describe("prestations down, schools across", () => {
  it("in one tab a commune, natures under each school", () => {
    const reading = read([
      sheet(
        "Amagney",
        [
          ["Commune d'Amagney", _, _, _, _],
          ["Situation au 01/11/2014", _, _, _, _],
          ["Prestation", "École maternelle", _, "École élémentaire", _],
          [_, "En service", "Installés 2014", "En service", "Installés 2014"],
          ["Élèves (accès portail)", 40, _, 60, _],
          ["Pack logiciel / école", 1, _, 1, _],
          ["Poste client standard", 5, 1, 20, _],
          ["Pièces détachées", _, 3, _, _],
        ],
        ["B3:C3", "D3:E3"],
      ),
    ]);
    expect(billed(reading)).toEqual(
      [
        "Amagney/École maternelle PORTAIL 40",
        "Amagney/École maternelle PACK 1",
        "Amagney/École maternelle POSTE_STD 5",
        "Amagney/École maternelle POSTE_STD+ 1",
        "Amagney/École maternelle PIECES+ 3",
        "Amagney/École élémentaire PORTAIL 60",
        "Amagney/École élémentaire PACK 1",
        "Amagney/École élémentaire POSTE_STD 20",
      ].sort(),
    );
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("with a blank corner, a total column, equipment without tariff and a total row", () => {
    const reading = read([
      sheet("Saône", [
        [_, "École maternelle", "École élémentaire", "Total"],
        ["Effectif", 40, 60, 100],
        ["Serveur standard", 1, "-", 1],
        ["PC standard", 5, 20, 25],
        ["Tablettes", 0, 12, 12],
      ]),
    ]);
    expect(billed(reading)).toContain("Saône/École élémentaire POSTE_STD 20");
    expect(told(reading, "error", "warning")).toEqual(["warning untariffed Saône!C5"]);
  });

  it("in one sheet for all, communes over schools", () => {
    const reading = read([
      sheet(
        "Tableau",
        [
          ["Prestation", "Amagney", "Saône", _],
          [_, "École primaire", "École maternelle", "École élémentaire"],
          ["Accès portail", 50, 40, 60],
          ["Poste client standard", 10, 5, 20],
          ["Serveur standard / école", 1, 1, 1],
        ],
        ["C1:D1"],
      ),
    ]);
    expect(billed(reading)).toContain("Saône/École élémentaire POSTE_STD 20");
    expect(billed(reading)).toContain("Amagney/École primaire PORTAIL 50");
    expect(told(reading, "error")).toEqual([]);
  });

  it("with a school called Groupe scolaire, which is also a header word", () => {
    const reading = read([
      sheet("Amagney", [
        ["Prestation", "Groupe scolaire"],
        ["Élèves", 50],
        ["Pack", 1],
        ["Poste client", 10],
        ["Serveur standard", 1],
      ]),
    ]);
    expect(billed(reading)).toContain("Amagney/Groupe scolaire POSTE_STD 10");
    expect(told(reading, "error")).toEqual([]);
  });

  it("tells an unknown commune of a tab once", () => {
    const reading = read([
      sheet("Amagnet", [
        ["Commune d'Amagnet"],
        ["Prestation", "École primaire"],
        ["Élèves", 50],
        ["Pack", 1],
        ["Poste client", 10],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error unknown-commune Amagnet!A1"]);
    expect(billed(reading)).toEqual([]);
  });
});

describe("one row an item", () => {
  it("in other words and another order, the commune and the school written once a block", () => {
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

  it("with natures as columns", () => {
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

  it("with a column of campaigns: the others' rows are set apart", () => {
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

describe("one row a machine", () => {
  it("in other words and another order", () => {
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
  ])("in a GLPI export %s, entity and location paths read", (_name, entity, status, type, place, date) => {
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
  });

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
      sheet("Achats 2013", [header, machine("A1"), machine("A2"), machine("A3")]),
      sheet("Achats 2014", [header, machine("B1"), machine("B2"), machine("B3")]),
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

describe("headcounts", () => {
  it("by class: grande section and cours préparatoire are parts beside the others", () => {
    const reading = read([
      sheet("Effectifs", [
        ["Commune", "École", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "ULIS"],
        ["Amagney", "École primaire", 5, 6, 7, 8, 9, 10, 11, 12, 1],
      ]),
    ]);
    // 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 1 = 69
    expect(billed(reading)).toEqual(amagney("PORTAIL 69"));
  });

  it("« CP » alone is a code postal, not pupils", () => {
    const reading = read([
      sheet("Effectifs", [
        ["Commune", "CP", "École", "Élèves"],
        ["Amagney", 25220, "École primaire", 50],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50"));
  });

  it("« Total », « Nombre » or a year say pupils on a sheet of pupils", () => {
    for (const header of ["Total", "Nombre", "2014-2015", "Nb"])
      expect(
        billed(
          read([
            sheet("Effectifs scolaires", [
              ["Commune", "École", header],
              ["Amagney", "École primaire", 50],
            ]),
          ]),
        ),
      ).toEqual(amagney("PORTAIL 50"));
  });

  it("of the open data on schools", () => {
    const reading = read([
      sheet("fr-en-ecoles-effectifs", [
        [
          "rentree_scolaire",
          "commune",
          "numero_ecole",
          "denomination_principale",
          "patronyme",
          "nombre_total_classes",
          "nombre_total_eleves",
          "nombre_eleves_cp_hors_ulis",
        ],
        [2014, "AMAGNEY", "0250001A", "ECOLE PRIMAIRE PUBLIQUE", "", 3, 50, 10],
      ]),
    ]);
    expect(billed(reading)).toEqual(["Amagney/ECOLE PRIMAIRE PUBLIQUE PORTAIL 50"]);
  });
});

describe("one thing shown twice", () => {
  const table = (name: string, pupils: number, machines: number) =>
    sheet(name, [
      ["Commune", "École", "Effectif", "Poste client"],
      ["Amagney", "École primaire", pupils, machines],
    ]);

  it("the campaign's sheet wins over the others, whatever their number and order", () => {
    const reading = read([table("Parc 2012", 40, 8), table("Parc 2014", 50, 10), table("Parc 2013", 48, 9)]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 10", "PACK 1"));
    expect(reading.rows.map((row) => [row.sheet.name, row.billed, row.excluded])).toEqual([
      ["Parc 2012", 0, 1],
      ["Parc 2014", 1, 0],
      ["Parc 2013", 0, 1],
    ]);
    expect(told(reading, "error")).toEqual([]);
  });

  it("neither is billed where nothing tells which", () => {
    const reading = read([table("Parc", 50, 10), table("Parc bis", 51, 11)]);
    expect(billed(reading)).toEqual([]);
    expect(told(reading, "error")).toContain("error ambiguous-source Parc!A1");
    expect(told(reading, "error")).toContain("error ambiguous-source Parc bis!A1");
  });

  it("a recap that says the same is counted once, the fuller source kept", () => {
    const reading = read([
      sheet("Récap", [
        ["Commune", "École", "Effectif", "PC std"],
        ["Amagney", "École primaire", 50, 2],
      ]),
      sheet("Registre", [
        ["N° inventaire", "Désignation", "Commune", "École", "Date de mise en service"],
        ["A1", "PC std", "Amagney", "École primaire", 41300],
        ["A2", "PC std", "Amagney", "École primaire", 41700],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 2", "POSTE_STD+ 1", "PACK 1"));
    expect(told(reading, "error")).toEqual([]);
  });
});

describe("the mapping that is shown", () => {
  it("says layout, range, where the commune comes from, and each column's role with the words that decided", () => {
    const [mapping] = read([
      sheet("Parc", [
        ["Commune", "École", "Nb élèves", "Postes clients installés"],
        ["Amagney", "École primaire", 50, 2],
      ]),
    ]).mappings;
    expect(mapping).toMatchObject({ layout: "school-rows", range: "A1:D2", communeFrom: "commune A" });
    expect(mapping!.columns.map(({ cell, role, nature, words }) => [cell, role, nature, words])).toEqual([
      ["A1", "commune", null, "Commune"],
      ["B1", "school", null, "École"],
      ["C1", "PORTAIL", null, "eleve"],
      ["D1", "POSTE_STD", "installation", "poste client"],
    ]);
    for (const column of mapping!.columns) expect(column.score).toBeGreaterThan(0.5);
  });
});

describe("lists of pupils by name", () => {
  const kept = (reading: unknown): string => JSON.stringify(reading);
  it.each([
    ["Nom", "Prénom", "Classe"],
    ["Nom élève", "Prénom élève", "INE"],
    ["Nom", "Date de naissance", "Niveau"],
    ["Élève", "Classe", "Sexe"],
  ])("are counted by school, no name kept: %s, %s, %s", (...headers) => {
    const reading = read([
      sheet("Liste", [
        ["Commune", "École", ...headers],
        ["Amagney", "École primaire", "DUPONT-LAJOIE", "Léandre", "CP"],
        ["Amagney", "École primaire", "QUINTRAND", "Ondine", "CE1"],
        ["Amagney", "École primaire", "ZWINGELSTEIN", "Barnabé", "CM2"],
      ]),
      sheet("Parc", [
        ["Commune", "École", "Poste client"],
        ["Amagney", "École primaire", 3],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 3", "POSTE_STD 3", "PACK 1"));
    for (const name of ["DUPONT", "QUINTRAND", "ZWINGEL", "Léandre", "Ondine", "Barnabé"])
      expect(kept(reading)).not.toContain(name);
  });

  it("without a school are an error, and no name becomes a school's", () => {
    const reading = read([
      sheet("Amagney", [
        ["Nom", "Prénom", "Date de naissance"],
        ["DUPONT-LAJOIE", "Léandre", "01/01/2008"],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error pupil-list-without-school Amagney!"]);
    expect(kept(reading)).not.toContain("DUPONT");
  });
});
