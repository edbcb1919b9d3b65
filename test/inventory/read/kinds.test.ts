import { read, sheet } from "../workbook-of";
import type { Read, SheetSpec } from "../workbook-of";

const inTwo = sheet("Effectifs", [
  ["Commune", "École", "Niveau", "Élèves"],
  ["Beure", "Centre", "Maternelle", 50],
  ["Beure", "Centre", "Élémentaire", 80],
]);
const inOne = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "Maternelle Centre", 50],
  ["Beure", "École élémentaire du Centre", 80],
]);
const parc = (header: string): SheetSpec =>
  sheet("Parc", [
    ["Commune", "École", header, "Pack logiciel", "Poste client standard"],
    ["Beure", "Centre", "Maternelle", 1, 3],
    ["Beure", "Centre", "Élémentaire", 1, 9],
  ]);

/** Postes, packs and pupils of each school, the smallest first. */
const schools = (result: Read): number[][] =>
  result.reading.schools
    .map((school) => ["POSTE_STD", "PACK", "PORTAIL"].map((code) => result.quantity(school.name, code)))
    .sort((a, b) => a[0]! - b[0]!);
const two = [
  [3, 1, 50],
  [9, 1, 80],
];

describe("a school's name and its kind in two columns are one name", () => {
  it.each(["Niveau", "Type", "Degré"])("in the inventory under « %s », and in the headcounts", (header) => {
    const result = read(parc(header), inTwo);
    expect(schools(result)).toEqual(two);
    expect(result.anomalies()).toEqual([]);
  });
  it("where the headcounts write it in one", () => {
    const result = read(parc("Niveau"), inOne);
    expect(schools(result)).toEqual(two);
    expect(result.anomalies()).toEqual([]);
  });
  it("where the inventory writes it in one", () => {
    const named = sheet("Parc", [
      ["Commune", "École", "Pack logiciel", "Poste client standard"],
      ["Beure", "École maternelle du Centre", 1, 3],
      ["Beure", "Centre élémentaire", 1, 9],
    ]);
    const result = read(named, inTwo);
    expect(schools(result)).toEqual(two);
    expect(result.anomalies()).toEqual([]);
  });
  it("in rows of items, and of machines", () => {
    const items = sheet("Parc", [
      ["Commune", "École", "Niveau", "Prestation", "Quantité"],
      ["Beure", "Centre", "Maternelle", "Poste client standard", 3],
      ["Beure", "Centre", "Élémentaire", "Poste client standard", 9],
      ["Beure", "Centre", "Maternelle", "Pack logiciel", 1],
      ["Beure", "Centre", "Élémentaire", "Pack logiciel", 1],
    ]);
    expect(schools(read(items, inTwo))).toEqual(two);
    const machines = sheet("Registre", [
      ["Commune", "École", "Niveau", "Matériel", "N° inventaire"],
      ["Beure", "Centre", "Maternelle", "Poste client standard", "P1"],
      ["Beure", "Centre", "Élémentaire", "Poste client standard", "P2"],
      ["Beure", "Centre", "Élémentaire", "Poste client standard", "P3"],
    ]);
    expect(schools(read(machines, inTwo))).toEqual([
      [1, 1, 50],
      [2, 1, 80],
    ]);
  });
});

describe("else the kind is a part of the headcount", () => {
  it("of a school that the inventory names whole", () => {
    const whole = sheet("Parc", [
      ["Commune", "École", "Pack logiciel", "Poste client standard"],
      ["Beure", "Centre", 1, 12],
    ]);
    const result = read(whole, inTwo);
    expect(schools(result)).toEqual([[12, 1, 130]]);
    expect(result.anomalies()).toEqual([]);
  });
  it("and a kind written once beside a name adds nothing to it", () => {
    const once = sheet("Parc", [
      ["Commune", "École", "Niveau", "Pack logiciel", "Poste client standard"],
      ["Beure", "Centre", "Maternelle", 1, 3],
    ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Beure", "Centre", 50],
    ]);
    expect(schools(read(once, pupils))).toEqual([[3, 1, 50]]);
  });
});
