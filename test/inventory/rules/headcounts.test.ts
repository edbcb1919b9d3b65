import type { Cell } from "../../../src/cells";
import { builtInGrids } from "../../../src/tariff";
import { read, readWith, readWorkbooks, sheet, workbook, type Read, type SheetSpec } from "../workbook-of";

const equipment = (...rows: readonly (readonly Cell[])[]): SheetSpec =>
  sheet("Matériel", [["Commune", "École", "Pack logiciel", "Postes clients standard"], ...rows]);
const effectifs = (...rows: readonly (readonly Cell[])[]): SheetSpec =>
  sheet("Effectifs", [["Commune", "École", "Élèves"], ...rows]);

describe("equipment without a headcount", () => {
  it("equipment without a headcount has an error on the blank headcount cell", () => {
    const result = read(equipment(["Beure", "A", 1, 5]), effectifs(["Beure", "A", null]));
    expect(result.anomalies()).toEqual(["error missing-headcount C2"]);
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
  });
  it("error on the school's first cell where the headcount sheet lacks it", () => {
    const result = read(equipment(["Beure", "A", 1, 5], ["Morre", "B", 1, 5]), effectifs(["Beure", "A", 20]));
    expect(result.anomalies()).toEqual(["error school-without-headcount B3"]);
    expect(result.rows("Matériel")).toMatchObject({ billed: 1, error: 1 });
    expect(result.quantity("B", "POSTE_STD")).toBe(5);
  });
  it("one single error without a cell where no headcount exists anywhere", () => {
    const result = read(equipment(["Beure", "A", 1, 5], ["Morre", "B", 1, 5]));
    expect(result.anomalies()).toEqual(["error no-headcounts –"]);
    expect(result.quantity("B", "POSTE_STD")).toBe(5);
  });
});

describe("a headcount without equipment", () => {
  it("warning on its school cell, PORTAIL billed, no pack", () => {
    const result = read(
      sheet("Matériel", [
        ["Commune", "École", "Postes clients standard"],
        ["Beure", "A", 5],
      ]),
      effectifs(["Beure", "A", 20], ["Morre", "B", 30]),
    );
    expect(result.anomalies("Effectifs")).toEqual(["warning headcount-without-equipment B3"]);
    expect(result.quantity("B", "PORTAIL")).toBe(30);
    expect(result.quantity("B", "PACK")).toBe(0);
  });
  it("a headcount of 0 without equipment is no point", () => {
    const result = read(equipment(["Beure", "A", 1, 5]), effectifs(["Beure", "A", 20], ["Morre", "B", 0]));
    expect(result.anomalies()).toEqual([]);
  });
});

describe("a total of pupils beside its parts", () => {
  it("is the headcount", () => {
    const result = read(
      equipment(["Beure", "A", 1, 5]),
      sheet("Effectifs", [
        ["Commune", "École", "Maternelle", "Élémentaire", "Total"],
        ["Beure", "A", 20, 35, 56],
      ]),
    );
    expect(result.quantity("A", "PORTAIL")).toBe(56);
    expect(result.anomalies()).toEqual([]);
  });
  it("parts without a total are added; a blank part is none, all blank an error on the first", () => {
    const result = read(
      equipment(["Beure", "A", 1, 5], ["Beure", "B", 1, 5], ["Beure", "C", 1, 5]),
      sheet("Effectifs", [
        ["Commune", "École", "Effectif maternelle", "Effectif élémentaire"],
        ["Beure", "A", 20, 35],
        ["Beure", "B", null, 35],
        ["Beure", "C", null, null],
      ]),
    );
    expect(result.quantity("A", "PORTAIL")).toBe(20 + 35);
    expect(result.quantity("B", "PORTAIL")).toBe(35);
    expect(result.anomalies()).toEqual(["error missing-headcount C4"]);
  });
});

