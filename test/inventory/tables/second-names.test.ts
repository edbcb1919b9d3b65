import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";

const headings = ["Commune", "École", "Effectif", "Postes clients standard"];
const bourg: Cell[] = ["Beure", "École du Bourg", 97, 9];
const pont: Cell[] = ["Saône", "École A", 150, 11];
const haut: Cell[] = ["Saône", "École B", 80, 7];
const table = (list: readonly (readonly Cell[])[], heading = "Palmarès") =>
  sheet("Parc", [
    [...headings, null, heading, "Postes clients standard"],
    ...[bourg, pont, haut].map((row, at) => [...row, null, ...(list[at] ?? [])]),
  ]);
const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const postes = (result: Read) =>
  ["École du Bourg", "École A", "École B"].map((one) => result.quantity(one, "POSTE_STD"));
const ranking = [
  ["École A", 11],
  ["École du Bourg", 9],
];

describe("numbers right of a second list of the schools, in another order", () => {
  test("are asked, and those of the first list are billed", () => {
    const result = read(table(ranking));
    expect([errors(result), postes(result)]).toEqual([["error other-schools-column G1"], [9, 11, 7]]);
  });

  test("are settled by having their column ignored; ignoring the first bills none of them", () => {
    const ignored = (cell: string) =>
      readWith({ mappings: [{ file: null, sheet: "Parc", cell, as: "ignored" }] }, table(ranking));
    expect([errors(ignored("G1")), postes(ignored("G1"))]).toEqual([[], [9, 11, 7]]);
    expect([errors(ignored("D1")), postes(ignored("D1"))]).toEqual([["error other-schools-column G1"], [0, 0, 0]]);
  });

  test("are those of their row where the second list is in the order of the first", () => {
    const again = [
      ["École du Bourg", 9],
      ["École A", 11],
    ];
    expect(errors(read(table(again)))).not.toContain("error other-schools-column G1");
  });
});

test("A column that names a school beside another says nothing of the numbers right of it", () => {
  const rows = [
    ["Commune", "École", "Effectif", "Regroupée avec", "Postes clients standard"],
    ["Beure", "École du Bourg", 97, null, 9],
    ["Saône", "École A", 150, "École B", 11],
    ["Saône", "École B", 80, "École A", 7],
  ];
  expect(errors(read(sheet("Parc", rows)))).not.toContain("error other-schools-column E1");
});
