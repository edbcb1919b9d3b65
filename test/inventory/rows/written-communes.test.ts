import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";

/** Schools under titles of the sheet, each on a row: its name, its pupils, its workstations. */
const under = (titles: readonly string[], ...schools: readonly (readonly Cell[])[]): Read =>
  read(sheet("Parc", [...titles.map((title) => [title]), ["École", "Élèves", "Poste client standard"], ...schools]));
const communesOf = (result: Read): string[] =>
  result.reading.schools.map(({ commune, name }) => `${commune.name}: ${name}`);

describe("communes written with their schools, under the name of the office that keeps the sheet", () => {
  it("are the schools' own", () => {
    const result = under(
      ["VILLE DE BESANÇON", "Département TIC"],
      ["Auxon-Dessus — École maternelle", 64, 31],
      ["Pirey – École primaire", 90, 12],
      ["Besançon – École Velotte", 80, 9],
    );
    expect(communesOf(result).sort()).toEqual([
      "Auxon-Dessus: École maternelle",
      "Besançon: École Velotte",
      "Pirey: École primaire",
    ]);
    expect(result.anomalies().filter((one) => one.startsWith("error"))).toEqual([]);
  });
});

describe("one of them alone, on the sheet of another commune", () => {
  const sheets = sheet("Parc", [
    ["Commune de Pirey"],
    ["École", "Élèves", "Poste client standard"],
    ["École primaire", 64, 31],
    ["École maternelle", 50, 8],
    ["Beure – annexe", 20, 4],
  ]);
  it("is asked: nobody knows which is meant", () => {
    expect(read(sheets).anomalies()).toContain("error two-communes A5");
  });
  it("is the one that is chosen", () => {
    const result = readWith({ communes: [{ file: null, sheet: "Parc", cell: "A5", commune: "Pirey" }] }, sheets);
    expect(result.anomalies().filter((one) => one.startsWith("error"))).toEqual([]);
    expect(communesOf(result)).toContain("Pirey: Beure – annexe");
  });
  it("is no other where it repeats that of the sheet", () => {
    const result = under(["Commune de Pirey"], ["École primaire", 64, 31], ["Pirey – École maternelle", 50, 8]);
    expect(result.anomalies().filter((one) => one.startsWith("error"))).toEqual([]);
  });
});

it("a commune alone, below its schools written with it, is the sum of theirs", () => {
  const result = under(
    [],
    ["Beure – École du Bourg", 64, 31],
    ["Beure – École du Haut", 50, 8],
    ["Beure", 114, 39],
    ["Pirey – École primaire", 90, 12],
    ["Pirey – École maternelle", 10, 1],
    ["Pirey", 100, 13],
  );
  expect(communesOf(result)).toHaveLength(4);
  expect(result.rows().reasons).toEqual({ subtotal: 2 });
});

it("a note below them is none of their schools", () => {
  const result = under(
    [],
    ["Beure – École du Bourg", 64, 31],
    ["Pirey – École primaire", 90, 12],
    [],
    ["Penser à relancer les écoles pour les effectifs."],
  );
  expect(communesOf(result)).toHaveLength(2);
  expect(result.anomalies().filter((one) => one.startsWith("error"))).toEqual([]);
});
