import type { Cell } from "../../../src/cells";
import { read, readWith, sheet } from "../workbook-of";

/** Three schools across, the first two of one name, and rows that may tell them apart. */
const across = (...levels: Cell[][]) =>
  sheet("Parc", [
    ["Commune", "Beure", "Beure", "Pirey"],
    ["École", "Bourg", "Bourg", "Pont"],
    ...levels,
    ["Postes clients standard", 12, 3, 9],
    ["Effectif", 20, 5, 40],
  ]);
const posts = (result: ReturnType<typeof read>) => [
  result.quantity("Bourg", "POSTE_STD"),
  result.quantity("Bourg", "POSTE_STD", "installation"),
];
const choice = (as: "added" | "first") => ({ file: null, sheet: "Parc", cell: "A1", was: "Commune", as });

describe("one school over two columns", () => {
  it("nothing tells them apart: the second is an error, until it is said whether they add up", () => {
    const result = read(across());
    expect(result.anomalies("Parc")).toEqual(["error item-repeated-across C3", "error item-repeated-across C4"]);
    expect(posts(result)).toEqual([12, 0]);
    expect(result.messages[0]).toContain("(B3)");
    expect(posts(readWith({ repeats: [choice("added")] }, across()))).toEqual([15, 0]);
    const first = readWith({ repeats: [choice("first")] }, across());
    expect(first.anomalies("Parc")).toEqual([]);
    expect(posts(first)).toEqual([12, 0]);
  });
  it("natures across tell them apart, in a row headed « Nature » or not", () => {
    for (const head of ["Nature", null]) {
      const result = read(across([head, "Maintenance", "Installation", "Maintenance"]));
      expect(result.anomalies("Parc")).toEqual([]);
      expect(posts(result)).toEqual([12, 3]);
      expect(result.quantity("Bourg", "PORTAIL")).toBe(20);
    }
  });
  it("where a nature is written for each they add up, and it is said", () => {
    const result = read(across(["Nature", "Maintenance", "Maintenance", "Maintenance"]));
    expect(result.anomalies("Parc")).toEqual(["warning item-twice C4", "warning item-twice C5"]);
    expect(posts(result)).toEqual([15, 0]);
  });
});

it("a column of numbers between schools, without a name, is told", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "Beure", null, "Pirey"],
      ["École", "Bourg", null, "Pont"],
      ["Postes clients standard", 12, 3, 9],
      ["Effectif", 20, 5, 40],
    ]),
  );
  expect(result.anomalies("Parc")).toEqual(["error untitled-column C2"]);
  expect(result.messages[0]).toContain("sans titre en C2");
});
