import type { Cell } from "../../../../src/cells";
import { read, readWith, sheet, type SheetSpec } from "../../workbook-of";

const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "Bourg", 20],
  ["Pirey", "Pont", 40],
]);
const posts = "Postes clients standard";
const wide = (name: string, rows: readonly Cell[][], ...headers: string[]): SheetSpec =>
  sheet(name, [["Commune", "École", ...headers], ...rows]);
const parc = wide(
  "Parc",
  [
    ["Beure", "Bourg", 12],
    ["Pirey", "Pont", 9],
  ],
  posts,
);
const beside = (header: string): SheetSpec =>
  wide(
    "Parc",
    [
      ["Beure", "Bourg", 12, 3],
      ["Pirey", "Pont", 9, 2],
    ],
    posts,
    header,
  );
const installed = (result: ReturnType<typeof read>) => [
  result.quantity("Bourg", "POSTE_STD", "installation"),
  result.quantity("Pont", "POSTE_STD", "installation"),
];
const errors = (result: ReturnType<typeof read>) => result.anomalies().filter((line) => line.startsWith("error"));

describe("installations since a date of the campaign belong to it", () => {
  test.each([
    "dont installés depuis le 01/11/2013",
    "dont depuis nov. 2013",
    "dont neufs (depuis 11/2013)",
    "dont depuis la campagne 2013",
    "dont installés depuis le 1er novembre",
  ])("installations in a column « %s » belong to the campaign", (header) => {
    const result = read(beside(header), pupils);
    expect(errors(result)).toEqual([]);
    expect(installed(result)).toEqual([3, 2]);
    expect(result.quantity("Bourg", "POSTE_STD")).toBe(12);
  });
  it("installations under a heading below the prestation's belong to the campaign", () => {
    const headers = [
      ["Commune", "École", posts, null],
      [null, null, "en service", "depuis nov. 2013"],
    ];
    const result = read(sheet("Parc", [...headers, ["Beure", "Bourg", 12, 3], ["Pirey", "Pont", 9, 2]]), pupils);
    expect(errors(result)).toEqual([]);
    expect(installed(result)).toEqual([3, 2]);
  });
  it("installations in a row, under a title above rows, or on a sheet, belong to the campaign", () => {
    const long = (...rows: Cell[][]) =>
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "Bourg", posts, 12],
        ["Pirey", "Pont", posts, 9],
        ...rows,
      ]);
    const row = read(long(["Beure", "Bourg", `${posts} installés depuis le 01/11/2013`, 3]), pupils);
    const title = read(long(["Installés depuis nov. 2013"], ["Beure", "Bourg", posts, 3]), pupils);
    const apart = read(parc, wide("Depuis nov. 2013", [["Beure", "Bourg", 3]], posts), pupils);
    for (const result of [row, title, apart]) {
      expect(errors(result)).toEqual([]);
      expect(installed(result)).toEqual([3, 0]);
      expect(result.quantity("Bourg", "POSTE_STD")).toBe(12);
    }
  });
});

describe("installations since a date before the campaign mix campaigns, and are asked about", () => {
  test.each([
    "dont installés depuis 2012",
    "dont installés depuis le 01/11/2012",
    "dont installés depuis le 12/09/98",
    "dont installés depuis le 12 sept. 98",
    "dont depuis sep. 2013",
    "dont depuis la rentrée 2013",
  ])("installations in a column « %s » are asked about until the user answers", (header) => {
    const result = read(beside(header), pupils);
    expect(errors(result)).toEqual(["error installed-since D1"]);
    expect(installed(result)).toEqual([0, 0]);
    const choice = { file: null, sheet: "Parc", cell: "D1", was: header, as: "POSTE_STD installation" };
    expect(installed(readWith({ mappings: [choice] }, beside(header), pupils))).toEqual([3, 2]);
  });
  it("installations on a sheet, under a title above rows, or in a row, are asked about", () => {
    const rows: Cell[][] = [["Beure", "Bourg", 3]];
    expect(errors(read(parc, wide("Installés depuis 2012", rows, posts), pupils))).toEqual([
      "error installations-since A1",
    ]);
    const head: Cell[][] = [
      ["Commune", "École", "Prestation", "Quantité"],
      ["Beure", "Bourg", posts, 12],
      ["Pirey", "Pont", posts, 9],
    ];
    const titled = [...head, ["Installés depuis 2012"], ["Beure", "Bourg", posts, 3]];
    expect(errors(read(sheet("Lignes", titled), pupils))).toEqual(["error rows-since A4"]);
    const labelled = [...head, ["Beure", "Bourg", `${posts} installés depuis 2012`, 3]];
    expect(errors(read(sheet("Lignes", labelled), pupils))).toEqual(["error label-since C4"]);
  });
});

it("a row of what was installed another year is not billed, and said", () => {
  const result = read(
    sheet("Lignes", [
      ["Commune", "École", "Prestation", "Quantité"],
      ["Beure", "Bourg", posts, 12],
      ["Beure", "Bourg", `${posts} installés en 2012`, 3],
      ["Pirey", "Pont", posts, 9],
    ]),
    pupils,
  );
  expect(result.anomalies("Lignes")).toEqual(["warning row-other-year C3"]);
  expect(installed(result)).toEqual([0, 0]);
});