describe("the pupils of a school over several rows", () => {
  const head = ["Commune", "École", "Élèves", "Postes clients standard"];
  const added = (name: string, ...rows: readonly (readonly Cell[])[]): Read =>
    readWith({ repeats: [{ file: null, sheet: name, cell: null, as: "added" }] }, sheet(name, rows));
  const of = (result: Read): [number, string[]] => [
    result.quantity("A", "PORTAIL"),
    result.anomalies().filter((line) => /headcount|error/.test(line)),
  ];

  it("are counted once where rows that add up have the same, or leave them blank", () => {
    expect(of(added("Parc", head, ["Beure", "A", 20, 3], ["Beure", "A", 20, 5]))).toEqual([
      20,
      ["info headcount-again C3"],
    ]);
    expect(of(added("Parc", head, ["Beure", "A", 20, 3], ["Beure", "A", null, 5]))).toEqual([20, []]);
  });
  it("are said to be counted once with the name of the school", () => {
    const { anomalies } = added("Parc", head, ["Beure", "A", 20, 3], ["Beure", "A", 20, 5]).reading;
    expect(anomalies.find(({ code }) => code === "headcount-again")!.params).toMatchObject({ school: "A" });
  });
  it("add up where they differ, until a row has their sum", () => {
    const rows = [20, 15, 35, 20].map((count) => ["Beure", "A", count, 1]);
    expect(of(added("Parc", head, ...rows))).toEqual([20 + 15 + 20, ["info headcount-again C4"]]);
  });
  it("add up where each row is a class, with as many pupils as another", () => {
    const parc = sheet("Parc", [head.with(2, "Salle"), ["Beure", "A", null, 5]]);
    const classes = sheet("Effectifs", [head.slice(0, 3), ["Beure", "A", 20], ["Beure", "A", 20]]);
    const repeats = [{ file: null, sheet: "Effectifs", cell: null, as: "added" as const }];
    expect(of(readWith({ repeats }, parc, classes))).toEqual([40, []]);
  });
  it("are counted once beside its installations, where they are said again or left blank", () => {
    const inService = [["Maintenance"], ["Beure", "A", 20, 3], ["Beure", "B", 10, 3], ["Installation"]];
    for (const [first, second] of [
      [20, 10],
      [null, null],
    ]) {
      const result = read(sheet("Parc", [head, ...inService, ["Beure", "A", first!, 2], ["Beure", "B", second!, 1]]));
      expect([of(result), result.quantity("B", "PORTAIL")]).toEqual([[20, []], 10]);
    }
  });
});

describe("pupils that a sign says are none", () => {
  const parts = (...cells: readonly Cell[]): string[] =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Effectif maternelle", "Effectif élémentaire", "Postes clients standard"],
        ["Beure", "A", ...cells, 3],
        ["Morre", "B", 5, 6, 3],
      ]),
    )
      .anomalies()
      .filter((line) => !line.startsWith("info"));

  it("are none, with a warning on the first sign of their row", () => {
    expect(parts("-", null)).toEqual(["warning quantity-with-text C2"]);
    expect(parts("-", "-")).toEqual(["warning quantity-with-text C2"]);
    expect(parts(null, "-")).toEqual(["warning quantity-with-text D2"]);
  });
  it("need no warning beside a number", () => {
    expect([parts("-", 20), parts(0, "-")]).toEqual([[], []]);
  });
});

describe("pupils among the prestations of a list", () => {
  const listed = (...rows: readonly (readonly [string, Cell])[]): [number, string[]] => {
    const result = read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ...rows.map((row) => ["Beure", "A", ...row]),
        ["Beure", "A", "Poste client standard", 5],
      ]),
    );
    return [result.quantity("A", "PORTAIL"), result.anomalies().filter((line) => !line.startsWith("info"))];
  };
  const [infants, elementary] = ["Effectif maternelle", "Effectif élémentaire"];

  it.each<[string, (readonly [string, Cell])[], number, string[]]>([
    ["are its headcount", [["Élèves", 20]], 20, []],
    ["are asked about when left blank", [["Élèves", null]], 0, ["error missing-headcount D2"]],
    ["are none, with a warning, when a sign says so", [["Élèves", "-"]], 0, ["warning quantity-with-text D2"]],
    ["are asked about once when they are not read", [["Élèves", "?"]], 0, ["error quantity-text D2"]],
    [
      "add up by parts",
      [
        [infants!, 20],
        [elementary!, 30],
      ],
      50,
      [],
    ],
    [
      "add up by parts, with a warning for one that comes twice",
      [
        [infants!, 20],
        [infants!.toUpperCase(), 5],
      ],
      25,
      ["warning item-twice D3"],
    ],
    [
      "may have a part left blank, or of none",
      [
        [infants!, null],
        [elementary!, 30],
      ],
      30,
      [],
    ],
    [
      "are asked about once when each part is left blank",
      [
        [infants!, null],
        [elementary!, null],
      ],
      0,
      ["error missing-headcount D2"],
    ],
    [
      "are their total beside their parts, whatever these are",
      [
        [infants!, 20],
        [elementary!, 30],
        ["Élèves", 55],
      ],
      55,
      [],
    ],
    [
      "are asked about at a part that is not read",
      [
        [infants!, "?"],
        [elementary!, 30],
        ["Élèves", 55],
      ],
      55,
      ["error quantity-text D2"],
    ],
  ])("%s", (_what, rows, pupils, anomalies) => {
    expect(listed(...rows)).toEqual([pupils, anomalies]);
  });
});

