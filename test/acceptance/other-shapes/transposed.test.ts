import type { Cell } from "../../../src/cells";
import { sheet } from "../../inventory/workbook-of";
import { _ } from "../several-tables/blocks";
import type { Block } from "../several-tables/blocks";
import { across, billed, inService, schools, withInstallations } from "./three-schools";

const names: Block = [
  ["Commune", ...across("commune")],
  ["École", ...across("name")],
];
const pupils = ["Élèves", ...across("pupils")];
const equipment: Block = [
  ["Pack logiciel", ...across("pack")],
  ["Serveur standard", ...across("server")],
  ["Poste client standard", ...across("posts")],
];
const installations: Block = [
  ["Serveur standard", ...across("newServer")],
  ["Poste client standard", ...across("newPosts")],
];

describe("schools across, rows headed « Commune » and « École », prestations below", () => {
  it("reads the columns of the schools", () => {
    expect(billed(sheet("Synthèse", [...names, pupils, ...equipment]))).toEqual(inService);
  });

  it("leaves the column of totals out", () => {
    const withTotal = (row: readonly Cell[], total: Cell): Cell[] => [...row, total];
    const cells = [
      ["Ordiclasse – situation au 1er novembre 2014"],
      [],
      withTotal(names[0]!, _),
      withTotal(names[1]!, "TOTAL"),
      withTotal(pupils, 150),
      withTotal(equipment[0]!, 3),
      withTotal(equipment[1]!, 2),
      withTotal(equipment[2]!, 26),
    ];
    expect(billed(sheet("Synthèse", cells))).toEqual(inService);
  });

  it.each([
    ["merged", { merges: ["C1:D1"] }],
    ["followed by a blank", {}],
  ])("takes a commune for the schools below it, %s", (_name, extras) => {
    const communes = ["Commune", "Amagney", "Beure", _];
    expect(billed(sheet("Synthèse", [communes, names[1]!, pupils, ...equipment], extras))).toEqual(inService);
  });

  it("passes over what else is said of the schools", () => {
    const more: Block = [
      ["Code INSEE", 25014, 25058, 25058],
      ["UAI", "0250100A", "0250101A", "0250102A"],
    ];
    expect(billed(sheet("Synthèse", [names[0]!, ...more, names[1]!, pupils, ...equipment]))).toEqual(inService);
  });

  it("reads headcounts alone", () => {
    const headcounts = sheet("Effectifs", [...names, ["Effectif", ...across("pupils")]]);
    expect(billed(sheet("Parc", [...names, ...equipment]), headcounts)).toEqual(inService);
  });

  it("adds headcounts by level, their total left out", () => {
    const levels: Block = [
      ["Maternelle", 20, 40, 0],
      ["Élémentaire", 30, 0, 60],
      ["Total", 50, 40, 60],
    ];
    expect(billed(sheet("Parc", [...names, ...equipment]), sheet("Effectifs", [...names, ...levels]))).toEqual(
      inService,
    );
  });

  it("takes the commune of a tab without a row of communes", () => {
    const column = (at: number): Block => [
      ["École", schools[at]!.name, "Total"],
      ["Élèves", schools[at]!.pupils, schools[at]!.pupils],
      ["Pack logiciel", schools[at]!.pack, 1],
      ["Serveur standard", schools[at]!.server, schools[at]!.server],
      ["Poste client standard", schools[at]!.posts, schools[at]!.posts],
    ];
    const beure = [1, 2].map(column);
    const both = beure[0]!.map((row, at): Cell[] => [row[0]!, row[1]!, beure[1]![at]![1]!]);
    expect(billed(sheet("Amagney", column(0)), sheet("Beure", both))).toEqual(inService);
  });
});

describe("natures of a table with schools across", () => {
  it.each([
    ["MAINTENANCE", "INSTALLATION"],
    ["En service au 01/11/2014 (maintenance)", "Installé dans l'année (installation)"],
  ])("are said by the titles %s and %s", (first, second) => {
    const cells = [...names, [first], pupils, ...equipment, [second], ...installations];
    expect(billed(sheet("Synthèse", cells))).toEqual(withInstallations);
  });

  it("are said by a title below the headcounts", () => {
    const cells = [...names, pupils, ["Maintenance"], ...equipment, ["Installations"], ...installations];
    expect(billed(sheet("Synthèse", cells))).toEqual(withInstallations);
  });

  const beside: Block = [
    ["Commune", _, ...across("commune")],
    ["École", "Nature", ...across("name")],
    ["Élèves", _, ...across("pupils")],
    ["Pack logiciel", "Maintenance", ...across("pack")],
    ["Serveur standard", "Maintenance", ...across("server")],
    ["Serveur standard", "Installation", ...across("newServer")],
    ["Poste client standard", "Maintenance", ...across("posts")],
    ["Poste client standard", "Installation", ...across("newPosts")],
  ];

  it("are said by a column beside the prestations", () => {
    expect(billed(sheet("Synthèse", beside))).toEqual(withInstallations);
  });

  it("are said of prestations merged over them", () => {
    const merged = beside.map((row, at) => (at === 5 || at === 7 ? [_, ...row.slice(1)] : row));
    expect(billed(sheet("Synthèse", merged, { merges: ["A5:A6", "A7:A8"] }))).toEqual(withInstallations);
  });

  it("are merged over their prestations", () => {
    const cells: Block = [
      [_, ...names[0]!],
      ["Nature", ...names[1]!],
      ["Maintenance", ...pupils],
      ...equipment.map((row) => [_, ...row]),
      ["Installation", ...installations[0]!],
      [_, ...installations[1]!],
    ];
    expect(billed(sheet("Synthèse", cells, { merges: ["A3:A6", "A7:A8"] }))).toEqual(withInstallations);
  });

  it("are asked where the row writes none", () => {
    const cells = beside.map((row, at) => (at === 7 ? [row[0]!, _, ...row.slice(2)] : row));
    expect(billed(sheet("Synthèse", cells)).errors).toEqual([
      "duplicate-header Synthèse!A7",
      "duplicate-header Synthèse!A8",
    ]);
  });

  it("stand under the name of each school", () => {
    const two = (one: readonly Cell[], other: readonly Cell[]): Cell[] =>
      one.flatMap((cell, at) => [cell, other[at] ?? _]);
    const cells: Block = [
      ["Commune", ...two(across("commune"), [])],
      ["École", ...two(across("name"), [])],
      [_, ...two(["En service", "En service", "En service"], ["Installé", "Installé", "Installé"])],
      ["Élèves", ...two(across("pupils"), [])],
      ["Pack logiciel", ...two(across("pack"), [])],
      ["Serveur standard", ...two(across("server"), across("newServer"))],
      ["Poste client standard", ...two(across("posts"), across("newPosts"))],
    ];
    const merges = ["B1:C1", "D1:E1", "F1:G1", "B2:C2", "D2:E2", "F2:G2"];
    expect(billed(sheet("Synthèse", cells, { merges }))).toEqual(withInstallations);
  });
});

it("a commune and its school are read in one cell across", () => {
  const both = schools.map(({ commune, name }) => `${commune} – ${name}`);
  expect(billed(sheet("Synthèse", [["Prestation", ...both], pupils, ...equipment]))).toEqual(inService);
});

it("« Groupe scolaire » among the names across is one of them", () => {
  const cells: Block = [
    [_, ...across("commune")],
    [_, "Groupe scolaire", "École maternelle", "École élémentaire"],
    pupils,
    ...equipment,
  ];
  expect(billed(sheet("Synthèse", cells))).toEqual(inService);
});
