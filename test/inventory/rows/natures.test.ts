import type { Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { read, readWith, sheet, type SheetSpec, type Read } from "../workbook-of";

const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "A", 10],
  ["Beure", "B", 20],
]);
const posts = (result: Read, school = "A"): [number, number] => [
  result.quantity(school, "POSTE_STD", "maintenance"),
  result.quantity(school, "POSTE_STD", "installation"),
];

describe("a nature is read in every usual writing", () => {
  const items = (nature: Cell, options: Partial<Options> = {}): Read =>
    readWith(
      options,
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Nature", "Quantité"],
        ["Beure", "A", "Poste client standard", nature, 3],
        ["Beure", "B", "Poste client standard", "Maintenance", 5],
      ]),
      effectifs,
    );

  it.each(["I+M", "I, M", "I - M", "I et M", "p.m.", "p. m.", "R.M.", "M*", "M ?", "1 M"])(
    "« %s » is none, whatever its M is, and is asked",
    (text) => {
      const result = items(text);
      expect([posts(result), result.anomalies("Lignes")]).toEqual([[0, 0], ["error unknown-nature D2"]]);
    },
  );
  it.each(["M", "m", "M.", "Maint.", "MAINT", "Maintenance", "maintenances", "Entretien"])(
    "« %s » is maintenance",
    (text) => {
      expect(posts(items(text))).toEqual([3, 0]);
    },
  );
  it.each([
    "I",
    "i.",
    "Inst.",
    "INSTAL.",
    "Install.",
    "Installation",
    "Installations",
    "Neuf",
    "neufs",
    "Nouveau",
    "Pose",
  ])("« %s » is installation", (text) => {
    expect(posts(items(text))).toEqual([0, 3]);
  });
  it.each(["MES ?", "?", "autre", "Installation 2012", "Maintenance et installation"])("« %s » is asked", (text) => {
    const result = items(text);
    expect(posts(result)).toEqual([0, 0]);
    expect(result.anomalies("Lignes")).toEqual(["error unknown-nature D2"]);
    expect(result.reading.anomalies.find(({ code }) => code === "unknown-nature")!.params["word"]).toBe(text);
  });
  it("a word said once to be one is, in whatever case", () => {
    const words = [{ word: "mise en route", kind: "nature", as: "installation" }] as const;
    const result = items("Mise en Route", { words });
    expect(posts(result)).toEqual([0, 3]);
    expect(result.anomalies("Lignes")).toEqual([]);
  });
});

describe("titles alone on their rows give the nature of those below", () => {
  it("a title alone on its row gives the nature of the items below, until the next title", () => {
    const result = read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["MAINTENANCE"],
        ["Beure", "A", "Poste client standard", 12],
        ["Beure", "B", "Poste client standard", 5],
        [],
        ["INSTALLATION"],
        ["Beure", "A", "Poste client standard", 2],
      ]),
      effectifs,
    );
    expect(posts(result)).toEqual([12, 2]);
    expect(posts(result, "B")).toEqual([5, 0]);
    expect(result.anomalies("Lignes")).toEqual([]);
  });

  it("a title alone on its row gives the nature of the schools below, met once under each", () => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Élèves", "Pack logiciel", "Poste client standard"],
        ["MAINTENANCE"],
        ["Beure", "A", 10, 1, 12],
        ["Beure", "B", 20, 1, 5],
        ["INSTALLATIONS"],
        ["Beure", "A", null, null, 2],
      ]),
    );
    expect(posts(result)).toEqual([12, 2]);
    expect(result.quantity("A", "PORTAIL")).toBe(10);
    expect(result.anomalies().filter((each) => !each.startsWith("info"))).toEqual([]);
  });

  it("a section title of what is not in service leaves out the rows below, with a warning on the title", () => {
    const result = read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "A", "Poste client standard", 12],
        ["Matériel réformé"],
        ["Beure", "B", "Poste client standard", 5],
      ]),
      effectifs,
    );
    expect(posts(result, "B")).toEqual([0, 0]);
    expect(result.anomalies("Lignes").filter((each) => !each.startsWith("info"))).toEqual([
      "warning rows-not-in-service A3",
    ]);
    expect(result.rows("Lignes")).toMatchObject({ billed: 1, excluded: 2, reasons: { title: 1, withdrawn: 1 } });
  });
});

