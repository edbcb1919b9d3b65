import type { WordChoice } from "../../../src/options";
import { readWith, sheet } from "../workbook-of";

const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "A", 10],
  ["Beure", "B", 20],
]);

describe("the meaning that the user gave to an unknown label applies everywhere", () => {
  const lines = (...words: WordChoice[]) =>
    readWith(
      { words },
      sheet("Lignes", [
        ["Commune", "École", "Prestation", "Quantité"],
        ["Beure", "A", "Bidule", 3],
        ["Beure", "B", "Poste client standard", 5],
      ]),
      effectifs,
    );

  it("is asked first, then billed as the prestation", () => {
    expect(lines().anomalies("Lignes")).toEqual(["error unknown-label C2"]);
    const said = lines({ word: "BIDULE", kind: "prestation", as: "POSTE_STD" });
    expect(said.anomalies("Lignes")).toEqual([]);
    expect(said.quantity("A", "POSTE_STD")).toBe(3);
  });

  it("an unknown label is left out, its rows set aside, once the user says so", () => {
    const said = lines({ word: "bidule", kind: "prestation", as: "nothing" });
    expect(said.anomalies("Lignes")).toEqual([]);
    expect(said.rows("Lignes").reasons).toEqual({ "set-aside": 1 });
  });
});

it("rows of a nature that means nothing are set aside, and bill nothing", () => {
  const said = readWith(
    { words: [{ word: "MES ?", kind: "nature", as: "nothing" }] },
    sheet("Lignes", [
      ["Commune", "École", "Prestation", "Nature", "Quantité"],
      ["Beure", "A", "Poste client standard", "MES ?", 3],
      ["Beure", "B", "Poste client standard", "Maintenance", 5],
    ]),
    effectifs,
  );
  expect(said.anomalies("Lignes")).toEqual([]);
  expect(said.quantity("A", "POSTE_STD")).toBe(0);
  expect(said.rows("Lignes").reasons).toEqual({ "set-aside": 1 });
});
