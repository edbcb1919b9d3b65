import type { Cell } from "../../../src/cells";
import type { ChosenCommune } from "../../../src/options";
import { read, readWith, sheet, type Read } from "../workbook-of";

const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const school = (commune: Cell, name: Cell, posts: Cell = 2): Cell[] => [commune, name, 20, 1, posts];
const choice = (cell: string, commune: string, more: Partial<ChosenCommune> = {}): ChosenCommune => ({
  file: null,
  sheet: "Inventaire",
  cell,
  commune,
  ...more,
});
const chosen = (rows: readonly (readonly Cell[])[], ...communes: ChosenCommune[]): Read =>
  readWith({ communes }, sheet("Inventaire", [headers, ...rows]));
const communes = (result: Read): string[] =>
  result.reading.schools.map(({ commune, name }) => `${commune.name}: ${name}`).sort();

describe("a commune chosen for a cell that names none", () => {
  it("is the one billed; an info says so, in place of the error", () => {
    const result = chosen([school("Beurre", "A"), school("Morre", "B")], choice("A2", "Beure"));
    expect(communes(result)).toEqual(["Beure: A", "Morre: B"]);
    expect(result.anomalies()).toEqual(["info commune-chosen A2"]);
    expect(result.messages[0]).toMatch(/^«\sBeurre\s» est lu comme Beure/);
    expect(result.rows()).toMatchObject({ billed: 2, error: 0 });
  });

  it("stands for its cell only", () => {
    const result = chosen([school("Beurre", "A"), school("Beurre", "B")], choice("A3", "Beure"));
    expect(result.anomalies().sort()).toEqual(["error unknown-commune A2", "info commune-chosen A3"]);
    expect(communes(result)).toEqual(["Beure: B"]);
  });

  it("is filled down like any commune, told once", () => {
    const rows = [school("Beurre", "A"), school(null, "B"), school("Morre", "C"), school(null, "D")];
    const result = chosen(rows, choice("A2", "Beure"));
    expect(communes(result)).toEqual(["Beure: A", "Beure: B", "Morre: C", "Morre: D"]);
    expect(result.anomalies()).toEqual(["info commune-chosen A2"]);
  });

  it("may be a blank cell's", () => {
    const result = chosen(
      [school("Beure", "A"), school("Beure", "B"), school(null, "C"), school("Morre", "D")],
      choice("A4", "Morre"),
    );
    expect(communes(result)).toContain("Morre: C");
    expect(result.anomalies()).toEqual(["info commune-chosen A4"]);
    expect(result.messages[0]).toMatch(/^La commune manque, Morre est retenue/);
  });

  it("may be that of one that has merged since, or has not yet", () => {
    const result = chosen([school("Les Auxons", "A")], choice("A2", "Auxon-Dessus"));
    expect(communes(result)).toEqual(["Auxon-Dessus: A"]);
  });

  it("may be a sheet's or a title's, which stand for all their rows", () => {
    const rows = [
      ["École", "Élèves", "Pack logiciel"],
      ["A", 20, 1],
      ["B", 20, 1],
    ];
    const unnamed = readWith({ communes: [choice("A1", "Beure", { sheet: "Feuil1" })] }, sheet("Feuil1", rows));
    expect(communes(unnamed)).toEqual(["Beure: A", "Beure: B"]);
    expect(unnamed.anomalies()).toEqual(["info commune-chosen A1"]);
    const titled = readWith(
      { communes: [choice("A1", "Beure", { sheet: "Feuil1", was: "Commune de Beurre" })] },
      sheet("Feuil1", [["Commune de Beurre"], [], ...rows]),
    );
    expect(communes(titled)).toEqual(["Beure: A", "Beure: B"]);
  });

  it("may stand over schools in columns", () => {
    const rows = [
      ["Prestation", "Beurre", "Morre", "Saône"],
      [null, "A", "B", "C"],
      ["Poste client standard", 3, 4, 5],
      ["Pack logiciel / école", 1, 1, 1],
      ["Imprimante jet encre", 2, 0, 0],
    ];
    const [error] = read(sheet("Inventaire", rows)).reading.anomalies.filter(({ code }) => code === "unknown-commune");
    const result = readWith({ communes: [choice(error!.cell!, "Beure")] }, sheet("Inventaire", rows));
    expect(result.quantity("A", "POSTE_STD")).toBe(3);
    expect(communes(result)).toEqual(["Beure: A", "Morre: B", "Saône: C"]);
  });

  it("still has to agree with the INSEE code beside it", () => {
    const rows = [
      ["Commune", "Code INSEE", "École", "Élèves", "Pack logiciel"],
      ["Beurre", "25410", "A", 20, 1],
    ];
    const result = readWith({ communes: [choice("A2", "Beure")] }, sheet("Inventaire", rows));
    expect(result.anomalies().sort()).toEqual(["error insee-disagrees B2", "info commune-chosen A2"]);
  });

  it("may stand for a code that is nobody's", () => {
    const rows = [
      ["Code INSEE", "École", "Élèves", "Pack logiciel"],
      [99999, "A", 20, 1],
      [25410, "B", 20, 1],
    ];
    const result = readWith({ communes: [choice("A2", "Beure", { was: "99999" })] }, sheet("Inventaire", rows));
    expect(communes(result)).toEqual(["Beure: A", "Morre: B"]);
  });

  it("is where the school of a path is looked for", () => {
    const result = readWith(
      { communes: [choice("B3", "Beure", { sheet: "glpi" }), choice("B4", "Beure", { sheet: "glpi" })] },
      sheet("glpi", [
        ["Nom", "Entité", "Type", "Lieu", "Date de mise en service"],
        ["EC-1", "Entité racine > Beure", "Poste client standard", "Beure > École du Bourg > Salle 1", "15/09/2009"],
        ["EC-2", "Racine > Beurre", "Poste client standard", "Beurre > École du Bourg > Salle 1", "15/09/2009"],
        ["EC-3", "Racine > Beurre > École du Bourg", "Poste client standard", null, "15/09/2009"],
      ]),
      sheet("Effectifs", [
        ["Commune", "École", "Élèves"],
        ["Beure", "École du Bourg", 50],
      ]),
    );
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(3);
  });
});