it("pupils that the grid does not price are left out, and nothing is asked of them", () => {
  const grid = builtInGrids[0]!;
  const none = { cagb: null, commune: null };
  const rows = grid.rows.map((row) =>
    row.code === "PORTAIL" ? { ...row, prices: { installation: none, maintenance: none } } : row,
  );
  const unpriced = { ...grid, rows };
  const book = workbook([equipment(["Beure", "A", 1, 5]), effectifs(["Beure", "A", 20])]);
  const result = readWorkbooks([book], 2014, {}, unpriced);
  expect([result.quantity("A", "PORTAIL"), result.quantity("A", "POSTE_STD")]).toEqual([0, 5]);
  expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
  expect(result.rows("Effectifs").reasons).toEqual({ untariffed: 1 });
});

describe("headcounts by level, one row each", () => {
  const byLevel = sheet("Effectifs", [
    ["Commune", "École", "Niveau", "Effectif"],
    ["Beure", "A", "Maternelle", 20],
    ["Beure", "A", "Élémentaire", 35],
    ["Morre", "B", "Élémentaire", 10],
  ]);
  it("are added where the school is named whole elsewhere", () => {
    const result = read(equipment(["Beure", "A", 1, 5], ["Morre", "B", 1, 5]), byLevel);
    expect(result.quantity("A", "PORTAIL")).toBe(20 + 35);
    expect(result.quantity("B", "PORTAIL")).toBe(10);
    expect(result.anomalies()).toEqual([]);
  });
  it("stay apart where the equipment tells the levels too", () => {
    const result = read(
      sheet("Matériel", [
        ["Commune", "École", "Niveau", "Pack logiciel", "Postes clients standard"],
        ["Beure", "A", "Maternelle", 1, 3],
        ["Beure", "A", "Élémentaire", 1, 5],
        ["Morre", "B", "Élémentaire", 1, 5],
      ]),
      byLevel,
    );
    expect(result.anomalies()).toEqual([]);
    expect(result.reading.schools.map(({ name }) => name)).toEqual(["A (Maternelle)", "A (Élémentaire)", "B"]);
  });
});

describe("headcounts in place and on their own sheet", () => {
  const inPlace = (...pupils: readonly number[]): SheetSpec =>
    sheet("Inventaire", [
      ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"],
      ...pupils.map((count, at) => ["Beure", "ABCD"[at]!, count, 1, 5]),
    ]);
  it("equal headcounts in place and on their own sheet are counted once, with an information", () => {
    const result = read(inPlace(20, 30), effectifs(["Beure", "A", 20], ["Beure", "B", 30]));
    expect(result.quantity("A", "PORTAIL")).toBe(20);
    expect(result.anomalies()).toEqual(["info same-source-twice A1"]);
    expect(result.rows("Effectifs").reasons).toEqual({ "duplicate-source": 2 });
    expect(result.rows("Inventaire")).toMatchObject({ billed: 2 });
  });
  it("different headcounts in place and on their own sheet are ambiguous-source on both, and only the equipment is billed", () => {
    const result = read(inPlace(20, 30), effectifs(["Beure", "A", 20], ["Beure", "B", 31]));
    expect(result.anomalies()).toEqual(["error ambiguous-source A1", "error ambiguous-source A1"]);
    expect(result.quantity("A", "PORTAIL") + result.quantity("B", "PORTAIL")).toBe(0);
    expect(result.quantity("A", "POSTE_STD")).toBe(5);
    expect(result.rows("Inventaire")).toMatchObject({ billed: 0, error: 2 });
    expect(result.rows("Effectifs")).toMatchObject({ billed: 0, error: 2 });
  });
});

