import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { _, billed, read, sheet, told } from "../tables/read-sheets";
import { withoutResult } from "../../../src/inventory/texts/values";

const detail = sheet("Parc", [
  ["Commune", "École", "Élèves", "Poste client", "Serveur standard"],
  ["Saône", "École maternelle", 40, 5, 1],
  ["Saône", "École élémentaire", 60, 9, 1],
  ["Amagney", "École primaire", 50, 10, 1],
]);

describe("a recap by commune beside the detail by school", () => {
  it("is left out where each figure is the sum of the detail, caps apart", () => {
    // Saône: 40 + 60 = 100 pupils, 5 + 9 = 14 postes, 1 + 1 = 2 serveurs
    const reading = read([
      detail,
      sheet("Récap", [
        ["Commune", "Élèves", "Poste client", "Serveur standard"],
        ["Amagney", 50, 10, 1],
        ["Saône", 100, 14, 2],
        ["Total", 150, 24, 3],
      ]),
    ]);
    expect(billed(reading)).toEqual(billed(read([detail])));
    expect(told(reading, "error", "warning")).toEqual([]);
    expect(told(reading, "info")).toContain("info commune-recap Récap!A1");
    expect(reading.mappings.map(({ sheet: { name }, kind }) => [name, kind])).toContainEqual(["Récap", "repeats"]);
    expect(reading.rows[1]).toMatchObject({ read: 3, excluded: 3, reasons: { "duplicate-source": 3 } });
  });

  it("is left out with a warning where a figure is not: the detail is billed, as beside a total", () => {
    const reading = read([
      detail,
      sheet("Récap", [
        ["Commune", "Élèves", "Poste client"],
        ["Saône", 100, 15],
        ["Amagney", 50, 10],
      ]),
    ]);
    expect(billed(reading)).toEqual(billed(read([detail])));
    expect(told(reading, "error", "warning")).toEqual(["warning recap-differs Récap!A1"]);
  });

  it("a recap whose formulas have no result is still a recap, and each sum that could not be compared is reported", () => {
    const recap = (known: boolean) =>
      sheet("Récap", [
        ["Commune", "Élèves", "Poste client"],
        ["Saône", known ? 100 : withoutResult, withoutResult],
        ["Amagney", known ? 50 : withoutResult, known ? 10 : withoutResult],
        ["Total", 150, withoutResult],
      ]);
    const cells = { some: ["C2", "C4"], all: ["B2", "C2", "B3", "C3", "C4"] };
    for (const [sums, expected] of [
      [recap(true), cells.some],
      [recap(false), cells.all],
    ] as const) {
      const reading = read([detail, sums]);
      expect(billed(reading)).toEqual(billed(read([detail])));
      expect(told(reading, "error")).toEqual([]);
      const warned = told(reading, "warning").sort();
      expect(warned).toEqual(expected.map((cell) => `warning total-without-result Récap!${cell}`).sort());
    }
  });

  describe("a recap with a faulty cell of its own", () => {
    const parc = sheet("Parc", [
      ["Commune", "École", "Élèves", "Poste client"],
      ["Saône", "École maternelle", 40, 5],
      ["Saône", "École élémentaire", 60, 9],
      ["Amagney", "École primaire", 50, 10],
      ["Pirey", "École du Bourg", 30, 4],
      ["Beure", "École du Vieux Pressoir", 20, 3],
    ]);
    const recap = (amagney: readonly Cell[], saône = 5 + 9) =>
      sheet("Récap", [
        ["Commune", "Élèves", "Poste client"],
        ["Saône", 40 + 60, saône],
        ["Pirey", 30, 4],
        ["Beure", 20, 3],
        amagney,
      ]);
    it.each([
      ["a commune misspelt", ["Amagny", 50, 10], "unknown-commune Récap!A5"],
      ["a quantity that cannot be read", ["Amagney", 50, "10 ?"], "quantity-text Récap!C5"],
    ])("a faulty cell of a recap is reported, and nothing else: %s", (_what, amagney, error) => {
      const reading = read([parc, recap(amagney)]);
      expect(billed(reading)).toEqual(billed(read([parc])));
      expect(told(reading, "error", "warning")).toEqual([`error ${error}`]);
      expect(reading.mappings[1]).toMatchObject({ kind: "repeats" });
      expect(reading.rows[1]).toMatchObject({ read: 4, excluded: 3, error: 1 });
    });
    it("a recap with a misspelt name reports the intended one, and the difference of what is read", () => {
      const reading = read([parc, recap(["Amagny", 50, 10], 15)]);
      expect(told(reading, "error", "warning")).toEqual([
        "warning recap-differs Récap!A1",
        "error unknown-commune Récap!A5",
      ]);
      const [misspelt] = reading.anomalies.filter(({ code }) => code === "unknown-commune");
      expect(misspelt!.params).toMatchObject({ suggestion: "Amagney" });
    });
    it("a table in which a commune appears twice is not a recap: its rows are about something else", () => {
      const reading = read([parc, recap(["Saône", 50, 10])]);
      expect(told(reading, "error", "warning")).toEqual(["error no-school-column Récap!A1"]);
    });
  });

  it("is an error alone, or where it holds what no table details", () => {
    const alone = sheet("Récap", [
      ["Commune", "Élèves", "Poste client"],
      ["Saône", 100, 15],
      ["Amagney", _, 10],
    ]);
    const parts = sheet("Pièces", [
      ["Commune", "Pièces détachées"],
      ["Saône", 3],
    ]);
    for (const sheets of [[alone], [detail, parts]]) {
      const reading = read(sheets);
      const name = sheets.at(-1)!.name;
      expect(told(reading, "error")).toEqual([`error no-school-column ${name}!A1`]);
      expect(reading.quantities.filter(({ school }) => school.place.sheet.name === name)).toEqual([]);
    }
  });

  it("is an error where one of its columns is of what no table details, the others recapitulating or not", () => {
    for (const sum of [14, 15]) {
      const recap = sheet("Récap", [
        ["Commune", "Poste client", "Pièces détachées"],
        ["Saône", sum, 3],
        ["Amagney", 10, _],
      ]);
      expect(told(read([detail, recap]), "error", "warning")).toEqual(["error no-school-column Récap!A1"]);
    }
  });

  it.each([
    ["a prestation", ["Commune", "Pièces détachées"], "Saône"],
    ["a commune", ["Commune", "Poste client"], "Pirey"],
  ])(
    "a table by commune without a result is an error when it is of %s that no table details",
    (_what, headers, commune) => {
      const recap = sheet("Récap", [headers, [commune, withoutResult], ["Amagney", withoutResult]]);
      expect(told(read([detail, recap]), "error")).toContain("error no-school-column Récap!A1");
    },
  );

  it("a recap of zeros adds nothing to the detail", () => {
    const zeros = sheet("Récap", [
      ["Commune", "Poste client"],
      ["Saône", 0],
      ["Amagney", 0],
    ]);
    const reading = read([detail, zeros]);
    expect(billed(reading)).toEqual(billed(read([detail])));
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("a table that the user leaves out is not a recap", () => {
    const recap = sheet("Récap", [
      ["Commune", "Poste client"],
      ["Saône", 15],
      ["Amagney", 10],
    ]);
    const tables: Options["tables"] = [{ file: null, sheet: "Récap", cell: "A1", was: "Commune", as: "ignored" }];
    const reading = read([detail, recap], 2014, { tables });
    expect(told(reading).filter((line) => line.includes("recap"))).toEqual([]);
    expect(reading.mappings[1]).toMatchObject({ kind: "ignored" });
  });

  it.each([
    [
      "a register that names its schools by their entity",
      [
        ["Commune", "Entité", "Désignation", "N° d’inventaire", "Date d’entrée"],
        ["Saône", "Saône > École maternelle", "Poste client standard", "A1", "01/09/2013"],
        ["Saône", "Saône > École élémentaire", "Poste client standard", "A2", "01/09/2013"],
        ["Amagney", "Amagney > École primaire", "Poste client standard", "A3", "01/09/2013"],
      ],
    ],
    [
      "a register that names its schools by their place",
      [
        ["Commune", "Lieu", "Désignation", "N° d’inventaire", "Date d’entrée"],
        ["Saône", "École maternelle", "Poste client standard", "A1", "01/09/2013"],
        ["Saône", "École élémentaire", "Poste client standard", "A2", "01/09/2013"],
        ["Amagney", "École primaire", "Poste client standard", "A3", "01/09/2013"],
      ],
    ],
  ])("is not %s", (_what, rows) => {
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Saône", "École maternelle", 40],
      ["Saône", "École élémentaire", 60],
      ["Amagney", "École primaire", 50],
    ]);
    const reading = read([pupils, sheet("Registre", rows)]);
    expect(billed(reading).filter((line) => line.includes("POSTE_STD"))).toHaveLength(3);
    expect(told(reading, "error", "warning")).toEqual([]);
  });

  it("is no list of pupils by name", () => {
    const list = sheet("Élèves", [
      ["Commune", "Nom", "Prénom", "Date de naissance", "Niveau"],
      ["Saône", "Petit", "Léa", "12/03/2008", "CP"],
      ["Amagney", "Roux", "Tom", "02/05/2007", "CE1"],
    ]);
    expect(told(read([detail, list]), "error", "warning")).toEqual(["error pupil-list-without-school Élèves!"]);
  });

  it("is no tab of a commune that names no school", () => {
    const tab = sheet("Saône", [
      ["Prestation", "Quantité"],
      ["Poste client standard", 14],
      ["Serveur standard", 2],
    ]);
    expect(told(read([detail, tab]), "error", "warning")).toEqual(["error no-school-column Saône!A1"]);
  });

  it("a recap of amounts by commune is left out", () => {
    const amounts = sheet("Montants", [
      ["Commune", "Part CAGB", "Part commune", "Total"],
      ["Saône", 949.56, 1042.7, 1992.26],
    ]);
    const reading = read([detail, amounts]);
    expect(billed(reading)).toEqual(billed(read([detail])));
    expect(told(reading, "error", "warning")).toEqual([]);
  });
});