describe("a commune chosen that is not applied is told", () => {
  it.each([
    ["the cell says something else by now", choice("A2", "Beure", { was: "Chalezeulle" }), "choice-moved"],
    ["the cell names another commune by itself", choice("A3", "Beure"), "choice-moved"],
    ["it is no commune on that day", choice("A2", "Les Auxons"), "chosen-commune-unknown"],
    ["it is none at all", choice("A2", "Beurre"), "chosen-commune-unknown"],
    ["no commune is read there", choice("B2", "Beure"), "chosen-commune-without-cell"],
    ["the sheet is not there", choice("A2", "Beure", { sheet: "Absente" }), "chosen-commune-without-cell"],
    ["the file is another", choice("A2", "Beure", { file: "autre.xlsx" }), "chosen-commune-without-cell"],
  ])("%s", (_why, one, code) => {
    const result = chosen([school("Beurre", "A"), school("Morre", "B")], one);
    expect(result.anomalies()).toContain(`error ${code} ${one.cell}`);
    expect(result.anomalies()).toContain("error unknown-commune A2");
    expect(communes(result)).toEqual(["Morre: B"]);
    expect(result.messages.join()).not.toMatch(/[{}]/);
  });

  it("a chosen commune is not reported when the cell was corrected to it: the sheet is followed", () => {
    const result = chosen([school("Beure", "A")], choice("A2", "Beure", { was: "Beurre" }));
    expect(result.anomalies()).toEqual([]);
    expect(communes(result)).toEqual(["Beure: A"]);
  });

  it("a chosen commune is not reported when its row is set aside", () => {
    const result = readWith(
      {
        communes: [choice("A2", "Beure", { was: "Beurre" })],
        setAside: [{ file: null, sheet: "Inventaire", row: 2, reason: "Fermée" }],
      },
      sheet("Inventaire", [headers, school("Beurre", "A"), school("Morre", "B")]),
    );
    expect(result.anomalies()).toEqual([]);
    expect(communes(result)).toEqual(["Morre: B"]);
  });
});

describe("a row or a column chosen when it said something else", () => {
  const rows = [headers, school("Beure", "École du Bourg"), school("Morre", "École des Vergers")];
  const aside = (was: string) => ({ setAside: [{ file: null, sheet: "Inventaire", row: 2, reason: "Fermée", was }] });

  it("a row that still says the same is set aside", () => {
    const result = readWith(aside("Beure · Ecole du Bourg"), sheet("Inventaire", rows));
    expect(communes(result)).toEqual(["Morre: École des Vergers"]);
    expect(result.anomalies()).toEqual([]);
  });

  it("a row that another took the place of is not set aside, and that is told", () => {
    const result = readWith(aside("Beure · École du Haut"), sheet("Inventaire", rows));
    expect(communes(result)).toEqual(["Beure: École du Bourg", "Morre: École des Vergers"]);
    expect(result.anomalies()).toEqual(["error choice-moved A2"]);
  });

  it("a column with another heading is not corrected, and that is told", () => {
    const mapping = { file: null, sheet: "Inventaire", cell: "E1", as: "IMPRIMANTE", was: "Postes" };
    const result = readWith({ mappings: [mapping] }, sheet("Inventaire", rows));
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(2);
    expect(result.anomalies()).toEqual(["error choice-moved E1"]);
    const heading = { ...mapping, was: "postes clients standard" };
    expect(readWith({ mappings: [heading] }, sheet("Inventaire", rows)).quantity("École du Bourg", "IMPRIMANTE")).toBe(
      2,
    );
  });
});

describe("schools that end with the names of several communes, on a sheet that names none", () => {
  const across = sheet("RPI", [
    [null, "Site d’Audeux", "Site de Noironte"],
    ["Élèves", 54, 49],
    ["Pack logiciel", 1, 1],
    ["Postes clients standard", 6, 3],
  ]);

  it("are each asked for their commune, at their cell", () => {
    expect(
      read(across)
        .anomalies()
        .filter((each) => each.startsWith("error")),
    ).toEqual(["error missing-commune B1", "error missing-commune C1"]);
  });

  it("are each of the commune that the user gave", () => {
    const given = [choice("B1", "Audeux", { sheet: "RPI" }), choice("C1", "Noironte", { sheet: "RPI" })];
    const result = readWith({ communes: given }, across);
    expect(communes(result)).toEqual(["Audeux: Site d’Audeux", "Noironte: Site de Noironte"]);
  });

  it("are asked once for the sheet when they end with the name of one", () => {
    const one = sheet("RPI", [
      [null, "Maternelle d’Audeux", "Primaire d’Audeux"],
      ["Élèves", 54, 49],
      ["Pack logiciel", 1, 1],
      ["Postes clients standard", 6, 3],
    ]);
    expect(
      read(one)
        .anomalies()
        .filter((each) => each.startsWith("error")),
    ).toEqual(["error sheet-without-commune A1"]);
  });
});
