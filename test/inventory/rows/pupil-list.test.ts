import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const names = [
  "ZIMMERMANN",
  "Léopoldine",
  "QUATREFAGES",
  "Théodule",
  "WOJCIECHOWSKI",
  "Perpétue",
  "1234567890A",
  "9876543210B",
  "2468013579C",
];
const equipment = sheet("Matériel", [
  ["Commune", "École", "Pack logiciel", "Postes clients standard"],
  ["Beure", "École du Bourg", 1, 5],
  ["Morre", "École du Haut", 1, 5],
]);
const onde = ["Nom élève", "Prénom élève", "INE", "Cycle", "Niveau", "Libellé classe", "Date naissance"];
const pupil = (at: number): Cell[] => [
  names[2 * at]!,
  names[2 * at + 1]!,
  names[6 + at]!,
  "CYCLE II",
  "CP",
  "01 CP",
  "2008-05-14",
];

function expectNoName(result: Read): void {
  const everything = JSON.stringify(result.reading) + result.messages.join();
  for (const name of names) expect(everything.toLowerCase()).not.toContain(name.toLowerCase());
}

describe("a nominative list of pupils is counted only", () => {
  const list = (...rows: readonly (readonly Cell[])[]): SheetSpec =>
    sheet("ONDE", [["Commune", "École", ...onde], ...rows]);

  it("a list of pupils is counted by school, with an information, and no name is kept", () => {
    const result = read(
      equipment,
      list(
        ["Beure", "École du Bourg", ...pupil(0)],
        ["Beure", "École du Bourg", ...pupil(1)],
        ["Morre", "École du Haut", ...pupil(2)],
      ),
    );
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(2);
    expect(result.quantity("École du Haut", "PORTAIL")).toBe(1);
    expect(result.anomalies()).toEqual(["info pupil-list –"]);
    expect(result.rows("ONDE")).toMatchObject({ read: 3, billed: 3 });
    expectNoName(result);
  });

  it("rows at fault are told without their name", () => {
    const result = read(
      equipment,
      list(
        ["Beurre", "École du Bourg", ...pupil(0)],
        ["Beure", null, ...pupil(1)],
        [null, "École du Haut", ...pupil(2)],
        ["Beure", "École du Bourg", ...pupil(0)],
        ["Morre", "École du Haut", ...pupil(1)],
      ),
    );
    expect(result.anomalies("ONDE").sort()).toEqual([
      "error missing-commune A4",
      "error missing-school B3",
      "error unknown-commune A2",
      "info pupil-list –",
    ]);
    expect(result.rows("ONDE")).toMatchObject({ read: 5, billed: 2, error: 3 });
    expectNoName(result);
  });

  it("pupils of another school year than the campaign's are not counted where a column says it", () => {
    const ofYears = (...years: readonly Cell[]): Read =>
      read(
        equipment,
        sheet("ONDE", [
          ["Commune", "École", ...onde, "Année scolaire"],
          ...years.map((year, at) => ["Beure", "École du Bourg", ...pupil(at), year]),
        ]),
      );
    const mixed = ofYears("2014-2015", "2013-2014", names[0]!);
    expect(mixed.quantity("École du Bourg", "PORTAIL")).toBe(1);
    expect(mixed.anomalies("ONDE")).toEqual([
      "info other-year-rows J1",
      "error unclear-campaign J4",
      "info pupil-list –",
    ]);
    expect(mixed.rows("ONDE")).toMatchObject({ read: 3, billed: 1, excluded: 1, error: 1 });
    expectNoName(mixed);
    const other = ofYears("2013-2014", "2013-2014");
    expect(other.quantity("École du Bourg", "PORTAIL")).toBe(0);
    expect(other.anomalies("ONDE")).toContain("error no-row-of-campaign J1");
  });

  it("a total below the list and rows set aside are not pupils", () => {
    const result = readWith(
      { setAside: [{ file: null, sheet: "ONDE", row: 3, reason: "Parti" }] },
      equipment,
      list(
        ["Beure", "École du Bourg", ...pupil(0)],
        ["Beure", "École du Bourg", ...pupil(1)],
        ["Morre", "École du Haut", ...pupil(2)],
        ["Total : 3 élèves"],
      ),
    );
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(1);
    expect(result.rows("ONDE")).toEqual({
      read: 4,
      billed: 2,
      excluded: 2,
      error: 0,
      reasons: { "set-aside": 1, total: 1 },
    });
    expectNoName(result);
  });

  it("a list of pupils without a school is one error, nothing is counted, and no name is kept", () => {
    const result = read(equipment, sheet("ONDE", [onde, pupil(0), pupil(1), pupil(2)]));
    expect(result.anomalies("ONDE")).toEqual(["error pupil-list-without-school –"]);
    expect(result.rows("ONDE")).toMatchObject({ read: 3, error: 3 });
    expectNoName(result);
  });

  it("a list of Base élèves with an « École » column added is counted", () => {
    const result = read(
      equipment,
      sheet("Beure", [
        [
          "École",
          "Nom Elève",
          "Nom d'usage Elève",
          "Prénom Elève",
          "Date naissance",
          "Sexe",
          "Adresse1",
          "Cp1",
          "Commune1",
        ],
        ["École du Bourg", names[0]!, null, names[1]!, "14/05/2008", "F", "3 rue des Fleurs", "25720", "Beure"],
        ["École du Bourg", names[2]!, names[4]!, names[3]!, "02/01/2007", "M", "4 rue des Fleurs", "25660", "Morre"],
      ]),
    );
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(2);
    expectNoName(result);
  });

  it.each([
    ["Nom", "Prénom"],
    ["Nom de l'élève", "Prénom de l'élève"],
    ["NOM", "PRENOM"],
    ["Élève", "Né(e) le"],
  ])("headed « %s » and « %s », no name goes anywhere", (first, second) => {
    const result = read(
      equipment,
      sheet("Liste", [
        ["Commune", "École", first, second, "Classe"],
        ["Beure", "École du Bourg", names[0]!, names[1]!, "CP"],
        ["Beure", "École du Bourg", names[2]!, names[3]!, "CE1"],
        ["Beure", null, names[4]!, names[5]!, "CE1"],
      ]),
    );
    expectNoName(result);
  });
});

