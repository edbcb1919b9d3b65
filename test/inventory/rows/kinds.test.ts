import { read, sheet, type Read, type SheetSpec } from "../workbook-of";

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
  it.each(["Niveau", "Type", "Degré"])(
    "a school's name and kind are matched in the inventory, under « %s », and in the headcounts",
    (header) => {
      const result = read(parc(header), inTwo);
      expect(schools(result)).toEqual(two);
      expect(result.anomalies()).toEqual([]);
    },
  );
  it("a school's name and kind are matched with headcounts that write them in one", () => {
    const result = read(parc("Niveau"), inOne);
    expect(schools(result)).toEqual(two);
    expect(result.anomalies()).toEqual([]);
  });
  it("a school's name and kind are matched with headcounts that write the kind in the name, and apart too", () => {
    const both = sheet("Effectifs", [
      ["Commune", "École", "Niveau", "Élèves"],
      ["Beure", "Maternelle Centre", "Maternelle", 50],
      ["Beure", "École élémentaire du Centre", "Élémentaire", 80],
    ]);
    const result = read(parc("Niveau"), both);
    expect(schools(result)).toEqual(two);
    expect(result.anomalies()).toEqual([]);
  });
  it("the kind of the only school of its name is matched too, in two tables that write it apart and one that does not", () => {
    const apart = (heading: string, count: number): SheetSpec =>
      sheet(heading, [
        ["Commune", "École", "Niveau", heading],
        ["Beure", "Centre", "Primaire", count],
      ]);
    const inOneName = sheet("Serveurs", [
      ["Commune", "École", "Serveur standard"],
      ["Beure", "École primaire du Centre", 1],
    ]);
    const result = read(apart("Élèves", 50), apart("Postes clients standard", 6), inOneName);
    expect(result.reading.schools.map(({ name }) => name)).toEqual(["École primaire du Centre"]);
    expect(
      ["PORTAIL", "POSTE_STD", "SERVEUR_STD"].map((code) => result.quantity("École primaire du Centre", code)),
    ).toEqual([50, 6, 1]);
  });
  it("a school's name and kind are matched with an inventory that writes them in one", () => {
    const named = sheet("Parc", [
      ["Commune", "École", "Pack logiciel", "Poste client standard"],
      ["Beure", "École maternelle du Centre", 1, 3],
      ["Beure", "Centre élémentaire", 1, 9],
    ]);
    const result = read(named, inTwo);
    expect(schools(result)).toEqual(two);
    expect(result.anomalies()).toEqual([]);
  });
  it("a school's name and kind are matched in rows of items, and of machines", () => {
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

describe("a kind that is no part of a name is a part of the headcount", () => {
  it("a kind of school is a part of the headcount of a school that the inventory names whole", () => {
    const whole = sheet("Parc", [
      ["Commune", "École", "Pack logiciel", "Poste client standard"],
      ["Beure", "Centre", 1, 12],
    ]);
    const result = read(whole, inTwo);
    expect(schools(result)).toEqual([[12, 1, 130]]);
    expect(result.anomalies()).toEqual([]);
  });
  it("a kind of school written once beside a name adds nothing to it", () => {
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

describe("a school named by its name and its kind in one table", () => {
  const stock = sheet("Stock", [
    ["Commune", "École", "Poste client standard"],
    ["Beure", "École maternelle du Centre", 4],
    ["Beure", "École élémentaire du Centre", 1],
  ]);
  const across = sheet("Parc", [
    ["Commune", "Beure", "Beure", "Beure"],
    ["École", "Centre", "Centre", "Les Prés"],
    ["Niveau", "Maternelle", "Élémentaire", "Primaire"],
    ["Effectif", 50, 80, 20],
    ["Pack logiciel", 1, 1, 1],
    ["Poste client standard", 3, 9, 5],
  ]);
  it.each([
    ["in columns", parc("Niveau")],
    ["across", across],
  ])("is known in a stock that names it at length: %s", (_, table) => {
    expect(read(table, inOne, stock).anomalies("Stock")).toEqual(["warning not-in-service A1"]);
  });
  it("a school across has its kind in its name only when several schools have that name", () => {
    const names = read(across).reading.schools.map(({ name }) => name);
    expect(names.sort()).toEqual(["Centre (Maternelle)", "Centre (Élémentaire)", "Les Prés"]);
  });
  it("is the same school in a table that shows one of its two kinds", () => {
    const one = sheet("Imprimantes", [
      ["Commune", "École", "Niveau", "Imprimante jet encre"],
      ["Beure", "Centre", "Élémentaire", 2],
    ]);
    const result = read(parc("Niveau"), inTwo, one);
    expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
    expect(result.quantity("Centre (Élémentaire)", "IMPRIMANTE")).toBe(2);
  });
});