describe("the same school, prestation and nature twice", () => {
  const rows = (...cells: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => [
    ["Commune", "École", "Prestation", "Quantité"],
    ...cells,
  ];
  const twice = rows(["Beure", "A", "Poste client standard", 12], ["Beure", "A", "Poste client standard", 2]);

  it("is an error where no nature is written, and the first is billed", () => {
    const result = read(sheet("Lignes", twice), effectifs);
    expect(posts(result)).toEqual([12, 0]);
    expect(result.anomalies("Lignes")).toEqual(["error item-repeated D3"]);
  });

  it.each([
    ["added", 14, []],
    ["first", 12, []],
  ] as const)("is settled once for the table: %s", (as, billed, anomalies) => {
    const result = readWith(
      { repeats: [{ file: null, sheet: "Lignes", cell: null, as }] },
      sheet("Lignes", twice),
      effectifs,
    );
    expect(posts(result)).toEqual([billed, 0]);
    expect(result.anomalies("Lignes")).toEqual(anomalies);
  });

  it("is added with a warning where a nature is written for each", () => {
    const result = read(
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Nature", "Quantité"],
        ["Beure", "A", "Poste client standard", "M", 12],
        ["Beure", "A", "Poste client standard", "M", 2],
      ]),
      effectifs,
    );
    expect(posts(result)).toEqual([14, 0]);
    expect(result.anomalies("Lignes")).toEqual(["warning item-twice E3"]);
  });

  it.each([
    ["Sens", "+", "-"],
    ["Période", "1er semestre", "2e semestre"],
  ])("is asked where « %s » says another thing of each, and not where it says a room", (header, first, second) => {
    const lines = (one: string, other: string) =>
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Nature", "Quantité", header],
        ["Beure", "A", "Poste client standard", "M", 12, one],
        ["Beure", "A", "Poste client standard", "M", 2, other],
      ]);
    const errors = (spec: SheetSpec) =>
      read(spec, effectifs)
        .anomalies("Lignes")
        .filter((each) => each.startsWith("error"));
    expect(errors(lines(first, second))).toEqual(["error item-repeated E3"]);
    expect(errors(lines("BCD", "salle 2"))).toEqual([]);
  });

  it("the same school, prestation and nature twice in a table by school bills the first, or adds them, as the user chose", () => {
    const table = sheet("Parc", [
      ["Commune", "École", "Élèves", "Pack logiciel", "Poste client standard"],
      ["Beure", "A", 10, 1, 12],
      ["Beure", "A", 10, null, 2],
      ["Beure", "B", 20, 1, 5],
    ]);
    const asked = read(table);
    expect(posts(asked)).toEqual([12, 0]);
    expect(asked.anomalies()).toEqual(["error duplicate-school B3"]);
    const settle = (as: "added" | "first"): Read =>
      readWith({ repeats: [{ file: null, sheet: "Parc", cell: "A1", as }] }, table);
    expect(posts(settle("added"))).toEqual([14, 0]);
    expect(settle("added").quantity("A", "PORTAIL")).toBe(10);
    expect(settle("added").anomalies()).toEqual(["info repeat-chosen B3", "info headcount-again C3"]);
    expect(posts(settle("first"))).toEqual([12, 0]);
    expect(settle("first").anomalies()).toEqual(["info repeat-chosen B3"]);
  });
});

describe("a nature under schools across that the user says to mean nothing", () => {
  it("leaves its columns out", () => {
    const across = sheet(
      "Beure",
      [
        ["Commune de Beure"],
        ["Prestation", "École du Bourg", null, "École du Haut"],
        [null, "En service", "Installés en 2013", "En service", "Installés en 2013"],
        ["Élèves", 20, null, 30],
        ["Serveur standard", 1, null, 1],
        ["Poste client standard", 12, 3, 8, 2],
      ],
      { merges: ["B2:C2", "D2:E2"] },
    );
    const result = readWith({ words: [{ word: "Installés en 2013", kind: "nature", as: "nothing" }] }, across);
    expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
    expect(result.quantities.filter((each) => each.includes("POSTE"))).toEqual([
      "Beure/25058|ecoledubourg POSTE_STD maintenance 12",
      "Beure/25058|ecoleduhaut POSTE_STD maintenance 8",
    ]);
  });
});
