import { _, billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();
const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Amagney", "École primaire", 50],
]);

describe("a column has a role by its contents", () => {
  it("natures under another heading are read; an unknown one is reported, and the others are billed", () => {
    const reading = read([
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Mvt", "Quantité"],
        ["Amagney", "École primaire", "Poste client standard", "Installation", 2],
        ["Amagney", "École primaire", "Poste client standard", "Maintenance", 10],
        ["Amagney", "École primaire", "Serveur standard", "réparation", 1],
      ]),
      effectifs,
    ]);
    expect(told(reading, "error")).toEqual(["error unknown-nature Suivi!D4"]);
    expect(billed(reading)).toEqual(amagney("POSTE_STD 10", "POSTE_STD+ 2", "PORTAIL 50", "PACK 1"));
  });

  it.each(["Rebut", "Retiré", "Retiré le", "Restitué le", "Repris", "Fin"])(
    "dates under « %s » are exits",
    (header) => {
      const reading = read([
        sheet("Registre", [
          ["Commune", "École", "Désignation", "Mise en service", header],
          ["Amagney", "École primaire", "PC std", "01/09/2010", "01/02/2013"],
          ["Amagney", "École primaire", "PC std", "01/09/2010", _],
        ]),
        effectifs,
      ]);
      expect(billed(reading)).toEqual(amagney("POSTE_STD 1", "PORTAIL 50", "PACK 1"));
    },
  );

  it("an entity and a location in two communes are an error, neither is guessed", () => {
    const reading = read([
      sheet("export", [
        ["Nom", "Entité", "Type", "Lieu"],
        ["pc1", "Ville de Besançon > Écoles", "Poste client standard", "Beure > École primaire"],
      ]),
      effectifs,
    ]);
    expect(told(reading, "error")).toEqual(["error location-disagrees export!D2"]);
  });

  it("headcounts one row a class are added, where the equipment names the school whole", () => {
    const reading = read([
      sheet("Effectifs", [
        ["Commune", "École", "Classe", "Effectif"],
        ["Amagney", "École primaire", "CP", 22],
        ["Amagney", "École primaire", "CE1-CE2", 25],
      ]),
      sheet("Parc", [
        ["Commune", "École", "Poste client"],
        ["Amagney", "École primaire", 3],
      ]),
    ]);
    // 22 + 25 = 47
    expect(billed(reading)).toEqual(amagney("PORTAIL 47", "POSTE_STD 3", "PACK 1"));
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("a sheet called effectifs holds pupils, « Postes élèves » does not; a file's name says nothing", () => {
    const parts = [
      ["Commune", "École", "Maternelle", "Élémentaire"],
      ["Amagney", "École primaire", 20, 30],
    ];
    expect(billed(read([sheet("Effectifs", parts)]))).toEqual(amagney("PORTAIL 50"));
    expect(billed(read([sheet("Feuil1", parts, [], { file: "effectifs.xlsx" })]))).toEqual([]);
    const machines = sheet("Postes élèves", [
      ["Commune", "École", "Nombre"],
      ["Amagney", "École primaire", 12],
    ]);
    expect(billed(read([machines]))).toEqual(amagney("POSTE_STD 12", "PACK 1"));
  });

  it.each(["Amagney 2014", "Amagney (2)", "AMAGNEY_2014"])("a tab « %s » is the commune's", (name) => {
    expect(
      billed(
        read([
          sheet(name, [
            ["École", "Élèves", "Poste client"],
            ["École primaire", 50, 3],
          ]),
        ]),
      ),
    ).toContain("Amagney/École primaire POSTE_STD 3");
  });
});

describe("rows to set aside", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Élèves", "Poste client"],
    ["Amagney", "École primaire", 50, 3],
  ]);
  it.each([
    ["Parcs", 2],
    ["Parc", 33],
    ["Parc", 1],
  ])("a row to set aside that is no row of an inventory is an error: %s, %d", (name, row) => {
    const reading = read([parc], 2014, { setAside: [{ file: null, sheet: name, row, reason: "école fermée" }] });
    expect(told(reading, "error")).toEqual([`error set-aside-without-row ${name}!`]);
  });

  it("are left out where they are one", () => {
    const reading = read([parc], 2014, { setAside: [{ file: null, sheet: "Parc", row: 2, reason: "école fermée" }] });
    expect(billed(reading)).toEqual([]);
    expect(reading.rows[0]).toMatchObject({ read: 1, excluded: 1, reasons: { "set-aside": 1 } });
    expect(told(reading, "error")).toEqual([]);
  });
});

describe("a quantity beyond reason", () => {
  it.each([1_000_000_000_000, "1000000000000"])("%p is told as too large, and not billed", (quantity) => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Poste client"],
        ["Amagney", "École primaire", 50, quantity],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error quantity-too-large Parc!D2"]);
    expect(billed(reading)).toContain("Amagney/École primaire PORTAIL 50");
  });
});

describe("a column must not be left out by chance contents", () => {
  it("a column of remarks that name machines does not take the place of the columns of prestations", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Poste client standard", "Serveur standard", "Divers"],
        ["Amagney", "École primaire", 50, 10, 1, "PC portable"],
        ["Beure", "École primaire", 60, 12, 1, "PC portable"],
      ]),
    ]);
    expect(billed(reading)).toContain("Beure/École primaire POSTE_STD 12");
    expect(billed(reading)).toContain("Amagney/École primaire SERVEUR_STD 1");
  });

  it("remarks that speak of an installation are no nature", () => {
    const reading = read([
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Quantité", "Remarques"],
        ["Amagney", "École primaire", "Poste client standard", 10, "installé en salle info"],
        ["Amagney", "École primaire", "Serveur standard", 1, _],
      ]),
      effectifs,
    ]);
    expect(billed(reading)).toEqual(amagney("POSTE_STD 10", "SERVEUR_STD 1", "PORTAIL 50", "PACK 1"));
    expect(told(reading, "error")).toEqual([]);
  });

  it("a name alone yields to the full name beside it, which is billed and not said to be refused", () => {
    const reading = read([
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Poste client standard", "PC"],
        ["Amagney", "École primaire", 50, 10, 12],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("POSTE_STD 10", "PORTAIL 50", "PACK 1"));
    expect(told(reading, "error")).toEqual(["error ambiguous-header Parc!E1"]);
  });
});

describe("a heading that counts beside a column of prestations", () => {
  it("is told, never passed over: an error for equipment, a warning for pupils", () => {
    const reading = read([
      sheet("Suivi", [
        ["Commune", "École", "Effectif", "Prestation", "Quantité", "Poste client standard"],
        ["Amagney", "École primaire", 50, "Serveur standard", 1, 10],
      ]),
      effectifs,
    ]);
    expect(told(reading, "error", "warning")).toEqual([
      "warning column-beside-label Suivi!C1",
      "error column-beside-label Suivi!F1",
    ]);
    expect(billed(reading)).toEqual(amagney("SERVEUR_STD 1", "PORTAIL 50", "PACK 1"));
  });
});