const list = (header: string, cells: readonly Cell[], words: readonly { word: string; as: string }[] = []): Read =>
  readWith(
    { words: words.map((choice) => ({ ...choice, kind: "state" as const })) },
    sheet("ONDE", [
      ["Nom élève", "Prénom élève", "Date naissance", "Commune", "École", header],
      ...cells.map((cell, at) => [`NOM${at}`, `Prénom${at}`, "2008-02-01", "Beure", "École du Bourg", cell]),
    ]),
  );
const pupils = (result: Read): number => result.quantity("École du Bourg", "PORTAIL");
const told = (result: Read): string[] =>
  result.anomalies().filter((each) => !each.includes("pupil-list") && !each.includes("equipment"));

describe("pupils who came after the snapshot are not counted", () => {
  it.each(["Inscrit le", "Date d'inscription", "Date d'admission", "Date d'entrée", "Scolarisé depuis"])(
    "pupils who came after the snapshot are not counted, by « %s »",
    (header) => {
      const result = list(header, [null, "01/09/2014", "01/11/2014", "10/11/2014"]);
      expect(pupils(result)).toBe(3);
      expect(told(result)).toEqual(["info pupils-who-came-later –"]);
      expect(result.rows().reasons).toEqual({ "after-snapshot": 1 });
    },
  );

  it.each(["Date de naissance", "Vu le", "Date de fin d'inscription"])(
    "pupils are counted whatever « %s » holds",
    (header) => {
      expect(pupils(list(header, [null, "10/11/2014", "10/11/2014"]))).toBe(3);
    },
  );
});

describe("pupils who left by the snapshot are not counted", () => {
  it.each(["Date de radiation", "Date de sortie", "Radié le"])(
    "pupils who left by the snapshot are not counted, by « %s »",
    (header) => {
      const result = list(header, [null, "12/09/2014", "01/11/2014", "02/11/2014"]);
      expect(pupils(result)).toBe(2);
      expect(told(result)).toEqual(["info pupils-who-left –"]);
      expect(result.rows().reasons).toEqual({ withdrawn: 2 });
    },
  );

  it.each(["Statut", "État", "Situation"])(
    "pupils who left by the snapshot are not counted, by a state under « %s »",
    (header) => {
      const result = list(header, ["Inscrit", "Sorti", "présente", "radiée", null]);
      expect(pupils(result)).toBe(3);
      expect(told(result)).toEqual(["info pupils-who-left –"]);
    },
  );

  it("a date or a state that is not understood is asked, and its word said once", () => {
    expect(told(list("Date de radiation", ["juin", null]))).toEqual(["error unreadable-date F2"]);
    const asked = list("Statut", ["MDPH", null]);
    expect(pupils(asked)).toBe(1);
    expect(told(asked)).toEqual(["error unknown-pupil-state F2"]);
    const settled = list("Statut", ["MDPH", null], [{ word: "mdph", as: "in-service" }]);
    expect(pupils(settled)).toBe(2);
    expect(told(settled)).toEqual([]);
  });
});
