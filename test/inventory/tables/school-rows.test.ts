import { _, billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();

describe("one row a school, whatever its header", () => {
  it("one row a school is read under titles, in the office's abbreviations, with a section's name and a note in the body", () => {
    const reading = read([
      sheet("Parc", [
        ["VILLE DE BESANÇON — DÉPARTEMENT TIC", _, _, _],
        ["Ordiclasse - Inventaire au 1er novembre 2014", _, _, _],
        ["mise à jour 03/11/14 CL", _, _, _],
        ["Cne", "Étab.", "Eff.", "Postes clients stand."],
        ["Secteur Est", _, _, _],
        ["Amagney", "École primaire", 50, 10],
        ["* dont 2 HS", _, _, _],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 10", "PACK 1"));
    expect(reading.rows[0]).toMatchObject({ read: 3, billed: 1, excluded: 2, error: 0, reasons: { title: 2 } });
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("one row a school is read with groups over prestations, merged: in service, installed", () => {
    const reading = read([
      sheet(
        "Parc",
        [
          [_, _, "En service", _, "Dont installés dans l'année", _, "Élèves"],
          ["Commune", "École", "Postes clients", "Pack", "Postes clients", "Pack", _],
          ["Amagney", "École primaire", 10, 1, 2, 1, 50],
        ],
        ["C1:D1", "E1:F1", "A1:A1"],
      ),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 10", "POSTE_STD+ 2", "PACK 1", "PACK+ 1"));
  });

  it("one row a school is read with prestations over natures, the names merged down", () => {
    const reading = read([
      sheet(
        "Parc",
        [
          ["Commune", "École", "Nb élèves", "Postes clients std", _, "Serveur std", _],
          [_, _, _, "Parc", "dont installés", "Parc", "dont installés"],
          ["Amagney", "École primaire", 50, 10, 2, 1, 1],
        ],
        ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"],
      ),
    ]);
    expect(billed(reading)).toEqual(
      amagney("PORTAIL 50", "POSTE_STD 10", "POSTE_STD+ 2", "SERVEUR_STD 1", "SERVEUR_STD+ 1", "PACK 1"),
    );
  });

  it("one row a school is read with groups of kinds, unmerged: élèves, enseignants and direction are machines, not pupils", () => {
    const reading = read([
      sheet("Parc", [
        [_, _, "Postes", _, _, "Serveurs", _, "Effectifs", _],
        [
          "Commune",
          "Établissement",
          "élèves",
          "enseignants",
          "direction",
          "standard",
          "spécifique",
          "Maternelle",
          "Élémentaire",
        ],
        ["Amagney", "École primaire", 10, 2, 1, 1, 0, 20, 30],
      ]),
    ]);
    // enseignants 2 + direction 1 = 3 postes spécifiques; maternelle 20 + élémentaire 30 = 50 pupils
    expect(billed(reading)).toEqual(amagney("POSTE_STD 10", "POSTE_SPEC 3", "SERVEUR_STD 1", "PORTAIL 50", "PACK 1"));
  });

  it("one row a school is read with three header levels", () => {
    const reading = read([
      sheet(
        "Parc",
        [
          ["ORDICLASSE"],
          [_, _, "Matériel", _, _, _, "Élèves", _],
          [_, _, "En service", _, "Installés", _, "Mat", "Élém"],
          ["Commune", "École", "Postes clients", "Postes spé", "Postes clients", "Postes spé", _, _],
          ["Amagney", "École primaire", 10, 1, 2, 0, 20, 30],
        ],
        ["C2:F2", "C3:D3", "E3:F3", "G2:H2"],
      ),
    ]);
    expect(billed(reading)).toEqual(amagney("POSTE_STD 10", "POSTE_SPEC 1", "POSTE_STD+ 2", "PORTAIL 50", "PACK 1"));
  });

  it("one row a school is read with unknown columns, and rivals that decide what « PC » and « Imprimantes » are", () => {
    const reading = read([
      sheet("Parc", [
        [
          "N°",
          "Commune",
          "Nom de l'école",
          "Directeur",
          "Nb classes",
          "Enseignants",
          "Total élèves",
          "PC",
          "PC portables",
          "Imprimantes",
          "Laser",
          "Obs.",
        ],
        [1, "Amagney", "École primaire", "M. X", 3, 4, 50, 10, 1, 2, 1, "ras"],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 10", "POSTE_SPEC 1", "IMPRIMANTE 2", "PACK 1"));
    expect(told(reading, "error", "warning")).toEqual(["warning untariffed Parc!K2"]);
  });

  it("warns on the header where a name stands alone without a rival", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Élèves", "PC", "Serveur", "Imprimantes"],
        ["Amagney", "École primaire", 50, 10, 1, 2],
      ]),
    ]);
    expect(told(reading, "warning")).toEqual([
      "warning assumed-header Parc!D1",
      "warning assumed-header Parc!E1",
      "warning assumed-header Parc!F1",
    ]);
    expect(billed(reading)).toContain("Amagney/École primaire POSTE_STD 10");
  });

  it("refuses « Postes », « Logiciels » and « Total » alone, and headings that name equipment by half or not at all", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes", "Logiciels", "Total", "Postes clients standrad", "Machins"],
        ["Amagney", "École primaire", 50, 10, 3, 13, 4, 7],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50"));
    expect(told(reading, "error")).toEqual([
      "error ambiguous-header Parc!D1",
      "error ambiguous-header Parc!E1",
      "error ambiguous-header Parc!F1",
      "error unclear-header Parc!G1",
      "error unclear-header Parc!H1",
    ]);
  });

  it("tells a table whose only quantities cannot be told", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Postes"],
        ["Amagney", "École primaire", 10],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error ambiguous-header Parc!C1"]);
  });

  it("bills neither of two columns of one heading", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Poste client", "Poste client"],
        ["Amagney", "École primaire", 50, 10, 12],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50"));
    expect(told(reading, "error")).toEqual(["error duplicate-header Parc!D1", "error duplicate-header Parc!E1"]);
  });

  it("does what a correction of the user says, and tells one that points nowhere or means nothing", () => {
    const table = sheet("Parc", [
      ["Commune", "École", "Élèves", "Postes", "Total"],
      ["Amagney", "École primaire", 50, 10, 60],
    ]);
    const at = (cell: string, as: string) => ({ file: null, sheet: "Parc", cell, as });
    const reading = read([table], 2014, {
      mappings: [at("D1", "POSTE_STD"), at("E1", "ignorer"), at("Z9", "PACK"), at("C1", "chaises")],
    });
    expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 10", "PACK 1"));
    expect(told(reading, "error").sort()).toEqual([
      "error correction-without-column Parc!Z9",
      "error unknown-role Parc!C1",
    ]);
  });

  it("keeps the campaign's year among years side by side, in headings or in groups", () => {
    const headings = read([
      sheet("Parc", [
        ["Commune", "École", "Effectif 2013", "Effectif 2014", "Poste client 2013", "Poste client 2014"],
        ["Amagney", "École primaire", 48, 50, 9, 10],
      ]),
    ]);
    const groups = read([
      sheet(
        "Parc",
        [
          [_, _, 2013, _, 2014, _],
          ["Commune", "École", "Effectif", "Poste client", "Effectif", "Poste client"],
          ["Amagney", "École primaire", 48, 9, 50, 10],
        ],
        ["C1:D1", "E1:F1"],
      ),
    ]);
    for (const reading of [headings, groups]) {
      expect(billed(reading)).toEqual(amagney("PORTAIL 50", "POSTE_STD 10", "PACK 1"));
      expect(told(reading, "info").filter((text) => text.includes("other-year-column"))).toHaveLength(2);
      expect(told(reading, "error")).toEqual([]);
    }
  });

  it("bills none of several years where the campaign's is not among them", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Poste client 2012", "Poste client 2013"],
        ["Amagney", "École primaire", 50, 9, 10],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error ambiguous-years Parc!D1", "error ambiguous-years Parc!E1"]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 50"));
  });

  it("finds communes in a column without a heading", () => {
    const reading = read([
      sheet("Parc", [
        [_, "École", "Effectif", "Poste client"],
        ["Amagney", "École primaire", 50, 10],
        ["Beure", "École primaire", 60, 12],
      ]),
    ]);
    expect(billed(reading)).toContain("Beure/École primaire POSTE_STD 12");
    expect(told(reading, "error")).toEqual([]);
  });

  it("takes the commune that heads its schools on a row of its own", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Poste client"],
        ["Amagney", _, _, _],
        [_, "École primaire", 50, 10],
        ["Saône", _, _, _],
        [_, "École maternelle", 40, 5],
        [_, "École élémentaire", 60, 9],
        ["S/Total Saône", _, 100, 14],
        [_, _, _, _],
        ["TOTAL", _, 150, 24],
      ]),
    ]);
    expect(billed(reading)).toContain("Saône/École élémentaire POSTE_STD 9");
    expect(told(reading, "error", "warning")).toEqual([]);
    expect(reading.rows[0]).toMatchObject({
      read: 7,
      billed: 3,
      excluded: 4,
      reasons: { title: 2, subtotal: 1, total: 1 },
    });
  });

  it("tells schools of one name apart by their level", () => {
    const reading = read([
      sheet("Parc", [
        ["Code INSEE", "Commune", "UAI", "École", "Niveau", "Effectif", "Poste client"],
        [25014, "Amagney", "0250001A", "Centre", "Maternelle", 20, 4],
        [25014, "Amagney", "0250002A", "Centre", "Élémentaire", 30, 6],
      ]),
    ]);
    expect(billed(reading)).toContain("Amagney/Centre (Maternelle) POSTE_STD 4");
    expect(billed(reading)).toContain("Amagney/Centre (Élémentaire) POSTE_STD 6");
  });
});
