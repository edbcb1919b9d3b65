import type { Cell } from "../../../src/cells";
import { readWith, sheet, type Read } from "../workbook-of";

const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "A", 10],
  ["Beure", "B", 20],
]);
const rows = (...cells: readonly (readonly Cell[])[]): Read =>
  readWith(
    { mappings: [{ file: null, sheet: "Lignes", cell: "E1", as: "year installed" }] },
    sheet("Lignes", [["Commune", "École", "Prestation", "Nb", "Année installation"], ...cells]),
    effectifs,
  );

describe("years that the user said to be those of installation", () => {
  it("install every unit of the campaign's year, once, and none of another", () => {
    const result = rows(
      ["Beure", "A", "Poste client standard", 12, 2012],
      ["Beure", "A", "Poste spécifique", 3, 2014],
      ["Beure", "B", "Poste client standard", 5, 2014],
    );
    expect(result.quantity("A", "POSTE_STD")).toBe(12);
    expect(result.quantity("A", "POSTE_STD", "installation")).toBe(0);
    expect(result.quantity("A", "POSTE_SPEC")).toBe(3);
    expect(result.quantity("A", "POSTE_SPEC", "installation")).toBe(3);
    expect(result.quantity("B", "POSTE_STD", "installation")).toBe(5);
    expect(result.anomalies("Lignes").filter((told) => !told.startsWith("info"))).toEqual([]);
  });

  it("after the campaign's, leave the row out, with a warning on the year", () => {
    const result = rows(
      ["Beure", "A", "Poste client standard", 12, 2012],
      ["Beure", "B", "Poste client standard", 4, 2015],
    );
    expect(result.quantity("B", "POSTE_STD")).toBe(0);
    expect(result.anomalies("Lignes")).toEqual(["warning after-snapshot E3"]);
  });
});

it("a column that names prestations where numbers are expected is one point on its heading, and the label once it is said", () => {
  const table = sheet("Parc", [
    ["Commune", "École", "Serveurs"],
    ["Beure", "A", "Serveur standard"],
    ["Beure", "B", "Serveur spécifique"],
  ]);
  const asked = readWith({}, table, effectifs);
  expect(asked.anomalies("Parc").filter((told) => told.startsWith("error"))).toEqual(["error column-of-labels C1"]);
  expect(asked.rows("Parc")).toMatchObject({ read: 2, error: 2 });
  const said = readWith({ mappings: [{ file: null, sheet: "Parc", cell: "C1", as: "label" }] }, table, effectifs);
  expect([said.quantity("A", "SERVEUR_STD"), said.quantity("B", "SERVEUR_SPEC")]).toEqual([1, 1]);
  expect(said.anomalies("Parc").filter((told) => told.startsWith("error"))).toEqual([]);
});
