import type { Cell } from "../../../src/cells";
import { read, sheet } from "../workbook-of";

const lines: readonly (readonly Cell[])[] = [
  ["Élèves", 30],
  ["Pack logiciel", 1],
  ["Postes clients standard", 6],
];
const table: readonly (readonly Cell[])[] = [
  ["Matériel", "En service", "Installés"],
  ["Postes clients standard", 6, 1],
  ["Pack logiciel", 1],
  ["Élèves", 30],
];

describe("a form whose school is only called by its kind", () => {
  it.each<[string, string, readonly (readonly Cell[])[]]>([
    ["the tab is the commune's", "Beure", [["École :", "Maternelle"]]],
    ["without a colon", "Beure", [["École", "Maternelle"]]],
    [
      "the commune above",
      "Fiche",
      [
        ["Commune", "Beure"],
        ["École", "Maternelle"],
      ],
    ],
    [
      "the commune below",
      "Fiche",
      [
        ["École", "Maternelle"],
        ["Commune", "Beure"],
      ],
    ],
    ["in one cell", "Fiche", [["Commune de Beure"], ["École : Maternelle"]]],
  ])("is read: %s", (_, name, head) => {
    for (const body of [lines, table]) {
      const result = read(sheet(name, [...head, ...body]));
      expect(result.quantity("Maternelle", "POSTE_STD")).toBe(6);
      expect(result.quantity("Maternelle", "PORTAIL")).toBe(30);
      expect(result.reading.schools.map(({ commune }) => commune.name)).toEqual(["Beure"]);
      expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
    }
  });

  it("is read beside another, of two lines each", () => {
    const rows = [
      ["École maternelle", null, null, "École élémentaire", null],
      ["Postes clients standard", 5, null, "Postes clients standard", 7],
      ["Imprimantes jet d’encre", 1, null, "Imprimantes jet d’encre", 2],
    ];
    const result = read(sheet("Beure", rows));
    const of = (school: string) => [result.quantity(school, "POSTE_STD"), result.quantity(school, "IMPRIMANTE")];
    expect([of("École maternelle"), of("École élémentaire")]).toEqual([
      [5, 1],
      [7, 2],
    ]);
  });

  it("is read one below another", () => {
    const result = read(sheet("Beure", [["École", "Maternelle"], ...lines, [], ["École", "Élémentaire"], ...table]));
    expect([result.quantity("Maternelle", "POSTE_STD"), result.quantity("Élémentaire", "POSTE_STD")]).toEqual([6, 6]);
    expect(result.quantity("Élémentaire", "POSTE_STD", "installation")).toBe(1);
  });
});
