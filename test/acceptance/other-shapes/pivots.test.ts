import { sheet } from "../../inventory/workbook-of";
import { _ } from "../several-tables/blocks";
import type { Block } from "../several-tables/blocks";
import { billed, inService, schools, withInstallations } from "./three-schools";

const headcounts = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ...schools.map(({ commune, name, pupils }) => [commune, name, pupils]),
]);

/** Communes and their schools in one column, what a commune sums on its own row. */
const compact = (header: readonly string[]): Block => [
  header,
  ["Amagney", 1, 1, 10],
  ["École primaire", 1, 1, 10],
  ["Beure", 2, 1, 16],
  ["École maternelle", 1, _, 4],
  ["École élémentaire", 1, 1, 12],
  ["Total général", 3, 2, 26],
];

describe("a pivot table", () => {
  it.each(["Étiquettes de lignes", "Commune"])("has the schools below their commune, under « %s »", (heading) => {
    const prestations = ["Somme de Pack logiciel", "Somme de Serveur standard", "Somme de Poste client standard"];
    expect(billed(sheet("TCD", compact([heading, ...prestations])), headcounts)).toEqual(inService);
  });

  it("has the prestations as the labels of its columns", () => {
    const cells = [
      ["Somme de Nb", "Étiquettes de colonnes"],
      ...compact(["Étiquettes de lignes", "Pack logiciel", "Serveur standard", "Poste client standard"]).map(
        (row, at) => [
          ...row,
          at === 0 ? "Total général" : row.slice(1).reduce<number>((sum, cell) => sum + Number(cell), 0),
        ],
      ),
    ];
    expect(billed(sheet("TCD", cells), headcounts)).toEqual(inService);
  });

  it("gives the headcounts", () => {
    const pupils: Block = [
      ["Étiquettes de lignes", "Somme de Effectif"],
      ["Amagney", 50],
      ["École primaire", 50],
      ["Beure", 100],
      ["École maternelle", 40],
      ["École élémentaire", 60],
      ["Total général", 150],
    ];
    const parc = compact(["Étiquettes de lignes", "Pack logiciel", "Serveur standard", "Poste client standard"]);
    expect(billed(sheet("Parc", parc), sheet("TCD", pupils))).toEqual(inService);
  });

  it("has the natures as the labels of its columns, in tabular form", () => {
    const cells: Block = [
      ["Somme de Quantité", _, _, "Nature"],
      ["Commune", "École", "Prestation", "Installation", "Maintenance", "Total général"],
      ["Amagney", "École primaire", "Pack logiciel", _, 1, 1],
      [_, _, "Poste client standard", 3, 10, 13],
      [_, _, "Serveur standard", _, 1, 1],
      ["Total Amagney", _, _, 3, 12, 15],
      ["Beure", "École maternelle", "Pack logiciel", _, 1, 1],
      [_, _, "Poste client standard", _, 4, 4],
      [_, "École élémentaire", "Pack logiciel", _, 1, 1],
      [_, _, "Poste client standard", _, 12, 12],
      [_, _, "Serveur standard", 1, 1, 2],
      ["Total Beure", _, _, 1, 19, 20],
      ["Total général", _, _, 4, 31, 35],
    ];
    expect(billed(sheet("TCD", cells), headcounts)).toEqual(withInstallations);
  });
});

describe("names without a heading, or under an unknown one", () => {
  it.each([[_], ["Sites scolaires desservis"]])("are communes and schools by what they are: « %s »", (heading) => {
    const cells: Block = [
      [heading, "Nb élèves", "Pack logiciel", "Serveur standard", "Poste client standard"],
      ["AMAGNEY"],
      ["École primaire", 50, 1, 1, 10],
      ["BEURE"],
      ["École maternelle", 40, 1, _, 4],
      ["École élémentaire", 60, 1, 1, 12],
    ];
    expect(billed(sheet("Parc", cells))).toEqual(inService);
  });
});
