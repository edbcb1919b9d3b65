import type { Cell } from "../../../src/cells";
import { _, read, sheet } from "../tables/read-sheets";

const [bourg, haut] = [["Beure", "Le Bourg"] as const, ["Beure", "Le Haut"] as const];
const headcounts = sheet("Effectifs", [
  ["Commune", "École", "Élèves", "Pack logiciel"],
  [...bourg, 50, 1],
  [...haut, 40, 1],
]);

/** What a sheet bills, by school, beside pupils and packs that another gives; what is told of it, and why its rows bill nothing. */
const readBeside = (rows: readonly (readonly Cell[])[], name = "Parc", merges: readonly string[] = []) => {
  const reading = read([headcounts, sheet(name, rows, merges)]);
  return {
    billed: reading.quantities
      .filter(({ sources }) => sources.some((source) => source.sheet.name === name))
      .map(({ school, prestation, quantity }) => `${school.name} ${prestation} ${quantity}`),
    told: reading.anomalies
      .filter(({ severity }) => severity !== "info")
      .map(
        ({ severity, code, cell, params }) => `${severity} ${code} ${cell} ${params["label"]} (${params["quantity"]})`,
      ),
    reasons: reading.rows.at(-1)!.reasons,
  };
};

describe("equipment without a tariff is not billed, and a warning says so", () => {
  test("once a school, with all that its row has, and of nothing that it has none of", () => {
    const headers = ["Commune", "École", "Tablettes", "TBI", "Imprimantes laser", "Poste client standard"];
    expect(readBeside([headers, [...bourg, 0, 2, "4 anciennes", 5], [...haut, "non", _, "-", 3]])).toEqual({
      billed: ["Le Bourg POSTE_STD 5", "Le Haut POSTE_STD 3"],
      told: ["warning untariffed D2 TBI, Imprimantes laser (2, 4 anciennes)"],
      reasons: {},
    });
  });

  test("once a row that names it, be its name merged over several rows", () => {
    const rows = [
      ["Commune", "École", "Prestation", "Installés", "En service"],
      [...bourg, "Poste client standard", 0, 5],
      [...bourg, "Tablettes", 3, 4],
      [...haut, _, 0, 2],
      [...haut, "TBI", "non", _],
    ];
    expect(readBeside(rows, "Parc", ["C3:C4"])).toEqual({
      billed: ["Le Bourg POSTE_STD 5"],
      told: ["warning untariffed D3 Tablettes (3, 4)", "warning untariffed E4 Tablettes (2)"],
      reasons: { untariffed: 2, zero: 1 },
    });
  });

  test("as one machine, on its name in a register", () => {
    const rows = [
      ["Commune", "École", "N° de série", "Matériel"],
      [...bourg, "A1", "Poste client standard"],
      [...bourg, 0, "Tablettes (lot)"],
    ];
    expect(readBeside(rows)).toEqual({
      billed: ["Le Bourg POSTE_STD 1"],
      told: ["warning untariffed D3 Tablettes (lot) (1)"],
      reasons: { untariffed: 1 },
    });
  });

  test.each([
    ["its list has no other column than its number", "N° de série", "A1", "Tablettes (1)"],
    ["its sheet is all about it", "Nb", 5, "Tablettes › Nb (5)"],
  ])("by the name of the sheet where %s", (_case, header, cell, expected) => {
    const result = readBeside(
      [
        ["Commune", "École", header],
        [...bourg, cell],
      ],
      "Tablettes",
    );
    expect(result).toEqual({ billed: [], told: [`warning untariffed C2 ${expected}`], reasons: { untariffed: 1 } });
  });

  test("once for all the schools that stand across, on the first that has any, under the title that names it", () => {
    const rows = [
      ["Commune", "Beure", "Beure"],
      ["École", "Le Bourg", "Le Haut"],
      ["Poste client standard", 5, 3],
      ["Tablettes", _, _],
      ["En service", 0, 4],
      ["Installées", 1, 2],
    ];
    expect(readBeside(rows)).toEqual({
      billed: ["Le Bourg POSTE_STD 5", "Le Haut POSTE_STD 3"],
      told: ["warning untariffed C5 Tablettes › En service (4)", "warning untariffed B6 Tablettes › Installées (1)"],
      reasons: { title: 1, untariffed: 2 },
    });
  });
});