describe("PACK follows from membership", () => {
  const posts = (...rows: readonly (readonly Cell[])[]): SheetSpec =>
    sheet("Matériel", [["Commune", "École", "Postes clients installés", "Postes clients en service"], ...rows]);
  it("no sheet shows packs: one in maintenance for each school with equipment, none installed, and an info", () => {
    const result = read(
      posts(["Beure", "A", 5, 5], ["Beure", "B", 0, 0]),
      effectifs(["Beure", "A", 20], ["Beure", "B", 30], ["Beure", "C", 10]),
    );
    expect(["A", "B", "C"].map((school) => result.quantity(school, "PACK"))).toEqual([1, 0, 0]);
    expect(result.quantity("A", "PACK", "installation")).toBe(0);
    expect(result.anomalies().filter((line) => line.includes("pack"))).toEqual(["info packs-inferred –"]);
    const pack = result.reading.quantities.find(({ prestation }) => prestation === "PACK")!;
    expect(pack.sources).toEqual([pack.school.place]);
  });
  it("equipment whose quantity is in error is equipment", () => {
    const result = read(posts(["Beure", "A", 0, "?"]), effectifs(["Beure", "A", 20]));
    expect(result.quantity("A", "PACK")).toBe(1);
  });
  it("a column of packs without any shows them: they count as shown; entirely blank, it is asked about", () => {
    const packs = (cell: string | null) => read(equipment(["Beure", "A", cell, 5]), effectifs(["Beure", "A", 20]));
    expect([packs("-"), packs(null)].map((result) => result.quantity("A", "PACK"))).toEqual([0, 0]);
    expect([packs("-"), packs(null)].map((result) => result.anomalies())).toEqual([[], ["error unmet-price C1"]]);
  });
  it("packs shown for one school of another sheet only: none is inferred", () => {
    const result = read(
      posts(["Beure", "A", 0, 5]),
      sheet("Packs", [
        ["Commune", "École", "Pack logiciel"],
        ["Morre", "B", 1],
      ]),
      effectifs(["Beure", "A", 20], ["Morre", "B", 10]),
    );
    expect(result.quantity("A", "PACK")).toBe(0);
    expect(result.quantity("B", "PACK")).toBe(1);
  });
  it("packs shown by two sheets for one school: one billed, warning on the second", () => {
    const result = read(
      equipment(["Beure", "A", 1, 5], ["Beure", "B", 1, 5], ["Beure", "C", 1, 5]),
      sheet("Commandes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "A", "Pack logiciel", 1],
        ["Beure", "D", "Poste spécifique", 1],
        ["Beure", "E", "Poste spécifique", 1],
      ]),
      effectifs(...["A", "B", "C", "D", "E"].map((school) => ["Beure", school, 20])),
    );
    expect(result.quantity("A", "PACK")).toBe(1);
    expect(result.anomalies("Commandes").length).toBeGreaterThan(0);
  });
});

describe("a total of no pupils beside columns of levels that have some", () => {
  const levels = (total: Cell, maternelle: Cell, elementaire: Cell): Read =>
    read(
      sheet("Parc", [
        [
          "Commune",
          "École",
          "Effectif maternelle",
          "Effectif élémentaire",
          "Effectif total",
          "Postes clients standard",
        ],
        ["Beure", "École du Bourg", maternelle, elementaire, total, 12],
        ["Pirey", "École du Pont", 5, 6, 11, 9],
      ]),
    );
  const errorsOf = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

  test.each([0, "-", "néant"])("is a missing headcount: %p", (total) => {
    expect(errorsOf(levels(total, 10, 20))).toEqual(["error missing-headcount E2"]);
  });

  test("is that of a school without pupils when the levels have none", () => {
    expect(errorsOf(levels(0, 0, null))).toEqual([]);
  });
});
